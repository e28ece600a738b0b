import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extractText, hasPoppler } from '../support/pdf-tools.js';
import { appendFiles } from './append-file.js';
import { CORPUS } from './corpus/index.js';

/** Unpacked, so that what is in a stream can be searched. */
const stored = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 0 });

/**
 * Every awkward file ends in pages or in a diagnostic. That this takes neither much memory nor much time is measured by
 *  `npm run corpus`, which runs the
 * heavy ones too, each in a process of its own.
 */
describe('the corpus of awkward PDFs', () => {
  it.each(CORPUS.filter(({ isHeavy }) => !isHeavy))(
    '$name',
    async ({ make, request, expected, notes, text = [], absent = [] }) => {
      const bytes = await make();
      const { opened, laidOut, bytes: packet } = await appendFiles({ 'x.pdf': bytes }, stored, request);
      const codes = opened.diagnostics.map(({ code }) => code);
      if (typeof expected === 'number') {
        expect(opened.outcomes).toMatchObject([{ kind: 'pages' }]);
        expect(laidOut.pages).toHaveLength(1 + expected);
        expect(codes).toEqual(notes ?? []);
      } else {
        expect(opened.outcomes).toMatchObject([{ kind: 'missing', code: expected }]);
        expect(laidOut.pages).toHaveLength(1);
        expect(codes).toEqual([expected]);
        expect(opened.diagnostics[0]?.message).toContain('"x.pdf"');
        expect(opened.diagnostics[0]?.hints).not.toEqual([]);
      }
      const raw = Buffer.from(packet).toString('latin1');
      for (const words of absent) expect(raw).not.toContain(words);
      if (text.length === 0 || !hasPoppler) return;
      const extracted = extractText(packet, '-layout');
      for (const words of text) expect(extracted).toContain(words);
    },
  );
});
