import type { PDFDict, PDFObject } from 'pdf-lib';
import type { PdfLib } from './pdf-lib.js';
import { hasWord, readNumber, readObjectHead, skipSpace, startOfHead } from './byte-scanner.js';
import { MAX_OBJECTS } from './limits.js';
import { indexOfBytes } from './object-parser.js';

/** Where an object lies: at an offset of the file, or at an index of an object stream. */
export type ObjectPlace =
  { readonly offset: number; readonly generation: number } | { readonly container: number; readonly index: number };

/** Where the objects of a file lie, and its trailer. */
export interface CrossReferences {
  readonly places: Map<number, ObjectPlace>;
  /** Trailer dictionaries, the newest first. */
  readonly trailers: PDFDict[];
}

/** What reading cross-references needs of the document. */
export interface CrossReferenceSource {
  readonly lib: PdfLib;
  readonly bytes: Uint8Array;
  /** Bytes before the header, which some writers count from and some do not. */
  readonly shift: number;
  /** Parses the object at an offset; null when there is none. */
  readonly parse: (offset: number) => PDFObject | null;
  /** The data of a stream; null when it is none. */
  readonly decode: (stream: PDFObject) => Uint8Array | null;
}

const ascii = (word: string): number[] => Array.from(word, (character) => character.charCodeAt(0));
const STARTXREF = ascii('startxref');

/** Follows the chain of cross-reference sections from the end of the file; null when it is broken. */
export function readCrossReferences(source: CrossReferenceSource): CrossReferences | null {
  const { bytes, lib, shift } = source;
  const found: CrossReferences = { places: new Map(), trailers: [] };
  const seen = new Set<number>();
  const pending = [lastStart(bytes)];
  while (pending.length > 0) {
    const stated = pending.shift()!;
    if (stated === null || seen.has(stated)) continue;
    seen.add(stated);
    if (seen.size > 1000) return null;
    const trailer = [stated, stated + shift].map((offset) => readSection(source, offset, found)).find((own) => own);
    if (!trailer) return found.trailers.length === 0 ? null : found;
    found.trailers.push(trailer);
    const next = (key: string): number | null => {
      const value = trailer.get(lib.PDFName.of(key));
      return value instanceof lib.PDFNumber ? value.asNumber() : null;
    };
    // A hybrid file's stream stands before older sections (PDF 1.7, 7.5.8.4).
    pending.push(next('XRefStm'), next('Prev'));
  }
  return found.places.size > 0 ? found : null;
}

function lastStart(bytes: Uint8Array): number | null {
  let at = -1;
  const from = Math.max(0, bytes.length - 4096);
  for (let next = indexOfBytes(bytes, STARTXREF, from); next >= 0; next = indexOfBytes(bytes, STARTXREF, next + 1)) {
    at = next;
  }
  return at < 0 ? null : (readNumber(bytes, at + STARTXREF.length)?.value ?? null);
}

/** Reads one section, a table or a stream, and returns its trailer. */
function readSection(source: CrossReferenceSource, offset: number, found: CrossReferences): PDFDict | null {
  const { bytes } = source;
  if (offset < 0 || offset >= bytes.length) return null;
  const at = skipSpace(bytes, offset);
  return hasWord(bytes, at, 'xref') ? readTable(source, at + 4, found) : readStream(source, at, found);
}

function readTable({ bytes, lib, parse }: CrossReferenceSource, start: number, found: CrossReferences): PDFDict | null {
  let at = skipSpace(bytes, start);
  while (!hasWord(bytes, at, 'trailer')) {
    const first = readNumber(bytes, at);
    const count = first && readNumber(bytes, first.end);
    if (!first || !count || count.value > MAX_OBJECTS) return null;
    at = count.end;
    for (let i = 0; i < count.value; i++) {
      const offset = readNumber(bytes, at);
      const generation = offset && readNumber(bytes, offset.end);
      if (!offset || !generation) break;
      const kind = skipSpace(bytes, generation.end);
      const number = first.value + i;
      if (bytes[kind] === 0x6e && offset.value > 0 && !found.places.has(number)) {
        found.places.set(number, { offset: offset.value, generation: generation.value });
      } else if (bytes[kind] === 0x66 && !found.places.has(number)) {
        found.places.set(number, { offset: -1, generation: 0 });
      }
      at = kind + 1;
    }
    at = skipSpace(bytes, at);
    if (at >= bytes.length) return null;
  }
  const trailer = parse(at + 7);
  return trailer instanceof lib.PDFDict ? trailer : null;
}

