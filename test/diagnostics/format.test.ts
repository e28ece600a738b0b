import { describe, expect, it } from 'vitest';
import { diagnostic, formatDiagnostics, summarizeDiagnostics, type Diagnostic } from '../../src/diagnostics/index.js';

const at = (line: number, column: number, rest: Partial<Diagnostic> = {}): Diagnostic =>
  diagnostic('error', 'input/unknown-key', 'unknown key "aamcID"', {
    source: { file: 'a.yaml', line, column },
    path: 'applicant.aamcID',
    found: 'aamcID',
    hints: ['did you mean "aamcId"?'],
    ...rest,
  });
const format = (text: string, found: Diagnostic): string[] =>
  formatDiagnostics([found], { sources: { 'a.yaml': text } }).split('\n');

describe('formatDiagnostics', () => {
  it('shows the place, the line with a caret, and what to do', () => {
    expect(format('applicant:\n  aamcID: 00123456\n', at(2, 3))).toEqual([
      'a.yaml:2:3 error input/unknown-key unknown key "aamcID"',
      '  |',
      '2 |   aamcID: 00123456',
      '  |   ^^^^^^ applicant.aamcID',
      '  → did you mean "aamcId"?',
    ]);
  });

  it('says what was found when it has no text to show', () => {
    const output = formatDiagnostics([at(2, 3)]);
    expect(output).toContain('found aamcID');
    expect(output).not.toContain('|');
    expect(formatDiagnostics([diagnostic('warning', 'timing/overdue', 'late')])).toBe('warning timing/overdue late');
  });

  it('puts the caret under wide and combining characters', () => {
    const [, , shown = '', caret = ''] = format('名前: e\u0301 x', at(1, 8, { found: 'x' }));
    expect(shown.slice(4)).toBe('名前: e\u0301 x');
    expect(caret.indexOf('^') - 4).toBe(8);
  });

  it('trims a long line around the caret', () => {
    const [, , shown = '', caret = ''] = format(`${'a'.repeat(300)}aamcID${'b'.repeat(300)}`, at(1, 301));
    expect(shown.length).toBeLessThan(110);
    expect(shown.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('aamcID');
    expect(shown).toMatch(/…a+aamcIDb+…$/);
  });

  it('underlines what is there of a shortened value', () => {
    const caret = format('  aamcID: 1', at(1, 3, { found: 'aamc…' }))[3] ?? '';
    expect(caret).toContain('^^^^ ');
  });

  it('lets no control character of the input through', () => {
    const output = formatDiagnostics([at(1, 1, { message: 'x\u001B[2J', found: '\u202E', hints: ['\u0007'] })], {
      sources: { 'a.yaml': '\u001B[31mred\t\u202Ex' },
    });
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
  });

  it('colours only when asked', () => {
    expect(formatDiagnostics([at(1, 1)])).not.toContain('\u001B');
    expect(formatDiagnostics([at(1, 1)], { color: true })).toContain('\u001B[1;31merror\u001B[0m');
  });

  it('takes files with any line ends, and places that the file does not have', () => {
    expect(format('\uFEFFa\r\n  aamcID: 1\r', at(2, 3))[2]).toBe('2 |   aamcID: 1');
    expect(format('a', at(9, 9))).toHaveLength(4);
  });
});

describe('formatDiagnostics: findings', () => {
  const found = at(1, 1, { severity: 'warning', why: 'it matters', reference: 'SEED', hints: ['mend it'] });

  it('says why before what to do', () => {
    expect(formatDiagnostics([found]).split('\n').slice(-3)).toEqual([
      '  because it matters',
      '  → mend it',
      '  see SEED',
    ]);
  });

  it('gives the reason of a silenced finding instead, and does not count it', () => {
    const silenced: Diagnostic = { ...found, severity: 'info', silenced: 'my advisor knows' };
    expect(formatDiagnostics([silenced])).toContain('silenced: my advisor knows');
    expect(formatDiagnostics([silenced])).not.toMatch(/because|mend it/);
    expect(summarizeDiagnostics([found, silenced])).toBe('1 warning');
  });
});

describe('summarizeDiagnostics', () => {
  it('counts in words', () => {
    const warning = diagnostic('warning', 'timing/overdue', 'late');
    expect(summarizeDiagnostics([at(1, 1), at(1, 1), warning])).toBe('2 errors, 1 warning');
    expect(summarizeDiagnostics([])).toBe('');
  });
});
