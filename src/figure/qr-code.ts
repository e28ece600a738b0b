import { encode } from 'uqr';
import { createBoundedCache } from '../bounded-cache.js';
import type { ModuleRect, QrCode } from './types.js';

/** Most characters of an address in a QR code: beyond, its modules would be too fine for a phone at a useful size. */
export const LONGEST_QR_URL = 300;

/** The clear space that a QR code needs on every side, in modules (ISO/IEC 18004, 6.3.8). */
export const QUIET_ZONE = 4;

/** Portals are shared by many letters. */
const known = createBoundedCache<QrCode>(200);

/** True for an address that a QR code may hold: https, and no character that an address cannot have. */
export function isQrUrl(url: string): boolean {
  return /^https:\/\/[^\s<>"]+$/i.test(url) && URL.canParse(url);
}

/**
 * The QR code of a web address, with error correction M (a seventh of it may be covered or smudged).
 *
 * @param url at most {@link LONGEST_QR_URL} characters
 * @example qrCode('https://example.org').size // 25
 */
export function qrCode(url: string): QrCode {
  let code = known.get(url);
  if (code === undefined) known.set(url, (code = drawQrCode(url)));
  return code;
}

function drawQrCode(url: string): QrCode {
  const ascii = url.replace(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')));
  const { data, size } = encode(ascii, { ecc: 'M', boostEcc: true, border: 0 });
  return { size, rects: mergeModules(data) };
}

/** Joins dark modules to rows, and equal rows to blocks: fewer edges, so that no hairline shows between modules. */
function mergeModules(modules: readonly (readonly boolean[])[]): ModuleRect[] {
  const done: ModuleRect[] = [];
  let open = new Map<string, { x: number; y: number; width: number; height: number }>();
  for (const [y, row] of [...modules, []].entries()) {
    const next: typeof open = new Map();
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      const key = `${start}-${x}`;
      const above = open.get(key);
      open.delete(key);
      next.set(key, above ? { ...above, height: above.height + 1 } : { x: start, y, width: x - start + 1, height: 1 });
    }
    for (const { x, y: top, width, height } of open.values()) done.push([x, top, width, height]);
    open = next;
  }
  return done.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}
