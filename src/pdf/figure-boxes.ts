import type { Page, StructureElement } from '../layout/types.js';

/** Left, lower, right and upper edge of each Figure on its page, points from the page's lower left corner. */
export type FigureBoxes = ReadonlyMap<StructureElement, readonly [number, number, number, number]>;

/** The boxes that Figure elements state (PDF 1.7, 14.8.5.4.3): a figure stands on one page. */
export function figureBoxes(pages: readonly Page[]): FigureBoxes {
  const boxes = new Map<StructureElement, readonly [number, number, number, number]>();
  for (const { items, height: pageHeight } of pages) {
    for (const item of items) {
      if (item.kind !== 'image' && item.kind !== 'drawing' && item.kind !== 'appended') continue;
      const { element, x, y, width, height } = item;
      if (element?.role !== 'Figure') continue;
      const box = [x, pageHeight - y - height, x + width, pageHeight - y] as const;
      const known = boxes.get(element) ?? box;
      const least = (index: 0 | 1): number => Math.min(known[index], box[index]);
      const most = (index: 2 | 3): number => Math.max(known[index], box[index]);
      boxes.set(element, [least(0), least(1), most(2), most(3)]);
    }
  }
  return boxes;
}
