import { expect, it } from 'vitest';

import { contrastRatio, lowContrasts } from '../../src/schema/contrast.js';
import { DEFAULT_THEME, mergeTheme } from '../../src/schema/theme.js';

it.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#000000', 21],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
  ['#1f3a5f', '#1f3a5f', 1],
])('contrast of %s and %s is %d', (a, b, ratio) => {
  expect(contrastRatio(a, b)).toBeCloseTo(ratio, 2);
});

it('the default theme can be read everywhere', () => {
  expect(lowContrasts(DEFAULT_THEME)).toEqual([]);
});

it('a colour is measured on paper and on the tint', () => {
  const theme = mergeTheme(DEFAULT_THEME, { colors: { muted: '#767676', tint: '#e0e0e0' } });
  expect(lowContrasts(theme).map(({ text, ground }) => `${text} on ${ground}`)).toEqual(['muted on tint']);
});
