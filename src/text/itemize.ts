import { isDefaultIgnorable } from './coverage.js';
import type { ShapingFace } from './face.js';
import { graphemesOf } from './graphemes.js';
import { scriptOf } from './script.js';

/** A part of a word that one face draws in one script. Offsets are UTF-16 units of the word. */
export interface TextItem {
  readonly start: number;
  readonly end: number;
  readonly face: ShapingFace;
  /** ISO 15924, or null when the whole word has none (digits, punctuation). */
  readonly script: string | null;
  /** True when no face has the text: it is drawn as the visible mark. */
  readonly missing: boolean;
}

type Faces = readonly [ShapingFace, ...ShapingFace[]];

/**
 * Divides a word of one style and direction by script (UAX 24; Common and Inherited join their neighbours) and by the
 * face that draws it. Fallback goes by grapheme cluster, so that a mark never parts from its base.
 */
export function itemize(word: string, faces: Faces): TextItem[] {
  const parts = faces[0].covers(word)
    ? [{ start: 0, end: word.length, face: faces[0], missing: false }]
    : itemizeByFace(word, faces);
  return parts.flatMap((part) => itemizeByScript(word, part));
}

interface FaceItem {
  start: number;
  end: number;
  face: ShapingFace;
  missing: boolean;
}

function itemizeByFace(word: string, faces: Faces): FaceItem[] {
  const items: FaceItem[] = [];
  for (const { segment, index } of graphemesOf(word)) {
    for (const item of itemizeCluster(segment, index, faces, items.at(-1)?.face)) {
      const previous = items.at(-1);
      if (previous !== undefined && previous.face === item.face && previous.missing === item.missing) {
        previous.end = item.end;
      } else items.push(item);
    }
  }
  return items;
}

/** A cluster that no single face has is drawn character by character, so that what can be read stays readable. */
function itemizeCluster(cluster: string, start: number, faces: Faces, previous: ShapingFace | undefined): FaceItem[] {
  const face = faceFor(cluster, faces, previous);
  if (face !== undefined) return [{ start, end: start + cluster.length, face, missing: false }];
  const drawn = [...cluster].filter((character) => !isDefaultIgnorable(character));
  if (drawn.every((character) => faceFor(character, faces, previous) === undefined)) {
    return [{ start, end: start + cluster.length, face: faces[0], missing: true }];
  }
  let offset = start;
  return [...cluster].map((character) => {
    const found = faceFor(character, faces, previous);
    const item = {
      start: offset,
      end: offset + character.length,
      face: found ?? faces[0],
      missing: found === undefined,
    };
    offset = item.end;
    return item;
  });
}

/** Characters of no script of their own (quotes, digits, dashes) stay in the face of the text before them. */
function faceFor(text: string, faces: Faces, previous: ShapingFace | undefined): ShapingFace | undefined {
  if (previous !== undefined && previous !== faces[0] && scriptOf(text.codePointAt(0) ?? 0) === null) {
    if (previous.covers(text) && !faces[0].covers(text)) return previous;
  }
  return faces.find((face) => face.covers(text));
}

function itemizeByScript(word: string, part: FaceItem): TextItem[] {
  const items: { start: number; end: number; face: ShapingFace; script: string | null; missing: boolean }[] = [];
  let offset = part.start;
  for (const character of word.slice(part.start, part.end)) {
    const script = scriptOf(character.codePointAt(0) ?? 0);
    const current = items.at(-1);
    const end = offset + character.length;
    if (current !== undefined && (script === null || current.script === null || current.script === script)) {
      current.end = end;
      current.script ??= script;
    } else items.push({ start: offset, end, face: part.face, script, missing: part.missing });
    offset = end;
  }
  return items;
}
