import { LOGO_NAME } from '../image/image-names.js';
import { uprightSize } from '../image/types.js';
import type { Theme } from '../schema/theme.js';
import type { LayoutJob } from './layout-job.js';
import type { PageGeometry } from './page-geometry.js';
import { createElement } from './structure.js';
import type { PlacedImage, StructureElement } from './types.js';

/** Space between the logo and the text below it, and least space to the paper's edge, points. */
const ABOVE_TEXT = 8;
const TO_EDGE = 12;
/** The logo takes at most this part of the width of the text. */
const WIDEST = 0.5;

/**
 * Places the theme's logo in the top margin of the first page, as a letterhead has it: first in the structure where it
 * has an alternative text, else as decoration. Undefined when the logo was not passed in.
 */
export function placeLogo(
  logo: NonNullable<Theme['logo']>,
  page: PageGeometry,
  { images }: LayoutJob,
  root: StructureElement,
): PlacedImage | undefined {
  const image = images.get(LOGO_NAME);
  if (!image) return undefined;
  const pixels = uprightSize(image);
  const room = Math.max(page.top - ABOVE_TEXT - TO_EDGE, page.top / 2);
  const height = Math.min(logo.height, room, (page.width * WIDEST * pixels.height) / pixels.width);
  const width = (height * pixels.width) / pixels.height;
  const free = page.width - width;
  const x = page.left + (logo.align === 'left' ? 0 : logo.align === 'right' ? free : free / 2);
  const box = { x, y: Math.max(0, page.top - ABOVE_TEXT - height), width, height };
  if (logo.alt.trim() === '') return { kind: 'image', element: null, artifact: 'header', ...box, image };
  const element = createElement('Figure', { alt: logo.alt.trim() });
  root.children.unshift(element);
  return { kind: 'image', element, ...box, image };
}
