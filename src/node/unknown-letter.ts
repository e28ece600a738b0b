import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { didYouMean } from '../template/similar-names.js';

/** The diagnostic for a letter id that is asked for and does not exist. */
export function unknownLetter(wanted: string, known: readonly string[]): Diagnostic {
  const listed = known.length <= 8 ? [`the letters are: ${known.join(', ')}`] : [];
  const hints = [...didYouMean(wanted, known), ...listed];
  return diagnostic('error', 'input/unknown-reference', `there is no letter "${wanted}"`, { found: wanted, hints });
}
