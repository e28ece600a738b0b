import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { ObjectStore } from '../../src/pdf/object-store.js';
import { asciiString, hexString, type PdfValue, Reference, textString } from '../../src/pdf/pdf-value.js';
import { writeFile } from '../../src/pdf/write-file.js';
import { hasQpdf, runOn } from './support/pdf-tools.js';

/** A value to write with what a reader must find: names begin with a slash, references with `ref`. */
interface Case {
  readonly value: PdfValue;
  readonly read: unknown;
}

const nameText = fc.string({
  unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
});
const plain = (value: PdfValue): Case => ({ value, read: value });

const { value: arbitraryValue } = fc.letrec<{ value: Case }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<PdfValue>(true, false, null).map(plain),
    fc.integer().map(plain),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map(plain),
    nameText.map((text) => ({ value: text, read: `/${text}` })),
    fc.string({ unit: 'grapheme' }).map((text) => ({ value: textString(text), read: text })),
    fc.string({ unit: fc.constantFrom(...'ab()\\ ') }).map((text) => ({ value: asciiString(text), read: text })),
    fc.constant({ value: hexString('414A'), read: 'AJ' }),
    fc.constant({ value: new Reference(1), read: 'ref 1' }),
    fc.array(tie('value'), { maxLength: 5 }).map((elements) => ({
      value: elements.map(({ value }) => value),
      read: elements.map(({ read }) => read),
    })),
    fc
      .dictionary(
        nameText.filter((key) => key !== '__proto__'),
        tie('value'),
        { maxKeys: 5, noNullPrototype: true },
      )
      .map((entries) => ({
        value: Object.fromEntries(Object.entries(entries).map(([key, { value }]) => [key, value])),
        // To readers an entry with null is none (PDF 1.7, 7.3.7).
        read: Object.fromEntries(Object.entries(entries).map(([key, { read }]) => [key, read])),
      })),
  ),
}));

/** A file whose catalog names all values. */
function fileOf(values: readonly PdfValue[]): { readonly bytes: Uint8Array; readonly numbers: readonly number[] } {
  const store = new ObjectStore((bytes) => zlibSync(bytes));
  const tree = store.reserve();
  const page = store.add({ Type: 'Page', Parent: tree, MediaBox: [0, 0, 72, 72], Resources: {} });
  store.assign(tree, { Type: 'Pages', Kids: [page], Count: 1 });
  const unused = store.reserve();
  const references = values.map((value) => store.add(value));
  const stream = store.addStream(new TextEncoder().encode('some data'), { Kind: 'Plain' }, true);
  const root = store.add({ Type: 'Catalog', Pages: tree, Values: references, Data: stream, None: undefined });
  const bytes = writeFile(store, root, store.add({ Title: textString('Ümläute') }));
  expect(unused.number).toBeGreaterThan(0);
  return { bytes, numbers: references.map(({ number }) => number) };
}

function plainOf(object: unknown): unknown {
  if (object instanceof PDFRef) return `ref ${object.objectNumber}`;
  if (object instanceof PDFName) return `/${object.decodeText()}`;
  if (object instanceof PDFNumber) return object.asNumber();
  if (object instanceof PDFBool) return object.asBoolean();
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  if (object instanceof PDFArray) return object.asArray().map(plainOf);
  if (object instanceof PDFDict) {
    return Object.fromEntries(object.entries().map(([key, value]) => [key.decodeText(), plainOf(value)]));
  }
  return null;
}

/** Numbers may differ by what PDF syntax cannot hold. */
function isSame(read: unknown, wanted: unknown): boolean {
  if (typeof wanted === 'number')
    return Math.abs((read as number) - wanted) <= Math.max(1e-10, Math.abs(wanted) * 1e-14);
  if (typeof wanted !== 'object' || wanted === null) return read === wanted;
  const keys = Object.keys(wanted);
  if (keys.length !== Object.keys(read as object).length) return false;
  return keys.every((key) => isSame((read as Record<string, unknown>)[key], (wanted as Record<string, unknown>)[key]));
}

describe('a written file', () => {
  it('gives every value back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryValue, { minLength: 1, maxLength: 20 }), async (cases) => {
        const { bytes, numbers } = fileOf(cases.map(({ value }) => value));
        const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
        cases.forEach(({ read }, index) => {
          const object = document.context.lookup(PDFRef.of(numbers[index]!));
          const found = plainOf(object);
          if (!isSame(found, read)) expect(found).toEqual(read);
        });
        expect(document.getTitle()).toBe('Ümläute');
      }),
      { numRuns: 150 },
    );
  });

  it.skipIf(!hasQpdf)('is sound to qpdf, over several object streams', () => {
    const values = fc.sample(arbitraryValue, 1200).map(({ value }) => value);
    const { bytes } = fileOf(values);
    const report = runOn(bytes, 'qpdf', ['--check', '{}']).toString();
    expect(report).toContain('No syntax or stream encoding errors found');
  });

  it.skipIf(!hasQpdf)('holds numbers that are too large for integers, and too small for anything', () => {
    const { bytes, numbers } = fileOf([-3e25, 1e-7, -1e-30]);
    const show = (index: number): string =>
      runOn(bytes, 'qpdf', [`--show-object=${numbers[index]!}`, '{}'])
        .toString()
        .trim();
    expect([show(0), show(1), show(2)]).toEqual(['-30000000000000000570425344.0', '0.0000001', '0']);
  });

  it('is not written with a number that is none', () => {
    expect(() => fileOf([Number.NaN])).toThrow(RangeError);
    expect(() => fileOf([[1, Number.POSITIVE_INFINITY]])).toThrow(RangeError);
  });

  it('forgets what was added after a mark', async () => {
    const store = new ObjectStore((bytes) => zlibSync(bytes));
    const tree = store.add({ Type: 'Pages', Kids: [], Count: 0 });
    const mark = store.mark();
    store.addStream(Uint8Array.of(1), {}, true);
    store.add(['forgotten']);
    store.rollBack(mark);
    const root = store.add({ Type: 'Catalog', Pages: tree });
    expect(root.number).toBe(tree.number + 1);
    expect(store.streams.size).toBe(0);
    const bytes = writeFile(store, root, store.add({}));
    const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
    const values = context.enumerateIndirectObjects().map(([, object]) => JSON.stringify(plainOf(object)));
    expect(values.join()).not.toContain('forgotten');
  });
});
