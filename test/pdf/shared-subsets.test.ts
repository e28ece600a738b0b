import { describe, expect, it } from 'vitest';
import { embedFont } from '../../src/pdf/embed-font.js';
import { ObjectStore } from '../../src/pdf/object-store.js';
import { testTypesetter } from '../support/fonts.js';

const [face] = (await testTypesetter()).faces;

/** Embeds glyphs that stand for some texts; returns the streams of the file, in order: the program, then ToUnicode. */
function embed(glyphs: ReadonlyMap<number, string>, deflate: (bytes: Uint8Array) => Uint8Array): Uint8Array[] {
  const store = new ObjectStore(deflate);
  embedFont(store, { face: face!, resource: 'F1', glyphs, synthetic: new Map() });
  return [...store.streams.values()].map(({ data }) => data);
}

describe('subsets that packets share', () => {
  it('cuts and deflates the same glyphs once, but takes their texts from each packet', () => {
    let calls = 0;
    const deflate = (bytes: Uint8Array): Uint8Array => {
      calls++;
      return bytes;
    };
    const [program, first] = embed(
      new Map([
        [0, ''],
        [40, 'Nguyễn'],
        [41, 'b'],
      ]),
      deflate,
    );
    expect(calls).toBe(2);
    const [again, second] = embed(
      new Map([
        [0, ''],
        [40, 'Okafor'],
        [41, 'b'],
      ]),
      deflate,
    );
    expect(calls).toBe(3);
    expect(again).toBe(program);
    const text = new TextDecoder();
    expect(text.decode(first)).toContain('004E006700750079');
    expect(text.decode(second)).toContain('004F006B00610066');
    expect(text.decode(second)).not.toContain('004E006700750079');
  });

  it('cuts again for other glyphs, and deflates again for another deflate', () => {
    const same = (bytes: Uint8Array): Uint8Array => bytes;
    const copy = (bytes: Uint8Array): Uint8Array => bytes.slice();
    const [program] = embed(
      new Map([
        [0, ''],
        [50, 'a'],
      ]),
      same,
    );
    expect(
      embed(
        new Map([
          [0, ''],
          [51, 'a'],
        ]),
        same,
      )[0],
    ).not.toEqual(program);
    expect(
      embed(
        new Map([
          [0, ''],
          [50, 'a'],
        ]),
        copy,
      )[0],
    ).not.toBe(program);
    expect(
      embed(
        new Map([
          [0, ''],
          [50, 'a'],
        ]),
        copy,
      )[0],
    ).toEqual(program);
  });
});
