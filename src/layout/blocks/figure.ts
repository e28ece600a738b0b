import type { Block, Figure } from '../../document/types.js';
import { PHOTO_NAME } from '../../image/image-names.js';
import { figureLines, lineParts, shifted, widthOf, type FigureFrame, type SetFigure } from '../figures/figure-parts.js';
import { setChart } from '../figures/set-chart.js';
import { setImage } from '../figures/set-image.js';
import { setQrCode } from '../figures/set-qr-code.js';
import { setTimeline } from '../figures/set-timeline.js';
import { LEAST_MEASURE, takeFullWidth, type LayoutJob, type Region } from '../layout-job.js';
import { plainText } from '../plain-text.js';
import { stackItems } from '../stack.js';
import { appendElement, createElement } from '../structure.js';
import type { StructureElement } from '../types.js';
import type { Part } from '../vertical-items.js';
import { VerticalList } from '../vertical-list.js';

/** Text beside a figure is at least this wide, points; where it cannot be, it stands above. */
const LEAST_BESIDE = 2 * LEAST_MEASURE;
/** Space around graphics, as a multiple of that around other blocks. */
const GRAPHIC_SPACE = 1.4;
/** Between figure and caption, in leadings. */
const CAPTION_GAP = 0.25;

/**
 * Adds a figure as one box that no page break divides, scaled down where it would be taller than a page. What belongs
 * beside it is in the same box; where the figure cannot be made, that stays.
 */
export function collectFigure(block: Figure, narrow: Region, job: LayoutJob): void {
  const isGraphic = block.content.kind === 'timeline' || block.content.kind === 'chart';
  const region = isGraphic ? takeFullWidth(narrow) : narrow;
  const holder = createElement('Div');
  const element = createElement('Figure', { alt: block.alt });
  const figure = setFigure(block, { region, width: region.width, height: region.room, element, job });
  if (!figure) {
    if (block.content.kind === 'image' && block.content.name !== PHOTO_NAME) job.reportMissingImage(block.content.name);
    job.collect(block.children, region, job);
    return;
  }
  const { space, body } = job.styles;
  const gap = Math.max(space.block * (isGraphic ? GRAPHIC_SPACE : 1), figure.clear ?? 0);
  region.list.gap(gap);
  const beside = block.children.length > 0 ? setBeside(block, figure, holder, region, job) : undefined;
  if (block.children.length > 0 && !beside) job.collect(block.children, region, job);
  region.list.gap(gap);

  const left = beside?.figureX ?? aligned(figure.width, block.align, region.width);
  const top = beside?.figureY ?? 0;
  const parent = beside ? holder : region.parent;
  if (beside) region.parent.children.push(holder);
  addToStructure(block, element, parent);
  const own = shifted([...figure.parts, ...linkParts(block, figure, parent)], region.x + left, top);
  region.list.box({
    kind: 'box',
    height: Math.max(beside?.height ?? 0, top + figure.height),
    textTop: beside?.textTop ?? (isGraphic ? body.textTop : 0),
    lines: 2,
    parts: [...(beside?.parts ?? []), ...own],
  });
  region.list.gap(gap);
}

/** The figure with its caption below. */
function setFigure(block: Figure, frame: FigureFrame): SetFigure | undefined {
  const { job, element } = frame;
  const { figureText, colors } = job.styles;
  const text = plainText(block.caption);
  const isImage = block.content.kind === 'image' || block.content.kind === 'qr';
  const caption = createElement('Caption');
  const captionHeight = text === '' ? 0 : figureText.leading * (1 + CAPTION_GAP);
  const drawn = setContent(block, { ...frame, height: Math.max(LEAST_MEASURE / 2, frame.height - captionHeight) });
  if (!drawn || text === '') return drawn;
  element.children.push(caption);
  const measure = isImage ? Math.max(drawn.width, LEAST_MEASURE) : drawn.width;
  const lines = figureLines(text, { ...frame, element: caption }, { color: colors.muted, measure });
  const width = Math.max(drawn.width, widthOf(lines));
  const x = aligned(drawn.width, block.align, width);
  const top = drawn.height + CAPTION_GAP * figureText.leading;
  const below = lines.flatMap((line, index) =>
    lineParts([line], figureText, aligned(line.width, block.align, width), top + index * figureText.leading),
  );
  return {
    ...drawn,
    width,
    height: top + lines.length * figureText.leading,
    parts: [...shifted(drawn.parts, x, 0), ...below],
  };
}