function readStream(source: CrossReferenceSource, at: number, found: CrossReferences): PDFDict | null {
  const { bytes, lib } = source;
  const head = readObjectHead(bytes, at);
  const stream = head && source.parse(head.end);
  if (!(stream instanceof lib.PDFRawStream)) return null;
  const { dict } = stream;
  if (dict.get(lib.PDFName.of('Type')) !== lib.PDFName.of('XRef')) return null;
  const data = source.decode(stream);
  const numbers = (key: string): number[] | null => {
    const array = dict.get(lib.PDFName.of(key));
    if (!(array instanceof lib.PDFArray)) return null;
    return array.asArray().map((entry) => (entry instanceof lib.PDFNumber ? entry.asNumber() : 0));
  };
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = numbers('W') ?? [];
  const width = kindWidth + secondWidth + thirdWidth;
  if (!data || !(width > 0 && width < 32)) return null;
  const size = dict.get(lib.PDFName.of('Size'));
  const index = numbers('Index') ?? [0, size instanceof lib.PDFNumber ? size.asNumber() : data.length / width];
  const read = (from: number, length: number): number => {
    let value = 0;
    for (let i = 0; i < length; i++) value = value * 256 + (data[from + i] ?? 0);
    return value;
  };
  let row = 0;
  for (let part = 0; part + 1 < index.length; part += 2) {
    for (let i = 0; i < index[part + 1]! && (row + 1) * width <= data.length; i++, row++) {
      const number = index[part]! + i;
      const from = row * width;
      const kind = kindWidth === 0 ? 1 : read(from, kindWidth);
      const second = read(from + kindWidth, secondWidth);
      const third = read(from + kindWidth + secondWidth, thirdWidth);
      if (found.places.has(number)) continue;
      if (kind === 0) found.places.set(number, { offset: -1, generation: 0 });
      else if (kind === 1) found.places.set(number, { offset: second, generation: third });
      else if (kind === 2) found.places.set(number, { container: second, index: third });
    }
  }
  return dict;
}

const OBJ = ascii('obj');
const STREAM = ascii('stream');
const ENDSTREAM = ascii('endstream');
const TRAILER = ascii('trailer');

/** Finds the objects of a damaged file by their heads; the later one of a number counts. Streams are not looked into. */
export function scanObjects({ bytes, lib, parse }: CrossReferenceSource): CrossReferences {
  const places = new Map<number, ObjectPlace>();
  const trailers: PDFDict[] = [];
  let stream = indexOfBytes(bytes, STREAM, 0);
  for (let obj = indexOfBytes(bytes, OBJ, 0); obj >= 0; obj = indexOfBytes(bytes, OBJ, obj + 3)) {
    while (stream >= 0 && stream < obj) {
      const end =
        bytes[stream + 6] === 0x0a || bytes[stream + 6] === 0x0d ? indexOfBytes(bytes, ENDSTREAM, stream) : -1;
      if (end > obj) obj = indexOfBytes(bytes, OBJ, end);
      stream = indexOfBytes(bytes, STREAM, end < 0 ? stream + 6 : end + 9);
      if (obj < 0) break;
    }
    if (obj < 0 || places.size > MAX_OBJECTS) break;
    const head = hasWord(bytes, obj - 3, 'end') ? null : readObjectHead(bytes, Math.max(0, startOfHead(bytes, obj)));
    if (head && head.end === obj + 3) {
      places.set(head.number, { offset: startOfHead(bytes, obj), generation: head.generation });
    }
  }
  for (let at = indexOfBytes(bytes, TRAILER, 0); at >= 0; at = indexOfBytes(bytes, TRAILER, at + 7)) {
    const trailer = trailers.length < 100 ? parse(at + 7) : null;
    if (trailer instanceof lib.PDFDict) trailers.unshift(trailer);
  }
  return { places, trailers };
}
