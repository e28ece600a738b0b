import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { FontError } from '../errors.js';
import { parseFaces, type ShapingFace } from './face.js';
import type { HarfBuzz } from './harfbuzz.js';
import { isFontProblem, type FontProblem } from './sfnt.js';
import type { FontSource, TextStyle } from './types.js';

/** What picks a face: a style without its size and figures. */
export type FaceRequest = Pick<TextStyle, 'family' | 'weight' | 'italic'>;

/** All faces, and which of them set a style. */
export interface FontLibrary {
  readonly faces: readonly ShapingFace[];
  /**
   * The faces for a style, best first: the nearest face of the family, the nearest of each other family in the order
   * of the sources, then all others. Never empty. An unknown family is set in the first one.
   */
  facesFor(request: FaceRequest): readonly [ShapingFace, ...ShapingFace[]];
}

/**
 * Parses the sources. The first of two sources with the same family, weight and style wins.
 *
 * @throws {FontError} `font/unusable`, one diagnostic for each source that cannot be used, or when there is none.
 */
export function createFontLibrary(harfbuzz: HarfBuzz, sources: readonly FontSource[]): FontLibrary {
  const faces = new Map<string, ShapingFace>();
  const problems: Diagnostic[] = [];
  sources.forEach((source, index) => {
    const parsed = parseFaces(harfbuzz, source);
    if (isFontProblem(parsed)) problems.push(unusableFont(source, index, parsed));
    else for (const face of parsed) if (!faces.has(face.key)) faces.set(face.key, face);
  });
  if (sources.length === 0) {
    problems.push(
      diagnostic('error', 'font/unusable', 'no font was given', { hints: ['pass at least one FontSource'] }),
    );
  }
  if (problems.length > 0) throw new FontError('fonts cannot be used', problems);
  return createLookup([...faces.values()]);
}

/** How messages name a source: where it comes from, else what it is called. */
function fontLabel({ origin, family, weight, style }: FontSource): string {
  return origin ?? [family ?? 'unnamed', weight, style].filter((part) => part !== undefined).join('/');
}

function unusableFont(source: FontSource, index: number, { problem, hint }: FontProblem): Diagnostic {
  const label = fontLabel(source);
  return diagnostic('error', 'font/unusable', `the font "${label}" cannot be used: ${problem}`, {
    ...(source.origin === undefined ? { path: `fonts[${index}]` } : {}),
    found: label,
    hints: [hint],
  });
}

function createLookup(faces: readonly ShapingFace[]): FontLibrary {
  const families = [...new Set(faces.map((face) => face.family))];
  const known = new Map<string, readonly [ShapingFace, ...ShapingFace[]]>();
  const rank = (request: FaceRequest): readonly [ShapingFace, ...ShapingFace[]] => {
    const asked = families.includes(request.family) ? [request.family] : [];
    const order = [...new Set([...asked, ...families])];
    const nearest = order.flatMap((family) => nearestFace(faces, family, request) ?? []);
    return [...new Set([...nearest, ...faces])] as unknown as readonly [ShapingFace, ...ShapingFace[]];
  };
  return {
    faces,
    facesFor(request) {
      const key = `${request.family}/${request.weight}/${request.italic ? 'italic' : 'normal'}`;
      const found = known.get(key) ?? rank(request);
      known.set(key, found);
      return found;
    },
  };
}

/** Style decides before weight, as in CSS; of two weights equally near, the heavier one serves bold. */
function nearestFace(faces: readonly ShapingFace[], family: string, request: FaceRequest): ShapingFace | undefined {
  const distance = (face: ShapingFace): number => {
    const style = (face.style === 'italic') === request.italic ? 0 : 10_000;
    const towards = request.weight >= 500 ? face.weight >= request.weight : face.weight <= request.weight;
    return style + 2 * Math.abs(face.weight - request.weight) + (towards ? 0 : 1);
  };
  let best: ShapingFace | undefined;
  for (const face of faces) {
    if (face.family === family && (best === undefined || distance(face) < distance(best))) best = face;
  }
  return best;
}
