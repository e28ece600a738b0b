/**
 * Typst through its Node binding: one compiler with its fonts for all packets. It sets optimal lines with hyphens and
 * writes a tagged file, as it does by default.
 */
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { typstSource } from './typst-source.mjs';

/** Results unused for so many packets are let go, as the binding advises for long runs. */
const MAX_AGE = 10;

let compiler;

export function setup({ faces }) {
  const fontBlobs = Object.values(faces).map((file) => readFileSync(file));
  compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}

export function render(document) {
  const result = compiler.compile({ mainFileContent: typstSource(document) });
  if (!result.result) {
    result.printErrors();
    throw new Error('Typst reports errors');
  }
  const pages = result.result.numOfPages;
  return { bytes: compiler.pdf(result.result, { pdfTags: true }), pages };
}

export function between() {
  compiler.evictCache(MAX_AGE);
}
