import { type PDFDict, PDFName, type PDFRawStream } from 'pdf-lib';
import { type Operand, type OperandDict, type Operation, readOperations } from './content-stream.js';
import type { PdfFile } from './pdf-file.js';
import { readToUnicode } from './read-to-unicode.js';

/** Something that was painted: its colour, and what lies under it. */
export interface Paint {
  readonly kind: 'text' | 'path' | 'image';
  /** `#rrggbb` of the fill or stroke. */
  readonly color: string;
  /** Text only: `#rrggbb` of what was filled where it begins; undefined over an image. */
  readonly background?: string | undefined;
}

/** A marked-content sequence of a page. */
export interface Mark {
  readonly tag: string;
  readonly mcid: number | undefined;
  /** What the glyphs say, or ActualText in their place. */
  text: string;
  readonly paints: Paint[];
}

/** What a page draws, by marked-content sequences in the order of the content stream. */
export interface PageMarks {
  readonly marks: readonly Mark[];
  /** Faults in the use of marked content. */
  readonly faults: readonly string[];
}

type Matrix = readonly [number, number, number, number, number, number];
interface State {
  ctm: Matrix;
  fill: string;
  stroke: string;
  font: string;
}
interface Fill {
  readonly box: readonly [number, number, number, number];
  readonly color: string | undefined;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function colorOf(parts: readonly Operand[]): string {
  const values = parts.filter((part) => typeof part === 'number');
  const rgb = values.length === 1 ? [values[0]!, values[0]!, values[0]!] : values;
  return `#${rgb
    .slice(0, 3)
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Interprets the content of a page as far as reading order, text and colours need it. */
export function readPageMarks(file: PdfFile, pageIndex: number): PageMarks {
  const page = file.pages[pageIndex]!;
  const contents = file.list(file.get(page, 'Contents'));
  const streams = contents.length > 0 ? contents : [file.get(page, 'Contents')!];
  return readMarks(file, page, Buffer.concat(streams.flatMap((stream) => [file.data(stream), Buffer.from('\n')])));
}

/** The same of a form with marked content of its own, such as a page of an appended document that keeps its tags. */
export function readFormMarks(file: PdfFile, form: PDFRawStream): PageMarks {
  return readMarks(file, form.dict, file.data(form));
}

function readMarks(file: PdfFile, holder: PDFDict, bytes: Uint8Array): PageMarks {
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const resources = file.sub(holder, 'Resources', 'Font');
  for (const [name, font] of resources?.entries() ?? []) {
    const map = file.get(font, 'ToUnicode');
    fonts.set(name.decodeText(), map ? readToUnicode(file.data(map)) : new Map());
  }
  const properties = file.sub(holder, 'Resources', 'Properties');
  const forms = file.sub(holder, 'Resources', 'XObject');
  const reader = new MarkReader(
    fonts,
    (name) => {
      const dict = file.dict(properties?.get(PDFName.of(name)));
      const mcid = file.number(dict?.get(PDFName.of('MCID')));
      return mcid === undefined ? {} : { MCID: mcid };
    },
    (name) => file.dict(forms?.get(PDFName.of(name)))?.has(PDFName.of('StructParents')) ?? false,
  );
  for (const operation of readOperations(bytes)) reader.read(operation);
  return reader.finish();
}

class MarkReader {
  readonly #marks: Mark[] = [];
  readonly #faults: string[] = [];
  readonly #open: Mark[] = [];
  readonly #fills: Fill[] = [];
  readonly #stack: State[] = [];
  #state: State = { ctm: IDENTITY, fill: '#000000', stroke: '#000000', font: '' };
  #line: Matrix = IDENTITY;
  #path: [number, number][] = [];
  readonly #replaced = new Set<Mark>();

  constructor(
    private readonly fonts: ReadonlyMap<string, ReadonlyMap<number, string>>,
    private readonly property: (name: string) => OperandDict,
    private readonly isMarkedForm: (name: string) => boolean,
  ) {}

  finish(): PageMarks {
    if (this.#open.length > 0) this.#faults.push('marked content does not end');
    return { marks: this.#marks, faults: this.#faults };
  }

  read({ operator, operands }: Operation): void {
    const numbers = operands.filter((operand) => typeof operand === 'number');
    switch (operator) {
      case 'q':
        this.#stack.push({ ...this.#state });
        return;
      case 'Q':
        this.#state = this.#stack.pop() ?? this.#state;
        return;
      case 'cm':
        this.#state.ctm = multiply(numbers as unknown as Matrix, this.#state.ctm);
        return;
      case 'rg':
      case 'g':
      case 'sc':
      case 'scn':
        this.#state.fill = colorOf(operands);
        return;
      case 'RG':
      case 'G':
      case 'SC':
      case 'SCN':
        this.#state.stroke = colorOf(operands);
        return;
      case 'BMC':
      case 'BDC':
        return this.#begin(String(operands[0]).slice(1), operands[1]);
      case 'EMC':
        if (this.#open.pop() === undefined) this.#faults.push('EMC without BMC or BDC');
        return;
      case 'BT':
        this.#line = IDENTITY;
        return;
      case 'Tm':
        this.#line = numbers as unknown as Matrix;
        return;
      case 'Td':
      case 'TD':
        this.#line = multiply([1, 0, 0, 1, numbers[0] ?? 0, numbers[1] ?? 0], this.#line);
        return;
      case 'Tf':
        this.#state.font = String(operands[0]).slice(1);
        return;
      case 'Tj':
      case 'TJ':
        return this.#show(operands[0]!);
      case 're': {
        const [x = 0, y = 0, width = 0, height = 0] = numbers;
        this.#path.push([x, y], [x + width, y + height]);
        return;
      }
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        for (let i = 0; i + 1 < numbers.length; i += 2) this.#path.push([numbers[i]!, numbers[i + 1]!]);
        return;
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        return this.#fill(this.#state.fill);
      case 'S':
      case 's':
        this.#path = [];
        return this.#paint({ kind: 'path', color: this.#state.stroke });
      case 'n':
        this.#path = [];
        return;
      case 'Do':
        // It must stand outside marked content: its own is in the structure.
        if (!this.isMarkedForm(String(operands[0]).slice(1))) return this.#picture();
        if (this.#open.length > 0) this.#faults.push(`a tagged form inside ${this.#open.at(-1)!.tag}`);
        return;
      case 'sh':
        return this.#picture();
    }
  }

