import type { Diagnostic } from '../diagnostics/index.js';
import { readText } from './read-text.js';

/**
 * The texts of the files that diagnostics point into, by the names that they use, to show the lines with them. A file
 * that cannot be read any more is left out.
 */
export async function sourceTexts(diagnostics: readonly Diagnostic[]): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  const files = new Set(diagnostics.flatMap(({ source }) => (source ? [source.file] : [])));
  for (const file of files) {
    const read = await readText(file);
    if ('text' in read) texts[file] = read.text;
  }
  return texts;
}
