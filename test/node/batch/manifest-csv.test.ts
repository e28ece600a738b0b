import { describe, expect, it } from 'vitest';
import { csvCell, csvText } from '../../../src/node/batch/manifest-csv.js';

/** Cells as a spreadsheet has them whose list separator is `;`: quotes amid a cell are characters like others. */
function cellsBySemicolon(text: string): string[] {
  return text
    .replace('\uFEFF', '')
    .split(/[;\t\r\n]/)
    .map((cell) => cell.replace(/^[\s"]+/, ''));
}

describe('manifest.csv', () => {
  it('has cells that begin no formula', () => {
    expect(csvCell('=1+1')).toBe(`"'=1+1"`);
    expect(csvCell('  @SUM(1)')).toBe(`"'  @SUM(1)"`);
    expect(csvCell('Tran-Le')).toBe('Tran-Le');
    expect(csvCell('O"Neil, Ann')).toBe('"O""Neil, Ann"');
  });

  it('begins none where Excel takes semicolons for the separators, as it does in much of Europe', () => {
    for (const name of ['A;=1+1;B', 'A; "=1+1;B', 'A\n=1+1;B', 'A\t@x', 'A;\uff1d1;B', 'A;;-1;B']) {
      const text = csvText([['ada', name, 'rivera']]);
      const formulas = cellsBySemicolon(text).filter((cell) => /^[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(cell));
      expect(formulas, JSON.stringify(name)).toEqual([]);
    }
    expect(csvCell('research; teaching')).toBe('"research; teaching"');
  });
});
