import type { Theme } from './theme.js';

/** The least contrast of text that everyone can read (WCAG 2.2, success criterion 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** Two colours of a theme that are drawn on each other and are too alike. */
export interface LowContrast {
  /** Names of the tokens, such as `muted`; `white` is the paper. */
  readonly text: string;
  readonly ground: string;
  /** Contrast ratio, 1 to 21. */
  readonly ratio: number;
}

/** The tokens that colour text. */
const TEXT_TOKENS = ['text', 'muted', 'accent', 'warning'] as const;
const PAPER = '#ffffff';

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Contrast ratio of two colours, 1 (equal) to 21 (black on white); the order does not matter.
 *
 * @example contrastRatio('#000000', '#ffffff') // 21
 */
export function contrastRatio(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Every pair of text and ground colour of a theme with a contrast below 4.5:1. */
export function lowContrasts({ colors }: Theme): LowContrast[] {
  const grounds = { white: PAPER, tint: colors.tint };
  const pairs = TEXT_TOKENS.flatMap((text) =>
    Object.entries(grounds).map(([ground, color]) => ({ text, ground, ratio: contrastRatio(colors[text], color) })),
  );
  const banner = { text: 'onAccent', ground: 'accent', ratio: contrastRatio(colors.onAccent, colors.accent) };
  return [...pairs, banner].filter(({ ratio }) => ratio < LEAST_CONTRAST);
}
