import { expect, it } from 'vitest';
import { outputFailure } from '../../src/cli/output-failure.js';

it('tells a log on a full disk from a reader that has seen enough', () => {
  const failure = (code: string) => outputFailure(Object.assign(new Error(`${code}: write`), { code }));
  expect(failure('EPIPE')).toBeNull();
  expect(failure('ENOSPC')).toBe('error: the output cannot be written: the disk is full\n');
});
