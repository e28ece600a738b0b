import type { FontFace } from '../text/types.js';

/** The outline of a glyph, so written that it can begin anywhere. */
interface Outline {
  /** Where its first contour begins, in font units from the glyph's origin. */
  readonly x: number;
  readonly y: number;
  /** The rest of the path, in relative commands. */
  readonly path: string;
}

const outlines = new WeakMap<FontFace, Map<number, Outline | null>>();

/**
 * Path data of a glyph whose origin stands at a place, in font units; empty for one that draws nothing. Begins with the
 * only absolute command of it.
 */
export function glyphOutlineAt(face: FontFace, glyph: number, x: number, y: number): string {
  let ofFace = outlines.get(face);
  if (ofFace === undefined) outlines.set(face, (ofFace = new Map()));
  let outline = ofFace.get(glyph);
  if (outline === undefined) ofFace.set(glyph, (outline = relativeOutline(face.outline(glyph))));
  return outline === null ? '' : `M${x + outline.x} ${y + outline.y}${outline.path}`;
}

/** Path data in absolute commands (M, L, Q, C, Z), as fonts give it, in relative ones. */
function relativeOutline(path: string): Outline | null {
  let written = '';
  let [startX, startY] = [0, 0];
  let [x, y] = [0, 0];
  let first: [number, number] | undefined;
  for (const [, command = '', rest = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    if (command === 'Z') {
      written += 'z';
      [x, y] = [startX, startY];
      continue;
    }
    const numbers = rest.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const relative = numbers.map((number, index) => number - (index % 2 === 0 ? x : y));
    [x = x, y = y] = numbers.slice(-2);
    if (command === 'M') [startX, startY] = [x, y];
    if (first === undefined) first = [x, y];
    else written += command.toLowerCase() + relative.join(' ').replaceAll(' -', '-');
  }
  return first === undefined ? null : { x: first[0], y: first[1], path: written };
}
