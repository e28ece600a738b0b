import { readFileSync } from 'node:fs';
import { createTypesetter, type FontSource, type FontTypesetter } from '../../src/text/index.js';

const ROOT = new URL('../../node_modules/@expo-google-fonts/', import.meta.url);

const FACES = {
  '400Regular': { weight: 400, style: 'normal' },
  '400Regular_Italic': { weight: 400, style: 'italic' },
  '700Bold': { weight: 700, style: 'normal' },
  '700Bold_Italic': { weight: 700, style: 'italic' },
} as const;

type FaceName = keyof typeof FACES;
const ALL: readonly FaceName[] = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
const UPRIGHT: readonly FaceName[] = ['400Regular', '700Bold'];

const FAMILIES = [
  { family: 'Source Serif 4', folder: 'source-serif-4', file: 'SourceSerif4', faces: ALL },
  { family: 'Noto Serif', folder: 'noto-serif', file: 'NotoSerif', faces: ALL },
  { family: 'Source Sans 3', folder: 'source-sans-3', file: 'SourceSans3', faces: ALL },
  { family: 'Amiri', folder: 'amiri', file: 'Amiri', faces: UPRIGHT },
  { family: 'Noto Sans Hebrew', folder: 'noto-sans-hebrew', file: 'NotoSansHebrew', faces: UPRIGHT },
  { family: 'Noto Sans Devanagari', folder: 'noto-sans-devanagari', file: 'NotoSansDevanagari', faces: UPRIGHT },
  { family: 'Noto Sans Thai', folder: 'noto-sans-thai', file: 'NotoSansThai', faces: UPRIGHT },
] as const;

let sources: FontSource[] | undefined;
let typesetter: Promise<FontTypesetter> | undefined;

/** The faces that packets are set in, in the order of fallback: a serif face stands in for a serif face. Read once. */
export function loadTestFonts(): FontSource[] {
  sources ??= FAMILIES.flatMap(({ family, folder, file, faces }) =>
    faces.map((name) => ({
      family,
      ...FACES[name],
      bytes: new Uint8Array(readFileSync(new URL(`${folder}/${name}/${file}_${name}.ttf`, ROOT))),
    })),
  );
  return sources;
}

/** One typesetter with {@link loadTestFonts} for the whole test process. */
export function testTypesetter(): Promise<FontTypesetter> {
  typesetter ??= createTypesetter({ fonts: loadTestFonts() });
  return typesetter;
}
