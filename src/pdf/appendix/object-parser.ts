import type { PDFContext, PDFObject, PDFRef, PDFStream, PDFDict } from 'pdf-lib';
import type { PdfLib } from './pdf-lib.js';
import { AppendixError } from './appendix-error.js';
import { MAX_NESTING } from './limits.js';

/** Parses the object at an offset. Streams are cut out by the length that `lengthOf` gives, or up to `endstream`. */
export type ParseAt = (bytes: Uint8Array, offset: number, lengthOf: LengthOf) => PDFObject;

/** The length of a stream by its `Length` entry; null when that leads nowhere. */
export type LengthOf = (length: PDFObject | undefined) => number | null;

const ENDSTREAM = [0x65, 0x6e, 0x64, 0x73, 0x74, 0x72, 0x65, 0x61, 0x6d];
const LF = 0x0a;
const CR = 0x0d;

/** The first place of a pattern at or after an offset; -1 when there is none. */
export function indexOfBytes(bytes: Uint8Array, pattern: readonly number[], from: number): number {
  const first = pattern[0]!;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < pattern.length && bytes[at + same] === pattern[same]) same++;
    if (same === pattern.length) return at;
  }
  return -1;
}

/** The part of pdf-lib's byte stream that is used here. */
interface ByteCursor {
  offset(): number;
  moveTo(offset: number): void;
  peek(): number | undefined;
}

/**
 * pdf-lib's object parser with three things changed: streams whose length is a reference are not searched byte by byte
 * for their end, nesting has a limit, and a stream is a view of the file, not a copy.
 */
export function createObjectParser(lib: PdfLib, context: PDFContext): ParseAt {
  const { PDFObjectParser, PDFName, PDFRawStream } = lib;
  const length = PDFName.of('Length');

  class SourceParser extends PDFObjectParser {
    #depth = 0;
    readonly #bytes: Uint8Array;
    readonly #lengthOf: LengthOf;

    constructor(cursor: ByteCursor, bytes: Uint8Array, lengthOf: LengthOf) {
      super(cursor as ConstructorParameters<typeof PDFObjectParser>[0], context);
      this.#bytes = bytes;
      this.#lengthOf = lengthOf;
    }

    override parseObject(ref?: PDFRef): PDFObject {
      if (this.#depth >= MAX_NESTING) throw new AppendixError('appendix/damaged', 'is nested too deep');
      this.#depth++;
      try {
        return super.parseObject(ref);
      } finally {
        this.#depth--;
      }
    }

    protected override parseDictOrStream(ref?: PDFRef): PDFDict | PDFStream {
      const dictionary = this.parseDict(ref);
      this.skipWhitespaceAndComments();
      if (!this.matchKeyword([0x73, 0x74, 0x72, 0x65, 0x61, 0x6d])) return dictionary;
      if (this.bytes.peek() === CR) this.bytes.next();
      if (this.bytes.peek() === LF) this.bytes.next();
      const start = this.bytes.offset();
      const end = this.#endOfStream(start, this.#lengthOf(dictionary.get(length)));
      this.bytes.moveTo(end);
      return PDFRawStream.of(dictionary, this.#bytes.subarray(start, end));
    }

    #endOfStream(start: number, stated: number | null): number {
      const bytes = this.#bytes;
      if (stated !== null && Number.isSafeInteger(stated) && stated >= 0 && start + stated <= bytes.length) {
        let after = start + stated;
        while (after < bytes.length && after < start + stated + 4 && bytes[after]! <= 0x20) after++;
        if (ENDSTREAM.every((byte, index) => bytes[after + index] === byte)) return start + stated;
      }
      let end = indexOfBytes(bytes, ENDSTREAM, start);
      if (end < 0) return bytes.length;
      if (bytes[end - 1] === LF) end--;
      if (bytes[end - 1] === CR) end--;
      return Math.max(start, end);
    }
  }

  return (bytes, offset, lengthOf) => {
    // The library makes its byte stream itself and does not export it.
    const { bytes: cursor } = PDFObjectParser.forBytes(bytes, context) as unknown as { readonly bytes: ByteCursor };
    cursor.moveTo(offset);
    return new SourceParser(cursor, bytes, lengthOf).parseObject();
  };
}
