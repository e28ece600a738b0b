import type { Align, Line } from '../text/types.js';
import type { LayoutJob } from './layout-job.js';
import type { PageGeometry } from './page-geometry.js';
import { placeLine } from './place-page.js';
import type { PlacedItem, RunData, StructureElement } from './types.js';

/** What stands in the margins of every page. */
export interface FurnitureText {
  /** From the second page on. */
  readonly header: { readonly left: string; readonly right: string };
  readonly footer: { readonly left: string };
}

/** Baselines of header and footer, as parts of the margin from the paper's edge. */
const HEADER_BASELINE = 0.6;
const FOOTER_BASELINE = 0.52;
const RULE_BELOW_HEADER = 6;
/** Least space between what stands left and right, points. */
const BETWEEN = 18;

/** Places the header: two texts on one baseline over a hairline. */
export function placeHeader(
  text: FurnitureText['header'],
  page: PageGeometry,
  job: LayoutJob,
  root: StructureElement,
): PlacedItem[] {
  const items: PlacedItem[] = [];
  if (text.left.trim() === '' && text.right.trim() === '') return items;
  const y = page.top * HEADER_BASELINE;
  placePair(text.left, text.right, y, 'header', page, job, root, items);
  const { rule, colors } = job.styles;
  const { left: x, width } = page;
  items.push({
    kind: 'rect',
    element: null,
    artifact: 'header',
    x,
    y: y + RULE_BELOW_HEADER,
    width,
    height: rule,
    color: colors.rule,
  });
  return items;
}

/** Places the footer: a text at the left and the folio, `2 of 9`, at the right. */
export function placeFooter(
  text: FurnitureText['footer'],
  folio: string,
  page: PageGeometry,
  job: LayoutJob,
  root: StructureElement,
): PlacedItem[] {
  const items: PlacedItem[] = [];
  placePair(text.left, folio, page.pageHeight - page.bottom * FOOTER_BASELINE, 'footer', page, job, root, items);
  return items;
}

function placePair(
  left: string,
  right: string,
  y: number,
  artifact: 'header' | 'footer',
  page: PageGeometry,
  job: LayoutJob,
  root: StructureElement,
  items: PlacedItem[],
): void {
  const rightLine = fitLine(right, page.width * 0.6, 'left', job, root);
  const rightWidth = rightLine?.width ?? 0;
  const leftLine = fitLine(left, page.width - (rightWidth > 0 ? rightWidth + BETWEEN : 0), 'left', job, root);
  if (leftLine) placeLine(leftLine, page.left, y, items, artifact);
  if (rightLine) placeLine(rightLine, page.left + page.width - rightWidth, y, items, artifact);
}

/** One line of furniture; words that do not fit give way to an ellipsis. */
export function fitLine(
  text: string,
  measure: number,
  align: Align,
  job: LayoutJob,
  element: StructureElement,
  isHeading = false,
): Line<RunData> | undefined {
  const { furniture, headings } = job.styles;
  const strong = { ...furniture.text, weight: headings[1]?.paragraph.text.weight ?? furniture.text.weight };
  const style = isHeading ? strong : furniture.text;
  const data: RunData = { color: isHeading ? job.styles.colors.text : furniture.color, element };
  const spans = (value: string) => [{ text: value, style, data, noHyphen: true }];
  const words = text.trim().split(/\s+/);
  if (words[0] === '') return undefined;
  let shown = words.join(' ');
  while (words.length > 1 && job.typesetter.measure(spans(shown)) > measure) {
    words.pop();
    shown = `${words.join(' ')}…`;
  }
  // A single word that is too wide is cut between characters.
  const characters = [...shown.replace(/…$/, '')];
  for (let width = job.typesetter.measure(spans(shown)); width > measure && characters.length > 1;) {
    characters.length = Math.max(1, Math.min(characters.length - 1, Math.ceil(characters.length * (measure / width))));
    shown = `${characters.join('')}…`;
    width = job.typesetter.measure(spans(shown));
  }
  return job.typesetter.breakLines(spans(shown), { measure, align, hyphenate: false, lang: job.lang })[0];
}
