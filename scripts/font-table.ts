/**
 * The fonts that the package ships, in the order in which they are tried for a character: the one list from which
 * `dist/fonts` and `dist/fonts/fonts.json` are made. The files come unmodified from development dependencies.
 */

/** One static TrueType face of a family. */
export interface FaceEntry {
  /** CSS weight. */
  readonly weight: 400 | 700;
  readonly style: 'normal' | 'italic';
  /** Path inside the family's package. */
  readonly path: string;
}

/** A family, the package that it comes from, and its faces. */
export interface FamilyEntry {
  readonly family: string;
  readonly package: string;
  readonly faces: readonly FaceEntry[];
}

const STYLES = [
  { directory: '400Regular', weight: 400, style: 'normal' },
  { directory: '400Regular_Italic', weight: 400, style: 'italic' },
  { directory: '700Bold', weight: 700, style: 'normal' },
  { directory: '700Bold_Italic', weight: 700, style: 'italic' },
] as const;

function family(name: string, styles: readonly ('normal' | 'italic')[]): FamilyEntry {
  const stem = name.replaceAll(' ', '');
  return {
    family: name,
    package: `@expo-google-fonts/${name.toLowerCase().replaceAll(' ', '-')}`,
    faces: STYLES.filter((face) => styles.includes(face.style)).map(({ directory, weight, style }) => ({
      weight,
      style,
      path: `${directory}/${stem}_${directory}.ttf`,
    })),
  };
}

/**
 * The shipped families in fallback order. Noto Serif comes before the sans, so that a letter that a serif name lacks
 * comes from another serif; its italics would be a seventh of the package for letters that hardly occur in italics.
 */
export const FONT_TABLE: readonly FamilyEntry[] = [
  family('Source Serif 4', ['normal', 'italic']),
  family('Noto Serif', ['normal']),
  family('Source Sans 3', ['normal', 'italic']),
  family('Amiri', ['normal']),
  family('Noto Sans Hebrew', ['normal']),
  family('Noto Sans Devanagari', ['normal']),
  family('Noto Sans Thai', ['normal']),
];