  /** An image, a form that is a picture, or a shading, in the unit square. */
  #picture(): void {
    this.#path = [
      [0, 0],
      [1, 1],
    ];
    this.#fill(undefined);
  }

  #begin(tag: string, property: Operand | undefined): void {
    const dict = typeof property === 'string' ? this.property(property.slice(1)) : ((property ?? {}) as OperandDict);
    const mcid = typeof dict.MCID === 'number' ? dict.MCID : undefined;
    const mark: Mark = { tag, mcid, text: '', paints: [] };
    if (dict.ActualText instanceof Uint8Array) {
      mark.text = decodeText(dict.ActualText);
      this.#replaced.add(mark);
    }
    if (this.#open.length > 0) this.#faults.push(`${tag} inside ${this.#open.at(-1)!.tag}`);
    if (mcid === undefined && tag !== 'Artifact') this.#faults.push(`${tag} without MCID`);
    if (mcid !== undefined && tag === 'Artifact') this.#faults.push('an artifact with MCID');
    this.#open.push(mark);
    this.#marks.push(mark);
  }

  #paint(paint: Paint): void {
    const mark = this.#open.at(-1);
    if (mark) mark.paints.push(paint);
    else this.#faults.push(`${paint.kind} outside marked content`);
  }

  #fill(color: string | undefined): void {
    const points = this.#path.map(([x, y]) => apply(this.#state.ctm, x, y));
    this.#path = [];
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    this.#fills.push({ box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], color });
    this.#paint({ kind: color === undefined ? 'image' : 'path', color: color ?? '#000000' });
  }

  #show(operand: Operand): void {
    const strings = (Array.isArray(operand) ? operand : [operand]).filter((part) => part instanceof Uint8Array);
    const map = this.fonts.get(this.#state.font);
    let text = '';
    for (const bytes of strings) {
      for (let i = 0; i + 1 < bytes.length; i += 2) text += map?.get(bytes[i]! * 256 + bytes[i + 1]!) ?? '\ufffd';
    }
    const mark = this.#open.at(-1);
    if (mark && !this.#replaced.has(mark)) mark.text += text.replaceAll('\u200b', '');
    const [x, y] = apply(multiply(this.#line, this.#state.ctm), 0.5, 1);
    const under = this.#fills.findLast(({ box: [x0, y0, x1, y1] }) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
    const background = under === undefined ? '#ffffff' : under.color;
    if (text.trim() !== '') this.#paint({ kind: 'text', color: this.#state.fill, background });
    else if (!mark) this.#faults.push('text outside marked content');
  }
}

function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  if (buffer[0] !== 0xfe || buffer[1] !== 0xff) return buffer.toString('latin1');
  return buffer.subarray(2).swap16().toString('utf16le');
}
