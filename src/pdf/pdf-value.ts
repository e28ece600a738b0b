import { type ByteSink, isRegular } from './byte-sink.js';
import { utf16Hex } from './to-unicode.js';

/** A reference to an indirect object (PDF 1.7, 7.3.10); its generation is 0. */
export class Reference {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** PDF syntax that is written as it is, one byte for each character: strings, and what an appended document has. */
export class PdfSyntax {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** The entries of a dictionary; `undefined` ones are left out. */
export interface PdfEntries {
  readonly [key: string]: PdfValue | undefined;
}

/** A PDF object as plain data: strings are names, plain objects dictionaries. */
export type PdfValue = Reference | PdfSyntax | string | number | boolean | null | readonly PdfValue[] | PdfEntries;

/** A text string (PDF 1.7, 7.9.2.2): ASCII as it is, anything else in UTF-16BE. */
export function textString(text: string): PdfSyntax {
  return new PdfSyntax(textLiteral(text));
}

/** The syntax of {@link textString}. */
export function textLiteral(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? asciiLiteral(text) : `<FEFF${utf16Hex(text)}>`;
}

/** A byte string of printable ASCII characters. */
export function asciiString(text: string): PdfSyntax {
  return new PdfSyntax(asciiLiteral(text));
}

function asciiLiteral(text: string): string {
  return `(${text.replace(/[\\()]/g, '\\$&')})`;
}

/** A string of bytes given in hexadecimal. */
export function hexString(digits: string): PdfSyntax {
  return new PdfSyntax(`<${digits}>`);
}

/** Writes a value. Tokens are parted only where they would run together (PDF 1.7, 7.2.2). */
export function writeValue(sink: ByteSink, value: PdfValue): void {
  if (typeof value === 'string') writeName(sink, value);
  else if (typeof value === 'number') writeNumber(sink, value);
  else if (value instanceof Reference) writeReference(sink, value);
  else if (value instanceof PdfSyntax) writeToken(sink, value.source);
  else if (value === null || typeof value === 'boolean') writeToken(sink, String(value));
  else if (isArray(value)) {
    sink.latin1('[');
    for (const element of value) writeValue(sink, element);
    sink.latin1(']');
  } else {
    sink.latin1('<<');
    for (const key in value) {
      const entry = value[key];
      if (entry === undefined) continue;
      writeName(sink, key);
      writeValue(sink, entry);
    }
    sink.latin1('>>');
  }
}

function isArray(value: readonly PdfValue[] | PdfEntries): value is readonly PdfValue[] {
  return Array.isArray(value);
}

function writeToken(sink: ByteSink, token: string): void {
  if (isRegular(token.charCodeAt(0))) sink.separate();
  sink.latin1(token);
}

/** Writes `12 0 R`. */
export function writeReference(sink: ByteSink, reference: Reference): void {
  sink.separate().integer(reference.number).latin1(' 0 R');
}

const HEX_DIGITS = '0123456789ABCDEF';

/** Writes a name given by its bytes, one for each character (PDF 1.7, 7.3.5). */
function writeName(sink: ByteSink, name: string): void {
  sink.latin1('/');
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (isRegular(code)) sink.byte(code);
    else sink.latin1(`#${HEX_DIGITS[(code >> 4) & 15]!}${HEX_DIGITS[code & 15]!}`);
  }
}

function writeNumber(sink: ByteSink, value: number): void {
  sink.separate();
  if (Number.isSafeInteger(value)) sink.integer(value);
  else sink.latin1(decimal(value));
}

/** A number without an exponent, which PDF does not have (7.3.3); what is smaller than 1e-10 is 0. */
function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no PDF number`);
  const digits = String(value);
  if (!digits.includes('e')) return digits;
  // With a point: readers take digits alone for an integer, which has a limit.
  if (Math.abs(value) >= 1) return `${BigInt(value)}.0`;
  return value.toFixed(10).replace(/\.?0+$/, '');
}
