import { zlibSync } from 'fflate';

/** An indirect object: its text, or a stream with the entries of its dictionary. */
export type RawObject = string | { readonly entries: string; readonly data: string | Uint8Array };

export interface RawOptions {
  /** Entries of the trailer beside Size and Root. */
  readonly trailer?: string;
  readonly header?: string;
  /** Leave out the table of objects and its trailer. */
  readonly table?: 'right' | 'wrong' | 'none';
  /** What stands in `startxref`. @default the right one */
  readonly startxref?: number;
}

const encode = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0) & 255);

/** Bytes one after the other; text is taken as Latin-1. */
export function bytesOf(...parts: (string | Uint8Array)[]): Uint8Array {
  const arrays = parts.map((part) => (typeof part === 'string' ? encode(part) : part));
  const whole = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}

/** A stream, deflated. */
export function deflated(data: string | Uint8Array, entries = ''): RawObject {
  return { entries: `/Filter /FlateDecode ${entries}`, data: zlibSync(typeof data === 'string' ? encode(data) : data) };
}

/** Writes a PDF as it is told to, right or wrong: object N is the N-th of the list, from 1; the first is the catalog. */
export function rawPdf(objects: readonly RawObject[], options: RawOptions = {}): Uint8Array {
  const { trailer = '', header = '%PDF-1.7\n', table = 'right' } = options;
  const parts: Uint8Array[] = [encode(header)];
  let length = parts[0]!.length;
  const offsets: number[] = [];
  const add = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    if (typeof object === 'string') add(encode(`${index + 1} 0 obj\n${object}\nendobj\n`));
    else {
      const data = typeof object.data === 'string' ? encode(object.data) : object.data;
      const stated = object.entries.includes('/Length ') ? '' : `/Length ${data.length} `;
      add(bytesOf(`${index + 1} 0 obj\n<< ${stated}${object.entries} >>\nstream\n`, data, '\nendstream\nendobj\n'));
    }
  });
  if (table === 'none') return bytesOf(...parts);
  const start = length;
  const shift = table === 'wrong' ? 7 : 0;
  const rows = offsets.map((offset) => `${String(offset + shift).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  add(encode(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`));
  add(encode(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${options.startxref ?? start}\n%%EOF\n`));
  return bytesOf(...parts);
}

/** A black square of 200 pt: enough ink to be seen on a small picture of the page. */
export const SQUARE = '0 0 0 rg 150 300 250 250 re f\n';

export interface OnePageOptions extends RawOptions {
  /** Entries of the page beside Type, Parent and Contents. */
  readonly page?: string;
  readonly content?: RawObject;
  readonly catalog?: string;
  /** Objects from number 5 on. */
  readonly more?: readonly RawObject[];
}

/** A PDF of one Letter page: 1 catalog, 2 page tree, 3 page, 4 content, then `more`. */
export function onePage(options: OnePageOptions = {}): Uint8Array {
  const {
    page = '/MediaBox [0 0 612 792]',
    content = { entries: '', data: SQUARE },
    catalog = '',
    more = [],
  } = options;
  return rawPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /Contents 4 0 R ${page} >>`,
      content,
      ...more,
    ],
    options,
  );
}
