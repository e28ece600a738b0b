import type { BreakCost, Breakpoint } from './breakpoints.js';

/** How lines are judged. Lengths are points. */
export interface FitRules {
  /** Width of the first line and of the others. */
  readonly firstMeasure: number;
  readonly measure: number;
  /** Justified lines stretch and shrink their spaces; ragged lines only leave room at their end. */
  readonly justify: boolean;
  /** Highest adjustment ratio of a line, Infinity for any. */
  readonly tolerance: number;
  /** Stretch that every line has besides its spaces: the ragged margin, or the emergency stretch of the last try. */
  readonly extraStretch: number;
  /** A last line shorter than this is disfavoured. */
  readonly shortLine: number;
}

/** Demerits after Knuth and Plass, "Breaking Paragraphs into Lines" (1981). */
const LINE_PENALTY = 10;
const WORST_RATIO = 1000;
const DOUBLE_HYPHEN_DEMERITS = 400_000;
const FINAL_HYPHEN_DEMERITS = 120_000;
const FITNESS_DEMERITS = 6_000;
/** For a last line of half the length from which it is no longer short; more the shorter it is. */
const SHORT_LINE_DEMERITS = 100_000;
/** A word alone on the last line shows more in ragged text, where a longer line costs less. */
const RAGGED_SHORT_LINE_DEMERITS = 800_000;
/** The end of a broken word alone on the last line: anything else is better. */
const FRAGMENT_LINE_DEMERITS = 1e15;

const JUSTIFIED_PENALTIES: Readonly<Record<BreakCost, number>> = {
  space: 0,
  letter: 0,
  dash: 80,
  compound: 120,
  reluctant: 160,
  hyphen: 210,
  address: 320,
  emergency: 1000,
  end: 0,
};
/** A ragged margin absorbs what a hyphen would save, also one that is written (`systems-based`), and what words that belong together need. */
const RAGGED_PENALTIES: Readonly<Record<BreakCost, number>> = {
  space: 0,
  letter: 0,
  dash: 350,
  compound: 900,
  reluctant: 900,
  hyphen: 450,
  address: 400,
  emergency: 3000,
  end: 0,
};

/** Points that a line may be too long by: far below what can be seen, above what sums of widths differ by. */
export const ROUNDING = 1e-4;

/** A way to break up to a breakpoint; the best one of its fitness class. */
interface Node {
  /** Index of the breakpoint, -1 at the start. */
  readonly index: number;
  readonly breakpoint: Breakpoint | undefined;
  readonly fitness: number;
  readonly demerits: number;
  readonly previous: Node | undefined;
}

/**
 * Chooses the breaks of a stretch that have the fewest demerits in total. Returns the indices of the breakpoints at the
 * line ends, the last one included, or undefined when the rules admit no solution.
 */
export function fitParagraph(breakpoints: readonly Breakpoint[], rules: FitRules): number[] | undefined {
  const last = breakpoints.length - 1;
  const whole = breakpoints[last];
  if (whole === undefined) return [];
  if (whole.endWidth <= rules.firstMeasure + ROUNDING) return [last];
  const open: Node[] = [{ index: -1, breakpoint: undefined, fitness: 1, demerits: 0, previous: undefined }];
  for (let index = 0; index <= last; index++) {
    const best = extendLines(open, index, breakpoints[index]!, rules);
    if (index === last) return best.length === 0 ? undefined : trace(best.reduce(fewerDemerits));
    for (const node of best) open.push(node);
    if (open.length === 0) return undefined;
  }
  return undefined;
}

/** Least demerits of each fitness class before any line is tried. */
const NONE_YET = [Infinity, Infinity, Infinity, Infinity];

/**
 * Tries every open line's end at one breakpoint. Returns the best ways to end a line there, at most one of each fitness
 * class, and drops the lines that have become too long from `open`.
 */
function extendLines(open: Node[], index: number, end: Breakpoint, rules: FitRules): Node[] {
  let best: (Node | undefined)[] | undefined;
  let least = NONE_YET;
  let kept = 0;
  let overfull: Node | undefined;
  for (const node of open) {
    const ratio = adjustmentRatio(node.breakpoint, end, rules);
    if (ratio < -1) {
      overfull = node;
      continue;
    }
    open[kept++] = node;
    if (!admits(node.breakpoint, end, ratio, rules)) continue;
    const fitness = rules.justify ? fitnessClass(ratio) : 1;
    const demerits = node.demerits + lineDemerits(node, end, ratio, fitness, rules);
    if (demerits < (least[fitness] ?? 0)) {
      if (best === undefined) [best, least] = [[undefined, undefined, undefined, undefined], [...NONE_YET]];
      least[fitness] = demerits;
      best[fitness] = node;
    }
  }
  open.length = kept;
  const found: Node[] = [];
  best?.forEach((previous, fitness) => {
    if (previous !== undefined) found.push({ index, breakpoint: end, fitness, demerits: least[fitness]!, previous });
  });
  // A single letter wider than the measure: the line must take it nevertheless.
  if (kept === 0 && found.length === 0 && overfull !== undefined && rules.tolerance === Infinity) {
    found.push({ index, breakpoint: end, fitness: 0, demerits: overfull.demerits + 1e9, previous: overfull });
  }
  return found;
}

