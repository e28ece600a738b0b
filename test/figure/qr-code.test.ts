import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQrUrl, LONGEST_QR_URL, qrCode } from '../../src/figure/qr-code.js';
import type { QrCode } from '../../src/figure/types.js';
import { readQr } from '../support/read-qr.js';

/** Paints a code at three pixels a module, with its quiet zone, and reads it as a phone would. */
function read({ size, rects }: QrCode): string | undefined {
  const scale = 3;
  const side = (size + 8) * scale;
  const pixels = new Uint8Array(side * side).fill(255);
  for (const [x, y, width, height] of rects) {
    for (let row = (y + 4) * scale; row < (y + height + 4) * scale; row++) {
      pixels.fill(0, row * side + (x + 4) * scale, row * side + (x + width + 4) * scale);
    }
  }
  return readQr(pixels, side, side);
}

const urls = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019-_/?=&%.~'), minLength: 0, maxLength: LONGEST_QR_URL - 20 })
  .map((rest) => `https://example.org/${rest}`);

describe('qrCode', () => {
  it('is read back as the address that it was made from', () => {
    fc.assert(
      fc.property(urls, (url) => {
        expect(read(qrCode(url))).toBe(url);
      }),
      { numRuns: 60 },
    );
  });

  it('merges modules to rectangles that do not overlap and stay inside', () => {
    fc.assert(
      fc.property(urls, (url) => {
        const { size, rects } = qrCode(url);
        const seen = new Set<number>();
        let area = 0;
        for (const [x, y, width, height] of rects) {
          expect(x >= 0 && y >= 0 && x + width <= size && y + height <= size).toBe(true);
          area += width * height;
          for (let row = y; row < y + height; row++) {
            for (let column = x; column < x + width; column++) seen.add(row * size + column);
          }
        }
        expect(seen.size).toBe(area);
        expect(rects.length).toBeLessThan(area * 0.7);
      }),
      { numRuns: 40 },
    );
  });

  it('takes https addresses only', () => {
    expect(['https://a.example/x', 'HTTPS://a.example', 'https://müller.example/ü'].map(isQrUrl)).toEqual([
      true,
      true,
      true,
    ]);
    const refused = ['http://a.example', 'javascript:alert(1)', 'https://', 'https://a b', 'tel:+1', '', 'https://a"b'];
    expect(refused.map(isQrUrl)).toEqual(refused.map(() => false));
  });

  it('holds letters beyond ASCII as an address writes them', () => {
    expect(read(qrCode('https://example.org/ü'))).toBe('https://example.org/%C3%BC');
  });
});
