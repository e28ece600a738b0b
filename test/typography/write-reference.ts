import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { writeGrayPng } from './gray-png.js';
import { drawPages, stack } from './specimen-sheets.js';
import { loadSpecimens, renderSpecimen, specimenTypesetter } from './specimens.js';

/** Draws the reference pictures anew. Look at every line of them before committing. */
const folder = new URL('reference/', import.meta.url);
const specimens = loadSpecimens();
const typesetter = await specimenTypesetter();
const packets = [];
for (const specimen of specimens) packets.push(await renderSpecimen(specimen, typesetter));
const pages = drawPages(packets.map(({ pdf }) => pdf));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const sheet of new Set(specimens.map((specimen) => specimen.sheet))) {
  const pictures = pages.filter((_, index) => specimens[index]!.sheet === sheet).map(({ picture }) => picture);
  writeFileSync(new URL(`${sheet}.png`, folder), writeGrayPng(stack(pictures)));
}
