import type { TextSpan } from '../text/types.js';
import type { AppendedField, AppendedPage } from './appended-document.js';
import type { LayoutJob } from './layout-job.js';
import { placeLine } from './place-page.js';
import type { PlacedItem, RunData, StructureElement } from './types.js';

/** Space inside a field, as viewers leave it, points. */
const PADDING = 2;
/** Largest size of type that fits itself to its field, points. */
const LARGEST = 12;
const SMALLEST = 4;
const MULTILINE_SIZE = 10;
const LEADING = 1.16;

interface Place {
  readonly x: number;
  readonly y: number;
  /** Size here to size as shown by itself. */
  readonly scale: number;
}

/** Sets what was entered in form fields that have no look of their own, in the face of the packet's headings. */
export function placeFields(
  page: AppendedPage,
  place: Place,
  job: LayoutJob,
  figure: StructureElement,
  items: PlacedItem[],
): void {
  for (const field of page.fields) placeField(field, place, job, figure, items);
}

function placeField(
  field: AppendedField,
  place: Place,
  job: LayoutJob,
  figure: StructureElement,
  items: PlacedItem[],
): void {
  const { scale } = place;
  const x = place.x + (field.x + PADDING) * scale;
  const top = place.y + field.y * scale;
  const measure = Math.max(1, (field.width - 2 * PADDING) * scale);
  const spans = (text: string, size: number): TextSpan<RunData>[] => [
    {
      text,
      style: { ...job.styles.furniture.text, size },
      data: { color: '#000000', element: figure },
      noHyphen: true,
    },
  ];
  const setLine = (
    text: string,
    size: number,
    left: number,
    width: number,
    align: AppendedField['align'],
    baseline: number,
  ) => {
    const [line] = job.typesetter.breakLines(spans(text, size), {
      measure: width,
      align,
      hyphenate: false,
      lang: job.lang,
    });
    if (line) placeLine(line, left, baseline, items);
  };
  if (field.isMultiline) {
    const size = (field.size > 0 ? field.size : MULTILINE_SIZE) * scale;
    let baseline = top + PADDING * scale + size;
    for (const paragraph of field.text.split('\n')) {
      const options = { measure, align: field.align, hyphenate: false, lang: job.lang };
      const lines = paragraph.trim() === '' ? [] : job.typesetter.breakLines(spans(paragraph, size), options);
      for (const line of lines) {
        if (baseline > top + field.height * scale) return;
        placeLine(line, x, baseline, items);
        baseline += size * LEADING;
      }
      if (lines.length === 0) baseline += size * LEADING;
    }
    return;
  }
  const text = field.text.replace(/\s+/g, ' ');
  const wanted = (field.size > 0 ? field.size : Math.min(LARGEST, field.height * 0.72)) * scale;
  const width = job.typesetter.measure(spans(text, wanted));
  const isFree = field.size === 0 && width > measure && field.cells === 0;
  const size = isFree ? Math.max(SMALLEST * scale, (wanted * measure) / width) : wanted;
  const { capHeight } = job.typesetter.metrics({ ...job.styles.furniture.text, size });
  const baseline = top + (field.height * scale + capHeight) / 2;
  if (field.cells > 0) {
    const cell = (field.width * scale) / field.cells;
    Array.from(text)
      .slice(0, field.cells)
      .forEach((character, index) => {
        if (character !== ' ')
          setLine(character, size, place.x + field.x * scale + index * cell, cell, 'center', baseline);
      });
    return;
  }
  // A line that is too long is set from the left, as a viewer would show it.
  setLine(
    text,
    size,
    x,
    Math.max(measure, job.typesetter.measure(spans(text, size)) + 1),
    width > measure ? 'left' : field.align,
    baseline,
  );
}
