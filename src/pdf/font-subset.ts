import { type BoundedCache, createBoundedCache } from '../bounded-cache.js';
import type { FontFace } from '../text/types.js';
import { ByteSink } from './byte-sink.js';
import { subsetTag } from './content-hash.js';
import { advanceWidth, glyphWidth } from './encoded-run.js';
import { descriptorFlags } from './font-descriptor.js';
import type { FontUsage } from './font-usage.js';
import { PdfSyntax, type PdfValue, writeValue } from './pdf-value.js';
import { subsetFont } from './subset-font.js';
import { toUnicodeCMap } from './to-unicode.js';

/** A part of a face's glyphs, as a file has it. */
export interface FontSubset {
  /** The font program. */
  readonly program: Uint8Array;
  /** PostScript name with the tag of the subset. */
  readonly name: string;
  /** The W array. */
  readonly widths: PdfSyntax;
}

/** What the glyphs of a subset stand for. */
export interface SubsetTexts {
  /** The ToUnicode CMap. */
  readonly toUnicode: Uint8Array;
  /** Flags of the font descriptor. */
  readonly flags: number;
}

/** Bytes that are kept for each face: the packets of one applicant draw much the same glyphs. */
const SUBSET_BYTES = 1_000_000;
const TEXT_BYTES = 100_000;

interface Known {
  readonly subsets: BoundedCache<FontSubset>;
  readonly texts: BoundedCache<SubsetTexts>;
}

const faces = new WeakMap<FontFace, Known>();

function knownOf(face: FontFace): Known {
  let known = faces.get(face);
  if (known === undefined) {
    known = {
      subsets: createBoundedCache(SUBSET_BYTES, (key, { program }) => key.length + program.length),
      texts: createBoundedCache(TEXT_BYTES, (key, { toUnicode }) => key.length + toUnicode.length),
    };
    faces.set(face, known);
  }
  return known;
}

/**
 * Cuts a subset, or takes one of the same glyphs that was cut before. What the glyphs stand for is not in it.
 *
 * @throws FontError when the face cannot be subset
 */
export function fontSubset(usage: FontUsage): FontSubset {
  const { face, glyphs, synthetic } = usage;
  const { subsets } = knownOf(face);
  const added = [...synthetic].flatMap(([id, { components, advance }]) => [
    `+${id} ${advance}`,
    ...components.map(({ glyphId, dx, dy }) => `${glyphId} ${dx} ${dy}`),
  ]);
  const key = `${[...glyphs.keys()].join()}${added.join()}`;
  let subset = subsets.get(key);
  if (subset === undefined) {
    const program = subsetFont(face.bytes, glyphs.keys(), face.key, synthetic);
    const name = `${subsetTag(program)}+${face.postScriptName.replace(/[^A-Za-z0-9-]/g, '')}`;
    subsets.set(key, (subset = { program, name, widths: widths(usage) }));
  }
  return subset;
}

/** The W array: runs of consecutive glyph ids with their widths (PDF 1.7, 9.7.4.3). */
function widths({ face, glyphs, synthetic }: FontUsage): PdfSyntax {
  const array: PdfValue[] = [];
  let run: number[] = [];
  let next = -1;
  for (const glyphId of glyphs.keys()) {
    if (glyphId !== next) {
      run = [];
      array.push(glyphId, run);
    }
    const added = synthetic.get(glyphId);
    run.push(added === undefined ? glyphWidth(face, glyphId) : advanceWidth(face, added.advance));
    next = glyphId + 1;
  }
  const sink = new ByteSink();
  writeValue(sink, array);
  return new PdfSyntax(String.fromCharCode(...sink.view()));
}

/** What a document's glyphs of a face stand for, as a file has it. */
export function subsetTexts({ face, glyphs }: FontUsage): SubsetTexts {
  const { texts } = knownOf(face);
  // What no text holds stands between the parts.
  const key = `${[...glyphs.keys()].join()}\u0000${[...glyphs.values()].join('\u0000')}`;
  let known = texts.get(key);
  if (known === undefined) {
    const toUnicode = new TextEncoder().encode(toUnicodeCMap(glyphs));
    texts.set(key, (known = { toUnicode, flags: descriptorFlags(face, glyphs.values()) }));
  }
  return known;
}
