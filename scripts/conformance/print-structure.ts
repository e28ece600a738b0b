import { readFile } from 'node:fs/promises';
import { PdfFile } from './pdf-file.js';
import { readStructure } from './structure-nodes.js';
import { structureText } from './structure-text.js';

/** `npm run structure -- FILE...`: prints the structure trees of PDF files as text, as a screen reader walks them. */

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('name the PDF files whose structure to print: npm run structure -- out/applicant/letter.pdf\n');
  process.exitCode = 2;
}
for (const file of files) {
  process.stdout.write(structureText(readStructure(await PdfFile.read(await readFile(file)))));
}