/**
 * Positive: the share of its stretch that the line uses. Negative: the share of its shrink; below -1 it is too long.
 */
function adjustmentRatio(start: Breakpoint | undefined, end: Breakpoint, rules: FitRules): number {
  const { justify } = rules;
  const measure = start === undefined ? rules.firstMeasure : rules.measure;
  const slack = measure - (end.endWidth - (start === undefined ? 0 : start.startWidth));
  if (slack < 0) {
    const shrink = justify ? end.endShrink - (start === undefined ? 0 : start.startShrink) : 0;
    return slack > -ROUNDING ? 0 : shrink > 0 ? slack / shrink : -Infinity;
  }
  if (end.cost === 'end') return 0;
  const stretch = justify ? end.endStretch - (start === undefined ? 0 : start.startStretch) : 0;
  // A line without any stretch is as bad as the worst that can be told apart from it.
  return Math.min(slack / (stretch + rules.extraStretch + 1e-9), WORST_RATIO);
}

/** Only the last try takes any line. */
function admits(start: Breakpoint | undefined, end: Breakpoint, ratio: number, { tolerance }: FitRules): boolean {
  return ratio <= tolerance && (tolerance === Infinity || start === undefined || !isFragment(start, end));
}

/** True for a last line that is nothing but the end of a broken word. */
function isFragment(start: Breakpoint, end: Breakpoint): boolean {
  return end.cost === 'end' && start.cost === 'hyphen' && end.endPiece === start.startPiece + 1;
}

/** Tight, normal, loose, very loose: neighbouring lines should not differ by more than one. */
function fitnessClass(ratio: number): number {
  return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
}

function lineDemerits(node: Node, end: Breakpoint, ratio: number, fitness: number, rules: FitRules): number {
  const start = node.breakpoint;
  const penalty = (rules.justify ? JUSTIFIED_PENALTIES : RAGGED_PENALTIES)[end.cost];
  const looseness = LINE_PENALTY + 100 * Math.abs(ratio * ratio * ratio);
  let demerits = looseness * looseness + penalty * penalty;
  const afterHyphen = start !== undefined && endsInHyphen(start);
  if (end.cost === 'end') {
    if (start === undefined) return demerits;
    if (afterHyphen) demerits += FINAL_HYPHEN_DEMERITS;
    const missing = 1 - (end.endWidth - start.startWidth) / rules.shortLine;
    if (missing > 0) demerits += 2 * missing * (rules.justify ? SHORT_LINE_DEMERITS : RAGGED_SHORT_LINE_DEMERITS);
    if (isFragment(start, end)) demerits += FRAGMENT_LINE_DEMERITS;
    return demerits;
  }
  if (Math.abs(fitness - node.fitness) > 1) demerits += FITNESS_DEMERITS;
  if (afterHyphen && endsInHyphen(end)) demerits += DOUBLE_HYPHEN_DEMERITS;
  return demerits;
}

/** Demerits of a whole solution, `ends` as {@link fitParagraph} gives them; Infinity when the rules do not admit it. */
export function demeritsOf(breakpoints: readonly Breakpoint[], ends: readonly number[], rules: FitRules): number {
  let node: Node = { index: -1, breakpoint: undefined, fitness: 1, demerits: 0, previous: undefined };
  for (const index of ends) {
    const end = breakpoints[index];
    if (end === undefined) return Infinity;
    const ratio = adjustmentRatio(node.breakpoint, end, rules);
    if (ratio < -1 || !admits(node.breakpoint, end, ratio, rules)) return Infinity;
    const fitness = rules.justify ? fitnessClass(ratio) : 1;
    const demerits = node.demerits + lineDemerits(node, end, ratio, fitness, rules);
    node = { index, breakpoint: end, fitness, demerits, previous: node };
  }
  return node.demerits;
}

function endsInHyphen(breakpoint: Breakpoint): boolean {
  return breakpoint.cost === 'hyphen' || breakpoint.cost === 'dash' || breakpoint.cost === 'compound';
}

function fewerDemerits(one: Node, other: Node): Node {
  return other.demerits < one.demerits ? other : one;
}

function trace(node: Node): number[] {
  const ends: number[] = [];
  for (let at: Node | undefined = node; at !== undefined && at.index >= 0; at = at.previous) ends.push(at.index);
  return ends.reverse();
}
