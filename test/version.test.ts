import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { VERSION } from '../src/version.js';

it('is the same in the code and in package.json', () => {
  const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
  expect(VERSION).toBe(version);
});