function setContent({ content }: Figure, frame: FigureFrame): SetFigure | undefined {
  switch (content.kind) {
    case 'image':
      return setImage(content, frame);
    case 'qr':
      return setQrCode(content, frame);
    case 'timeline':
      return setTimeline(content, frame);
    case 'chart':
      return setChart(content, frame);
  }
}

interface Beside {
  readonly parts: readonly Part[];
  readonly height: number;
  readonly textTop: number;
  readonly figureX: number;
  readonly figureY: number;
}

/** Sets what stands beside the figure; undefined when there is no room for it. */
function setBeside(
  block: Figure,
  figure: SetFigure,
  parent: StructureElement,
  region: Region,
  job: LayoutJob,
): Beside | undefined {
  const gutter = Math.max(job.styles.columns.gutter, figure.clear ?? 0);
  const width = region.width - figure.width - gutter;
  if (width < Math.min(LEAST_BESIDE, region.width / 2)) return undefined;
  const isLeft = block.align === 'left';
  const x = region.x + (isLeft ? figure.width + gutter : 0);
  const list = new VerticalList();
  // Labels and headings keep their column; what waits there must then stand above.
  const side = !isLeft && block.children.some(usesSide) ? region.side : null;
  if (side) region.list.clearAside();
  const inside = { ...region, x, width, parent, list, side, axis: isLeft ? null : region.axis, ragged: true };
  job.collect(block.children, inside, job);
  list.endAsides();
  const stack = stackItems(list.items);
  if (stack.height > region.room) {
    parent.children.length = 0;
    return undefined;
  }
  const first = list.items[0];
  const textTop = first?.kind === 'box' ? first.textTop : job.styles.body.textTop;
  const parts = stack.parts.map(({ part, y }): Part => ({ ...part, y: part.y + y }));
  // The figure's top stands level with the capitals of the first line; a figure taller than the text is centred on it.
  const spare = stack.height - figure.height;
  const figureY = spare > 0 ? Math.min(textTop, spare) : 0;
  const down = spare < 0 ? -spare / 2 : 0;
  return {
    parts: shifted(parts, 0, down),
    height: Math.max(stack.height, figure.height),
    textTop: textTop + down,
    figureX: isLeft ? 0 : region.width - figure.width,
    figureY,
  };
}

/** True for blocks that set something in the side column. */
function usesSide({ type }: Block): boolean {
  return type === 'facts' || type === 'entry' || type === 'heading';
}

/** The Figure in the tree; a QR code inside the Link that it is. */
function addToStructure({ content }: Figure, element: StructureElement, parent: StructureElement): void {
  const home = content.kind === 'qr' ? appendElement(appendElement(parent, 'P'), 'Link') : parent;
  home.children.push(element);
}

/** The area over a QR code that opens its address. */
function linkParts({ content, alt }: Figure, { width, height }: SetFigure, parent: StructureElement): Part[] {
  const link = parent.children.at(-1)?.children.at(0);
  if (content.kind !== 'qr' || !link) return [];
  return [{ kind: 'link', x: 0, y: 0, width, height, element: link, target: content.url, description: alt }];
}

function aligned(width: number, align: Figure['align'], measure: number): number {
  const free = measure - width;
  return align === 'left' ? 0 : align === 'right' ? free : free / 2;
}
