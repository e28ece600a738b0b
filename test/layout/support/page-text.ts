import type { LaidOutDocument, Page, PlacedItem, StructureElement } from '../../../src/layout/index.js';

/** The text of a placed item's runs. */
export function textOf(item: PlacedItem): string {
  return item.kind === 'text' ? item.runs.map((run) => run.run.text).join('') : '';
}

/** A page as lines of `x y kind text`, one for each item; artifacts in brackets. */
export function describePage(page: Page): string[] {
  return page.items.map((item) => {
    const left = item.kind === 'text' ? item.x + Math.min(...item.runs.map((run) => run.x)) : item.x;
    const where = `${left.toFixed(1)} ${item.y.toFixed(1)}`;
    const what = item.element?.role ?? `(${item.artifact})`;
    switch (item.kind) {
      case 'text':
        return `${where} ${what} ${textOf(item)}`;
      case 'link':
        return `${where} link ${size(item)} to ${item.target}: ${item.description}`;
      default:
        return `${where} ${item.kind} ${what} ${size(item)}`;
    }
  });
}

/** Text of all content, in the order of the items, pages joined. */
export function contentText(document: LaidOutDocument): string[] {
  return document.pages.flatMap((page) =>
    page.items.filter((item) => item.kind === 'text' && item.element).map(textOf),
  );
}

function size(item: { readonly width: number; readonly height: number }): string {
  return `${item.width.toFixed(1)} x ${item.height.toFixed(1)}`;
}

/** The structure tree as indented roles. */
export function describeStructure(element: StructureElement, depth = 0): string[] {
  const details = [element.scope, element.listNumbering, element.title].filter((detail) => detail !== undefined);
  const own = `${'  '.repeat(depth)}${element.role}${details.length > 0 ? ` ${details.join(' ')}` : ''}`;
  return [own, ...element.children.flatMap((child) => describeStructure(child, depth + 1))];
}

/** The ink of an item, without what hangs below the baseline by less than a fifth of the size. */
export function edgesOf(item: PlacedItem): { left: number; right: number; top: number; bottom: number } {
  if (item.kind !== 'text') {
    return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
  }
  const left = item.x + Math.min(...item.runs.map((run) => run.x));
  const right = item.x + Math.max(...item.runs.map((run) => run.x + (run.run.width * run.size) / 1000));
  const { size } = item.runs[0]!;
  return { left, right, top: item.y - 0.66 * size, bottom: item.y + 0.2 * size };
}

/** Pairs of content texts that lie on each other, as readable lines. */
export function overlapsOf(page: Page): string[] {
  const texts = page.items
    .filter((item) => item.kind === 'text' && item.element)
    .map((item) => ({ ...edgesOf(item), text: textOf(item) }));
  return texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => {
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      return down > 0.5 && across > 0.5 ? [`"${a.text}" and "${b.text}" on page ${page.number}`] : [];
    }),
  );
}
