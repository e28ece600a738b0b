import type { DiagnosticCode } from '../diagnostics/index.js';

/** Why an image cannot be used; thrown while one is read and turned into a diagnostic by `readImage`. */
export class ImageFault extends Error {
  constructor(
    readonly code: Extract<DiagnosticCode, `image/${string}`>,
    /** Goes on after the file's name: "is cut short". */
    message: string,
    readonly hints: readonly string[],
    readonly found?: string,
  ) {
    super(message);
  }
}

/** The file is broken or ends too early. */
export function damaged(message: string): ImageFault {
  return new ImageFault('image/damaged', message, [
    'open it in an image viewer and save it again as JPEG or PNG',
    'or copy it anew from where it came from: it may have been cut short on the way',
  ]);
}

/** The file is whole, but of a kind that a packet cannot hold. */
export function unsupported(message: string, hint: string, found?: string): ImageFault {
  return new ImageFault('image/unsupported', message, [hint], found);
}

/** Most bytes of an image file. MyERAS itself takes photos of up to 150 kB. */
export const MOST_IMAGE_BYTES = 3 * 1024 * 1024;
/** Most pixels: more than any phone takes in its usual setting, and 90 MB at the most while it is read. */
export const MOST_PIXELS = 30_000_000;

const SMALLER = 'save it at 750 × 1050 pixels or fewer, as JPEG of middling quality: that is sharp in print';

/** Refuses a file that is too large before anything of it is read. */
export function checkBytes(length: number): void {
  if (length <= MOST_IMAGE_BYTES) return;
  const size = `${(length / 1048576).toFixed(1)} MB`;
  throw new ImageFault('image/too-large', `has ${size}; an image may have 3 MB`, [SMALLER], size);
}

/** Refuses a picture with too many pixels before any of them is inflated. */
export function checkPixels(width: number, height: number): void {
  if (width * height <= MOST_PIXELS) return;
  const size = `${width} × ${height} pixels`;
  throw new ImageFault('image/too-large', `has ${size}; an image may have 30 million`, [SMALLER], size);
}
