import { ByteSink } from '../byte-sink.js';
import { decodeName, endOfToken, isOperand, isRegular, isSpace, looksLikeText, text } from './content-tokens.js';

/** The categories of resources that operators name. */
export const RESOURCE_CATEGORIES = ['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading'] as const;
export type ResourceCategory = (typeof RESOURCE_CATEGORIES)[number];

/** What is hidden by optional content, by the names of the resources that content uses. */
export interface Visibility {
  readonly hidesProperties: (name: string) => boolean;
  readonly hidesXObject: (name: string) => boolean;
  /** The marks that stay, by their numbers; all others go. @default none stays */
  readonly keepsMark?: (mcid: number) => boolean;
  /** The number of a mark whose properties are a resource. */
  readonly markOf?: (name: string) => number | undefined;
}

/** What a content stream does. */
export interface ContentUse {
  /** Names of resources that it uses. */
  readonly names: Readonly<Record<ResourceCategory, ReadonlySet<string>>>;
  /** Colour that depends on a printing press. */
  readonly usesCmyk: boolean;
  /** Deepest nesting of saved graphics states. */
  readonly depth: number;
  /** Inline images that PDF/A does not take. */
  readonly hasOddInlineImage: boolean;
}

/** Operators that only name parts of the content (PDF 1.7, 14.6), and those that allow unknown ones. */
const MARKS = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX']);
const OPERATORS = new Set(
  (
    'b B b* B* BT c cm CS cs d d0 d1 Do ET f F f* G g gs h i j J K k l m M n q Q re RG rg ri s S SC sc SCN scn sh ' +
    'T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
  ).split(' '),
);
const PAINTS = new Set(['b', 'B', 'b*', 'B*', 'f', 'F', 'f*', 's', 'S']);
const SHOWS = new Set(['Tj', 'TJ', "'", '"', 'Do', 'sh', 'BI']);

/** Where the last operands of an operator lie; enough for all that have names among them. */
interface Operand {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a content stream (PDF 1.7, 7.8.2): what it uses, and the same content without marks, without what optional
 * content hides, without unknown operators, and with every saved graphics state restored. Unchanged content comes back
 * as the same array.
 */
export function cleanContent(
  data: Uint8Array,
  visibility: Visibility,
): { readonly data: Uint8Array; readonly use: ContentUse } {
  const reader = new ContentReader(data, visibility);
  return { data: reader.run(), use: reader.use };
}

class ContentReader {
  readonly #bytes: Uint8Array;
  readonly #visibility: Visibility;
  readonly #names: Record<ResourceCategory, Set<string>>;
  readonly #sink = new ByteSink(0);
  /** For every open mark whether it hides its content, and whether it stays. */
  readonly #marks: { readonly hides: boolean; readonly stays: boolean }[] = [];
  #hidden = 0;
  #copied = 0;
  #changed = false;
  #saved = 0;
  #depth = 0;
  #inText = false;
  #cmyk = false;
  #oddInline = false;

  constructor(bytes: Uint8Array, visibility: Visibility) {
    this.#bytes = bytes;
    this.#visibility = visibility;
    const sets = RESOURCE_CATEGORIES.map((category) => [category, new Set<string>()] as const);
    this.#names = Object.fromEntries(sets) as Record<ResourceCategory, Set<string>>;
  }

  get use(): ContentUse {
    return { names: this.#names, usesCmyk: this.#cmyk, depth: this.#depth, hasOddInlineImage: this.#oddInline };
  }

  run(): Uint8Array {
    const bytes = this.#bytes;
    const operands: Operand[] = [];
    let start = -1;
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at]!;
      if (isSpace(byte)) {
        at++;
      } else if (byte === 0x25) {
        while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
      } else {
        const end = endOfToken(bytes, at);
        if (start < 0) start = at;
        if (isOperand(bytes, at, end)) {
          operands.push({ start: at, end });
        } else {
          const operator = text(bytes, at, end);
          const after = operator === 'BI' ? this.#inlineImage(end) : end;
          this.#operator(operator, operands, start, after);
          operands.length = 0;
          start = -1;
          at = after;
          continue;
        }
        at = end;
      }
    }
    if (start >= 0) this.#replace(start, bytes.length, '');
    return this.#finish();
  }

  #finish(): Uint8Array {
    const open = this.#marks.filter(({ stays }) => stays).length;
    if (!this.#changed && this.#saved === 0 && !this.#inText && open === 0) return this.#bytes;
    this.#sink.bytes(this.#bytes.subarray(this.#copied));
    this.#sink.latin1(`${this.#inText ? '\nET' : ''}${'\nEMC'.repeat(open)}${'\nQ'.repeat(this.#saved)}\n`);
    return this.#sink.toBytes();
  }

