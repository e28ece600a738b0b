import { describe, expect, it } from 'vitest';
import { parseApplication } from '../../src/input/index.js';
import { minimalApplication } from '../support/applications.js';

function found(family: string): { readonly path: string | undefined; readonly message: string }[] {
  const application = minimalApplication();
  const { applicant } = application;
  const text = JSON.stringify({ ...application, applicant: { ...applicant, name: { ...applicant.name, family } } });
  const { diagnostics } = parseApplication(text, { file: 'application.json' });
  return diagnostics.map(({ path, message }) => ({ path, message }));
}

describe('checkDirection', () => {
  it.each([
    ['an override', '\u202ETran\u202C', 'U+202E'],
    ['an embedding that is not closed', '\u202BTran', 'U+202B'],
    ['an isolate that is not closed', 'Tran \u2067x', 'U+2067'],
    ['one closed with the end of the other', '\u2067Tran\u202C', 'U+2067'],
    ['one left open in a paragraph', 'Tran \u202A\nx\u202C', 'U+202A'],
  ])('finds %s', (_, family, mark) => {
    const [problem, ...others] = found(family);
    expect(others).toEqual([]);
    expect(problem?.path).toBe('applicant.name.family');
    expect(problem?.message).toContain(mark);
  });

  it('lets pass what ends where it began, and marks and joiners', () => {
    for (const family of [
      '\u202ATran\u202C',
      '\u202DTran\u202C',
      '\u2068Tran\u2069',
      '\u200FTran',
      'می\u200Cخواهم',
      'المصري',
    ])
      expect(found(family), family).toEqual([]);
  });
});
