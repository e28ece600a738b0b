import { Inflate, Unzlib } from 'fflate';
import type { PDFDict, PDFObject, PDFRawStream } from 'pdf-lib';
import type { PdfLib } from './pdf-lib.js';
import { AppendixError } from './appendix-error.js';
import type { SourceBudget } from './limits.js';

/** Input given to the inflater at a time: it makes at most a thousand times as much of it. */
const SLICE = 1 << 14;

/** What decoding one stream needs. */
export interface DecodeOptions {
  readonly lib: PdfLib;
  readonly budget: SourceBudget;
  /** Follows a reference. */
  readonly resolve: (object: PDFObject | undefined) => PDFObject | undefined;
  /** Most bytes of the result. */
  readonly limit: number;
}

/**
 * Inflates zlib data, counting as it goes, and keeps what a damaged stream gives before its fault, as viewers do.
 *
 * @param keep false only counts
 */
export function inflate(data: Uint8Array, limit: number, budget: SourceBudget, keep = true): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    budget.inflate(part.length);
    if (length > limit) throw new AppendixError('appendix/too-large', `has a stream of more than ${limit / 1e6} MB`);
    if (keep) parts.push(part);
  };
  const isZlib = (data[0]! & 15) === 8 && ((data[0]! << 8) | data[1]!) % 31 === 0;
  const stream = isZlib ? new Unzlib(take) : new Inflate(take);
  try {
    for (let at = 0; at < data.length; at += SLICE) {
      stream.push(data.subarray(at, at + SLICE), at + SLICE >= data.length);
    }
  } catch (error) {
    if (error instanceof AppendixError) throw error;
  }
  return concatBytes(parts);
}

/** Byte arrays one after the other. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The filters of a stream with their parameters, outermost first (PDF 1.7, 7.4). */
export function filtersOf(
  { dict }: PDFRawStream,
  { lib, resolve }: Pick<DecodeOptions, 'lib' | 'resolve'>,
): { readonly name: string; readonly parameters: PDFDict | undefined }[] {
  const filter = resolve(dict.get(lib.PDFName.of('Filter')) ?? dict.get(lib.PDFName.of('F')));
  const parameters = resolve(dict.get(lib.PDFName.of('DecodeParms')) ?? dict.get(lib.PDFName.of('DP')));
  const names = filter instanceof lib.PDFArray ? filter.asArray() : filter === undefined ? [] : [filter];
  const list = parameters instanceof lib.PDFArray ? parameters.asArray() : [parameters];
  return names.slice(0, 8).flatMap((entry, index) => {
    const name = resolve(entry);
    const own = resolve(list[index]);
    if (!(name instanceof lib.PDFName)) return [];
    return [{ name: name.decodeText(), parameters: own instanceof lib.PDFDict ? own : undefined }];
  });
}

/** Short names of filters, from inline images, that some writers use everywhere. */
const SHORT: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
};

/**
 * The data of a stream without its filters.
 *
 * @throws AppendixError `appendix/too-large` over the limit; a filter of images or an unknown one gives no data
 */
export function decodeStream(stream: PDFRawStream, options: DecodeOptions): Uint8Array {
  const { lib, budget, limit } = options;
  let data = stream.contents;
  for (const { name, parameters } of filtersOf(stream, options)) {
    const filter = SHORT[name] ?? name;
    const number = (key: string, otherwise: number): number => {
      const value = options.resolve(parameters?.get(lib.PDFName.of(key)));
      return value instanceof lib.PDFNumber ? value.asNumber() : otherwise;
    };
    if (filter === 'FlateDecode') data = inflate(data, limit, budget);
    else if (['LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'].includes(filter)) {
      data = decodeByLibrary(data, filter, number('EarlyChange', 1), options);
    } else if (filter !== 'Crypt') return new Uint8Array(0);
    const predictor = number('Predictor', 1);
    if (predictor > 1 && (filter === 'FlateDecode' || filter === 'LZWDecode')) {
      const bits = number('Colors', 1) * number('BitsPerComponent', 8);
      data = unpredict(data, predictor, Math.ceil((bits * number('Columns', 1)) / 8), Math.max(1, bits >> 3));
    }
  }
  return data;
}

function decodeByLibrary(
  data: Uint8Array,
  filter: string,
  earlyChange: number,
  { lib, budget, limit }: DecodeOptions,
): Uint8Array {
  const context = lib.PDFContext.create();
  const dictionary = context.obj({ Filter: filter, DecodeParms: { EarlyChange: earlyChange } });
  const stream = lib.decodePDFRawStream(lib.PDFRawStream.of(dictionary, data));
  // Asked for so many bytes, the library stops decoding when it has them.
  let decoded: Uint8Array = new Uint8Array(0);
  try {
    decoded = new Uint8Array(stream.getBytes(Math.min(limit, budget.inflatable) + 1));
  } catch {
    return decoded;
  }
  budget.inflate(decoded.length);
  if (decoded.length > limit) {
    throw new AppendixError('appendix/too-large', `has a stream of more than ${limit / 1e6} MB`);
  }
  return decoded;
}

/** Undoes PNG predictors (PDF 1.7, 7.4.4.4); the TIFF predictor for whole bytes. */
function unpredict(data: Uint8Array, predictor: number, rowBytes: number, pixelBytes: number): Uint8Array {
  if (!(rowBytes > 0 && rowBytes < 1 << 24)) return data;
  if (predictor === 2) {
    for (let row = 0; row < data.length; row += rowBytes) {
      const end = Math.min(row + rowBytes, data.length);
      for (let i = row + pixelBytes; i < end; i++) data[i] = (data[i]! + data[i - pixelBytes]!) & 255;
    }
    return data;
  }
  const rows = Math.ceil(data.length / (rowBytes + 1));
  const out = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row++) {
    const from = row * (rowBytes + 1);
    const at = row * rowBytes;
    const type = data[from]!;
    for (let i = 0; i < rowBytes; i++) {
      const raw = data[from + 1 + i] ?? 0;
      const left = i >= pixelBytes ? out[at + i - pixelBytes]! : 0;
      const up = row > 0 ? out[at + i - rowBytes]! : 0;
      const upLeft = row > 0 && i >= pixelBytes ? out[at + i - rowBytes - pixelBytes]! : 0;
      out[at + i] = (raw + predict(type, left, up, upLeft)) & 255;
    }
  }
  return out;
}

function predict(type: number, left: number, up: number, upLeft: number): number {
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  if (type !== 4) return 0;
  const guess = left + up - upLeft;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  return a <= b && a <= c ? left : b <= c ? up : upLeft;
}
