import type { FigureContent } from '../../document/types.js';
import { QUIET_ZONE } from '../../figure/qr-code.js';
import type { FigureFrame, SetFigure } from './figure-parts.js';

/** A module smaller than this, points (a third of a millimetre), is hard for a phone to tell apart. */
const LEAST_MODULE = 1;

/** A QR code in vectors, at least as large as a phone can read. The clear space around it is stated, not drawn. */
export function setQrCode(content: Extract<FigureContent, { kind: 'qr' }>, frame: FigureFrame): SetFigure {
  const { code, size } = content;
  const { element, job } = frame;
  const wanted = Math.max(size, code.size * LEAST_MODULE);
  const side = Math.min(wanted, frame.width, frame.height);
  const module = side / code.size;
  const rects: [x: number, y: number, width: number, height: number][] = [];
  for (const [x, y, wide, high] of code.rects) rects.push([x * module, y * module, wide * module, high * module]);
  const shapes = [{ kind: 'rects', color: job.styles.colors.text, rects }] as const;
  return {
    width: side,
    height: side,
    clear: QUIET_ZONE * module,
    parts: [{ kind: 'drawing', x: 0, y: 0, width: side, height: side, element, shapes }],
  };
}
