import type { Page } from '../layout/types.js';
import { type PdfValue, textString } from './pdf-value.js';

/** What viewers call the pages (PDF 1.7, 12.4.2): 1, 2, 3 … for the packet, A-1, A-2 … for what is appended. */
export function pageLabels(pages: readonly Page[]): PdfValue[] {
  const ranges: PdfValue[] = [];
  pages.forEach(({ labelPrefix }, index) => {
    if (index > 0 && pages[index - 1]!.labelPrefix === labelPrefix) return;
    ranges.push(index, labelPrefix === undefined ? { S: 'D' } : { S: 'D', P: textString(labelPrefix) });
  });
  return ranges;
}
