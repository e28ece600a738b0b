import * as jsqr from 'jsqr';

type Reader = (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;

/** The package is CommonJS that says it is an ES module: its function hides one or two levels down. */
function reader(): Reader {
  let found: unknown = jsqr;
  while (typeof found === 'object' && found !== null && 'default' in found) found = found.default;
  return found as Reader;
}

/** Reads the QR code of a gray picture, as a phone would; undefined when it finds none. */
export function readQr(gray: Uint8Array, width: number, height: number): string | undefined {
  const pixels = new Uint8ClampedArray(gray.length * 4);
  gray.forEach((value, index) => pixels.set([value, value, value, 255], index * 4));
  return reader()(pixels, width, height)?.data;
}
