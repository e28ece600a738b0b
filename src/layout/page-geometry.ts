import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import type { Theme } from '../schema/theme.js';

/** Paper and text area, points. */
export interface PageGeometry {
  readonly pageWidth: number;
  readonly pageHeight: number;
  /** Margins. */
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** The text area. */
  readonly width: number;
  readonly height: number;
}

/** A strip of the text area to the left of the text: `x` from the text area's left edge, points. */
export interface SideColumn {
  readonly x: number;
  readonly width: number;
}

const PAPER = {
  letter: { pageWidth: 612, pageHeight: 792 },
  a4: { pageWidth: 595.28, pageHeight: 841.89 },
} as const;

/** A side column leaves at least this part of the text area to the text. */
const LEAST_MAIN_SHARE = 0.5;

/** Margins together leave at least this part of the paper to the text. */
const LEAST_AREA = 0.25;

/** The text area of a theme. Margins that leave no room for text are reduced in proportion. */
export function pageGeometry({ size, margins }: Theme['page']): PageGeometry {
  const { pageWidth, pageHeight } = PAPER[size];
  const [left, right] = reduced(margins.left, margins.right, pageWidth);
  const [top, bottom] = reduced(margins.top, margins.bottom, pageHeight);
  const width = pageWidth - left - right;
  const height = pageHeight - top - bottom;
  return { pageWidth, pageHeight, top, right, bottom, left, width, height };
}

/** The side column of a theme; null for none, or when it would leave the text too little room. */
export function sideColumn(page: Theme['page']): SideColumn | null {
  const { width } = pageGeometry(page);
  const wanted = page.side > 0 && width - page.side - page.gutter >= LEAST_MAIN_SHARE * width;
  return wanted ? { x: 0, width: page.side } : null;
}

/** Warnings of page measures that cannot be used as the theme gives them, and what stands in their place. */
export function geometryWarnings(page: Theme['page']): Diagnostic[] {
  const { size, margins, side, gutter } = page;
  const paper = PAPER[size];
  const geometry = pageGeometry(page);
  const warnings: Diagnostic[] = [];
  const warn = (path: string, message: string, found: string, hint: string): void => {
    warnings.push(diagnostic('warning', 'layout/theme-adjusted', message, { path, found, hints: [hint] }));
  };
  const check = (a: 'left' | 'top', b: 'right' | 'bottom', of: 'wide' | 'high', length: number): void => {
    if (geometry[a] === margins[a] && geometry[b] === margins[b]) return;
    const set = `set at ${Math.round(geometry[a])} and ${Math.round(geometry[b])} points`;
    const message = `the margins at the ${a} and the ${b} leave no room for text; they are ${set}`;
    const most = Math.floor(length * (1 - LEAST_AREA));
    const hint = `a ${size} page is ${Math.round(length)} points ${of}: let them be at most ${most} together`;
    warn('theme.page.margins', message, `${margins[a]} and ${margins[b]}`, hint);
  };
  check('left', 'right', 'wide', paper.pageWidth);
  check('top', 'bottom', 'high', paper.pageHeight);
  if (side > 0 && !sideColumn(page)) {
    const most = Math.floor(geometry.width * (1 - LEAST_MAIN_SHARE));
    const hint = `let side and gutter be at most ${most} points together, or side 0`;
    warn(
      'theme.page.side',
      'the side column leaves the text too little room; there is none',
      `${side} and ${gutter}`,
      hint,
    );
  }
  return warnings;
}

function reduced(a: number, b: number, paper: number): [number, number] {
  const most = paper * (1 - LEAST_AREA);
  const factor = a + b > most ? most / (a + b) : 1;
  return [a * factor, b * factor];
}
