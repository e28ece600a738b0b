import { readFileSync } from 'node:fs';
import { FONT_TABLE } from '../../scripts/font-table.js';
import { createTypesetter, type FontSource, type FontTypesetter } from '../../src/text/index.js';

const PACKAGES = new URL('../../node_modules/', import.meta.url);

let sources: FontSource[] | undefined;
let typesetter: Promise<FontTypesetter> | undefined;

/** The faces that the package ships, in the order of fallback. Read once. */
export function loadTestFonts(): FontSource[] {
  sources ??= FONT_TABLE.flatMap(({ family, package: name, faces }) =>
    faces.map(({ weight, style, path }) => ({
      family,
      weight,
      style,
      bytes: new Uint8Array(readFileSync(new URL(`${name}/${path}`, PACKAGES))),
    })),
  );
  return sources;
}

/** One typesetter with {@link loadTestFonts} for the whole test process. */
export function testTypesetter(): Promise<FontTypesetter> {
  typesetter ??= createTypesetter({ fonts: loadTestFonts() });
  return typesetter;
}