  /** Puts other operators in the place of what stands between two offsets. */
  #replace(start: number, end: number, by: string): void {
    this.#sink.bytes(this.#bytes.subarray(this.#copied, start)).latin1(by === '' ? ' ' : `${by} `);
    this.#copied = end;
    this.#changed = true;
  }

  #operator(operator: string, operands: readonly Operand[], start: number, end: number): void {
    if (MARKS.has(operator)) {
      const by = this.#mark(operator, operands);
      if (by !== 'EMC') this.#replace(start, end, by);
      return;
    }
    const name = this.#nameOf(operands.at(-1));
    if (this.#hidden > 0 && (PAINTS.has(operator) || SHOWS.has(operator))) {
      this.#replace(start, end, PAINTS.has(operator) ? 'n' : '');
    } else if (operator === 'Do' && (name === null || this.#visibility.hidesXObject(name))) {
      this.#replace(start, end, '');
    } else if (operator === 'q') {
      this.#depth = Math.max(this.#depth, ++this.#saved);
    } else if (operator === 'Q') {
      if (this.#saved > 0) this.#saved--;
      else this.#replace(start, end, '');
    } else if (operator === 'BT' || operator === 'ET') {
      if (this.#inText === (operator === 'BT')) this.#replace(start, end, '');
      this.#inText = operator === 'BT';
    } else if (operator !== 'BI' && !OPERATORS.has(operator)) {
      this.#replace(start, end, '');
    } else {
      this.#note(operator, operands, name);
    }
  }

  #note(operator: string, operands: readonly Operand[], name: string | null): void {
    if (operator === 'k' || operator === 'K') this.#cmyk = true;
    else if (operator === 'Tf') this.#add('Font', this.#nameOf(operands.at(-2)));
    else if (operator === 'Do') this.#add('XObject', name);
    else if (operator === 'gs') this.#add('ExtGState', name);
    else if (operator === 'sh') this.#add('Shading', name);
    else if (operator === 'scn' || operator === 'SCN') this.#add('Pattern', name);
    else if (operator === 'cs' || operator === 'CS') {
      if (name === 'DeviceCMYK') this.#cmyk = true;
      this.#add('ColorSpace', name);
    }
  }

  #add(category: ResourceCategory, name: string | null): void {
    if (name !== null) this.#names[category].add(name);
  }

  /** What stands in the place of a mark. */
  #mark(operator: string, operands: readonly Operand[]): string {
    if (operator === 'EMC') {
      const mark = this.#marks.pop();
      if (mark?.hides) this.#hidden--;
      return mark?.stays ? 'EMC' : '';
    }
    if (operator !== 'BMC' && operator !== 'BDC') return '';
    const tag = this.#nameOf(operands.at(operator === 'BMC' ? -1 : -2));
    const properties = this.#nameOf(operands.at(-1));
    const isOptional = operator === 'BDC' && tag === 'OC' && properties !== null;
    const hides = isOptional && this.#visibility.hidesProperties(properties);
    if (hides) this.#hidden++;
    const mcid = operator === 'BDC' ? this.#mcidOf(operands.at(-1), properties) : undefined;
    const { keepsMark } = this.#visibility;
    const isKept = keepsMark !== undefined && mcid !== undefined && keepsMark(mcid);
    // Outside of tagged content, and only there, what is no content says so.
    const isArtifact = keepsMark !== undefined && tag === 'Artifact' && !this.#marks.some(({ stays }) => stays);
    this.#marks.push({ hides, stays: isKept || isArtifact });
    return isKept ? `/Span <</MCID ${mcid}>> BDC` : isArtifact ? '/Artifact BMC' : '';
  }

  #mcidOf(operand: Operand | undefined, properties: string | null): number | undefined {
    if (properties !== null) return this.#visibility.markOf?.(properties);
    const found = operand && /\/MCID\s+(\d{1,6})\b/.exec(text(this.#bytes, operand.start, operand.end));
    return found ? Number(found[1]) : undefined;
  }

  /** The name that an operand is; null for any other. */
  #nameOf(operand: Operand | undefined): string | null {
    if (!operand || this.#bytes[operand.start] !== 0x2f) return null;
    return decodeName(text(this.#bytes, operand.start + 1, operand.end));
  }

  /** The end of an inline image whose `BI` ends at an offset (PDF 1.7, 8.9.7). */
  #inlineImage(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    const tokens: string[] = [];
    while (at < bytes.length) {
      if (isSpace(bytes[at])) {
        at++;
        continue;
      }
      const end = endOfToken(bytes, at);
      const token = text(bytes, at, Math.min(end, at + 200));
      at = end;
      if (token === 'ID') break;
      tokens.push(token);
    }
    const all = tokens.join(' ');
    if (/\/(?:CMYK|DeviceCMYK)\b/.test(all)) this.#cmyk = true;
    if (/\/(?:LZW|LZWDecode)\b|\/I(?:nterpolate)? true/.test(all)) this.#oddInline = true;
    const space = /\/(?:CS|ColorSpace) \/([^\s/[\]<>()]+)/.exec(all)?.[1];
    if (space !== undefined) this.#add('ColorSpace', decodeName(space));
    for (at++; at < bytes.length; at++) {
      if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49) continue;
      const isAlone = isSpace(bytes[at - 1]) && !isRegular(bytes[at + 2]);
      if (isAlone && looksLikeText(bytes, at + 2)) return at + 2;
    }
    return bytes.length;
  }
}
