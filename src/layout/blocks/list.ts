import type { List, ListItem } from '../../document/types.js';
import type { TextSpan } from '../../text/types.js';
import { BREAK_COST } from '../break-costs.js';
import { LEAST_MEASURE, type LayoutJob, type Region } from '../layout-job.js';
import { breakSpans } from '../set-text.js';
import { appendElement } from '../structure.js';
import type { ParagraphStyle } from '../styles.js';
import type { RunData, StructureElement } from '../types.js';
import { isSideHeading } from '../side-track.js';
import type { Box, Part } from '../vertical-items.js';

const BULLETS = ['•', '–', '•', '–'] as const;
const TICK = '✓';
/** What the boxes stand for: ballot boxes. */
const OPEN_BOX = '☐';
const TICKED_BOX = '☑';
/** A list of so many items, and no taller than so many lines, stays whole where it can. */
const SHORT_LIST = 4;
const SHORT_LIST_LINES = 9;

/** An item of so many lines looks lost alone on a page. */
const LONE_LINES = 2;
/** Heights are sums of rounded numbers. */
const ROUNDING = 0.01;

/** Cost of leaving an item alone, if it is one at an end of its list. */
function outerCost(outer: boolean, lone: boolean): number {
  return outer ? (lone ? BREAK_COST.loneItem : BREAK_COST.outerItem) : BREAK_COST.item;
}

/** Adds a list with hanging labels: bullets, numbers right-aligned to the text, or boxes to tick. */
export function collectList(block: List, region: Region, job: LayoutJob): void {
  const { list } = region;
  const { styles } = job;
  const bullet = BULLETS[Math.min(region.listDepth, BULLETS.length - 1)]!;
  const element = appendElement(region.parent, 'L', { listNumbering: numbering(block, region.listDepth) });
  const labelStyle: ParagraphStyle = block.ordered
    ? { ...styles.body, text: { ...styles.body.text, figures: 'tabular' } }
    : styles.body;
  const labels = block.items.map((_, index) => (block.ordered ? `${block.start + index}.` : bullet));
  const distinct = [...new Set(labels)];
  const widest = Math.max(
    ...distinct.map((text) => job.typesetter.measure([{ text, style: labelStyle.text, data: null }])),
  );
  const hang = Math.max(styles.list.hang, widest + styles.list.labelGap);
  const outdent = Math.min(hang, Math.max(0, LEAST_MEASURE - (region.width - hang)));
  const x = region.x + hang - outdent;
  const itemGap = block.tight ? styles.space.tightItem : styles.space.looseItem;
  const outerGap = region.tight ? styles.space.tightItem : region.listDepth > 0 ? itemGap : styles.space.paragraph;

  list.gap(outerGap);
  const start = list.length;
  /** True where what stands from a position on, without the gap that it begins with, is short. */
  const isLone = (position: number): boolean => {
    const from = list.items[position]?.kind === 'gap' ? position + 1 : position;
    return list.heightFrom(from) <= LONE_LINES * styles.body.leading + ROUNDING;
  };
  const listDepth = region.listDepth + 1;
  const inside = { ...region, x, width: region.width - hang + outdent, tight: block.tight, ragged: true, side: null, listDepth }; // prettier-ignore
  for (const [index, item] of block.items.entries()) {
    if (index > 0) list.gap(itemGap, outerCost(index === 1, isLone(start)));
    const before = list.length;
    const li = appendElement(element, 'LI');
    const label = setLabel(item, labels[index]!, labelStyle, li, x - styles.list.labelGap, job);
    collectItem(item, label, { ...inside, parent: appendElement(li, 'LBody') }, job);
    const gap = list.items[before];
    if (index === 0 || index < block.items.length - 1 || gap?.kind !== 'gap') continue;
    gap.cost = Math.max(gap.cost, outerCost(true, isLone(before)));
  }
  const short = block.items.length <= SHORT_LIST && list.heightFrom(start) <= SHORT_LIST_LINES * styles.body.leading;
  if (short) list.raiseCosts(start, BREAK_COST.shortList);
  list.gap(outerGap);
}

/** Boxes are labels that belong to no numbering; the dash, for which there is no value, counts as the other bullet. */
function numbering(block: List, depth: number): 'Decimal' | 'Disc' | 'Circle' | 'None' {
  if (block.ordered) return 'Decimal';
  if (block.items.some(({ checked }) => checked !== undefined)) return 'None';
  return BULLETS[Math.min(depth, BULLETS.length - 1)] === '•' ? 'Disc' : 'Circle';
}

/** Parts of an item's label; they end at `right` and stand on the baseline at `y`. */
type Label = (y: number) => Part[];

function setLabel(
  item: ListItem,
  text: string,
  style: ParagraphStyle,
  li: StructureElement,
  right: number,
  job: LayoutJob,
): Label {
  const size = job.styles.list.boxSize;
  if (item.checked === undefined) {
    const line = labelLine(text, style, appendElement(li, 'Lbl'), job);
    return (y) => (line ? [{ kind: 'line', x: right - line.width, y, line }] : []);
  }
  const middle = (y: number): number => y - job.typesetter.metrics(style.text).capHeight / 2;
  const x = right - size;
  const lbl = appendElement(li, 'Lbl', { actualText: item.checked ? TICKED_BOX : OPEN_BOX });
  const box = (y: number): Part => {
    return {
      kind: 'frame',
      x,
      y: middle(y) - size / 2,
      size,
      color: job.styles.colors.muted,
      lineWidth: 0.7,
      radius: 1,
      element: lbl,
    };
  };
  if (!item.checked) return (y) => [box(y)];
  const { accent: color } = job.styles.colors;
  const tickText = { ...job.styles.body.text, family: job.styles.factLabel.text.family, weight: 700 };
  const tick = labelLine(TICK, { ...style, text: tickText, color }, lbl, job);
  if (!tick || tick.runs.some(({ run }) => run.missing.length > 0)) {
    const inner = size * 0.5;
    const at = (size - inner) / 2;
    return (y) => [
      box(y),
      { kind: 'rect', x: x + at, y: middle(y) - inner / 2, width: inner, height: inner, color, artifact: 'layout' },
    ];
  }
  return (y) => [box(y), { kind: 'line', x: x + (size - tick.width) / 2, y, line: tick }];
}

function labelLine(text: string, style: ParagraphStyle, element: StructureElement, job: LayoutJob) {
  const span: TextSpan<RunData> = { text, style: style.text, data: { color: style.color, element }, noHyphen: true };
  return breakSpans([span], style, 10_000, job, 'left')[0];
}

/** Collects the item and hangs its label beside its first line. */
function collectItem(item: ListItem, label: Label, region: Region, job: LayoutJob): void {
  const { list } = region;
  const position = list.length;
  job.collect(item.children, region, job);
  const first = list.firstBox(position);
  const { body } = job.styles;
  if (first < 0) {
    list.box({ kind: 'box', height: body.leading, textTop: body.textTop, lines: 1, parts: label(body.baseline) });
    return;
  }
  const box = list.items[first] as Box;
  const beside = box.parts.filter(isSideHeading);
  const own = box.parts.filter((part) => !isSideHeading(part));
  const line = own.find((part) => part.kind === 'line');
  const height = line ? box.height : Math.max(box.height, body.leading);
  list.items[first] = { ...box, height, parts: [...beside, ...label(line?.y ?? body.baseline), ...own] };
}
