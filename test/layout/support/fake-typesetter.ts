import type {
  BreakOptions,
  FontFace,
  GlyphRun,
  Line,
  LineRun,
  SetLine,
  TextSpan,
  TextStyle,
  Typesetter,
} from '../../../src/text/types.js';

/** Every letter is half an em wide; a word that is wider than the measure is cut. `☃` has no glyph. */
const LETTER = 0.5;

const FACE: FontFace = {
  key: 'Fake/400/normal',
  family: 'Fake',
  weight: 400,
  style: 'normal',
  postScriptName: 'Fake',
  bytes: new Uint8Array(),
  unitsPerEm: 1000,
  ascent: 900,
  descent: -250,
  capHeight: 660,
  xHeight: 480,
  italicAngle: 0,
  boundingBox: [0, -250, 500, 900],
  isFixedPitch: true,
  advance: () => LETTER * 1000,
  outline: () => '',
  covers: (text) => !text.includes('☃'),
};

interface Piece {
  readonly text: string;
  readonly span: TextSpan<unknown>;
  readonly index: number;
}

const widthOf = (text: string, size: number): number => [...text].length * LETTER * size;

/** A typesetter with fixed-width letters, so that tests can count. */
export const fakeTypesetter: Typesetter = {
  measure: (spans) => spans.reduce((width, span) => width + widthOf(span.text, span.style.size), 0),
  minMeasure: (spans) =>
    Math.max(0, ...spans.flatMap((span) => span.text.split(' ').map((word) => widthOf(word, span.style.size)))),
  metrics: ({ size }: TextStyle) => ({
    ascent: 0.9 * size,
    descent: 0.25 * size,
    capHeight: 0.66 * size,
    xHeight: 0.48 * size,
  }),
  breakLines: <D>(spans: readonly TextSpan<D>[], options: BreakOptions): Line<D>[] => {
    const lines: Piece[][] = [];
    let line: Piece[] = [];
    let width = 0;
    const end = (): void => {
      while (line.at(-1)?.text === ' ') line.pop();
      lines.push(line);
      line = [];
      width = 0;
    };
    for (const [index, span] of spans.entries()) {
      for (const word of span.text.match(/ |[^ ]+/g) ?? []) {
        const fitting = Math.max(1, Math.floor(options.measure / (LETTER * span.style.size)));
        for (const text of chunks(word, fitting)) {
          const own = widthOf(text, span.style.size);
          if (width + own > options.measure + 1e-9 && line.length > 0) end();
          if (text === ' ' && line.length === 0) continue;
          line.push({ text, span, index });
          width += own;
        }
      }
      if (span.breakAfter) end();
    }
    if (line.length > 0) end();
    return lines.map((pieces, at) => ({
      ...setLine(pieces, options, at === lines.length - 1),
      data: spans.map((span) => span.data),
    }));
  },
};

function chunks(word: string, length: number): string[] {
  const letters = [...word];
  const result: string[] = [];
  for (let i = 0; i < letters.length; i += length) result.push(letters.slice(i, i + length).join(''));
  return result;
}

function setLine(pieces: readonly Piece[], { align, measure }: BreakOptions, last: boolean): SetLine {
  const width = pieces.reduce((total, { text, span }) => total + widthOf(text, span.style.size), 0);
  let x = align === 'right' ? measure - width : align === 'center' ? (measure - width) / 2 : 0;
  const runs = pieces.map(({ text, span, index }): LineRun => {
    const at = x;
    x += widthOf(text, span.style.size);
    return { x: at, size: span.style.size, run: runOf(text), span: index };
  });
  const size = Math.max(0, ...pieces.map(({ span }) => span.style.size));
  return {
    runs,
    width,
    ascent: 0.9 * size,
    descent: 0.25 * size,
    hyphenated: false,
    last,
    missing: runs.some(({ run }) => run.missing.length > 0),
  };
}

function runOf(text: string): GlyphRun {
  const letters = [...text];
  return {
    face: FACE,
    text,
    rtl: false,
    lang: undefined,
    glyphIds: new Uint16Array(letters.length),
    advances: new Int32Array(letters.length).fill(LETTER * 1000),
    xOffsets: new Int32Array(letters.length),
    yOffsets: new Int32Array(letters.length),
    glyphText: letters,
    width: letters.length * LETTER * 1000,
    missing: letters.filter((letter) => letter === '☃'),
  };
}
