import { describe, expect, it } from 'vitest';
import type { LineRun } from '../../src/text/types.js';
import { GlyphMeanings, meaningTable, renewMeaningTables } from '../../src/pdf/glyph-meanings.js';
import { LineText, pageTexts } from '../../src/pdf/line-text.js';
import { face, shapeText } from './support/glyph-runs.js';

/** Runs side by side, each an em from the last. */
function line(text: string): LineRun[] {
  return shapeText(text, 'serif').map((run, index) => ({ x: 30 * index, size: 10, run, span: 0 }));
}

function textOf(runs: readonly LineRun[]): LineText {
  const item = { kind: 'text', element: null, x: 0, y: 0, color: '#000000', runs, data: [] } as const;
  return pageTexts({ number: 1, width: 100, height: 100, items: [item] })[0]!;
}

const operators = (text: LineText): string[] =>
  text.stretches.map((stretch) => String.fromCharCode(...stretch.operators));

describe('LineText', () => {
  it('is kept with the runs, and not mistaken for that of a line that begins alike', () => {
    const runs = line('one two three');
    const whole = textOf(runs);
    expect(textOf(runs)).toBe(whole);
    const part = textOf(runs.slice(0, 3));
    expect(part.runs).toHaveLength(3);
    expect(operators(part)).toEqual(operators(new LineText(runs.slice(0, 3))));
    expect(operators(textOf(runs))).toEqual(operators(whole));
    expect(operators(part)).not.toEqual(operators(whole));
  });

  it('keeps what it wrote, whatever is written after it', () => {
    const first = textOf(line('kept for long'));
    const before = operators(first);
    for (let i = 0; i < 2000; i++) expect(new LineText(line(`other ${i % 10} words`)).stretches).toHaveLength(1);
    expect(operators(first)).toEqual(before);
  });

  it('parts the hyphen of a broken word from the rest', () => {
    const runs = line('word -');
    const [words, hyphen] = textOf(runs).cut;
    expect(words.runs).toEqual(runs.slice(0, -1));
    expect(hyphen.runs).toEqual(runs.slice(-1));
  });

  it('names meanings by the table of the moment, also when a full one was renewed', () => {
    const text = textOf(line('renewed'));
    const [before] = text.meanings;
    const table = meaningTable(face('serif'));
    expect(before!.table).toBe(table);
    for (let i = 0; i < 5000; i++) table.number(7, `text ${i}`);
    expect(text.meanings[0]!.table).toBe(table);
    renewMeaningTables();
    const [after] = text.meanings;
    expect(after!.table).not.toBe(table);
    const texts = after!.numbers.map((number) => after!.table.texts[number]).join('');
    expect(texts).toBe('renewed');
  });
});

describe('GlyphMeanings', () => {
  it('chooses the most frequent text, the first on a tie, and none only without another', () => {
    const table = meaningTable(face('sans'));
    const [mu, micro, none, alone, a, b] = [
      table.number(5, 'μ'),
      table.number(5, 'µ'),
      table.number(6, ''),
      table.number(8, ''),
      table.number(9, 'a'),
      table.number(9, 'b'),
    ];
    const meanings = new GlyphMeanings(table);
    meanings.add([mu, none, none, alone, a, b], 1);
    meanings.add([micro, micro, table.number(6, 'ffi')], 1);
    const { glyphs, rejected } = meanings.choose();
    expect([...glyphs]).toEqual([
      [5, 'µ'],
      [6, 'ffi'],
      [8, ''],
      [9, 'a'],
    ]);
    expect(rejected).toEqual(new Set([mu, none, b]));
  });
});
