import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseApplication } from '../../src/input/index.js';

const folder = new URL('./fixtures/', import.meta.url);
const inputs = readdirSync(folder).filter((name) => /\.(yaml|json)$/.test(name) && !name.endsWith('.diagnostics.json'));

/** Each input stands beside a list of the code, path and place of everything that is wrong with it. */
describe('fixtures', () => {
  it.each(inputs)('%s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const expected: unknown = JSON.parse(
      readFileSync(new URL(name.replace(/\.\w+$/, '.diagnostics.json'), folder), 'utf8'),
    );
    const { diagnostics, application } = parseApplication(text, { file: name, statements: { 'ps.md': 'Text.' } });
    const found = diagnostics.map(({ severity, code, path, source }) => ({
      ...(severity === 'error' ? {} : { severity }),
      code,
      path: path ?? '',
      line: source?.line,
      column: source?.column,
    }));
    expect(found).toEqual(expected);
    expect(application === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  });
});
