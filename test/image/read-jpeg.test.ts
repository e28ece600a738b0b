import { describe, expect, it } from 'vitest';
import { readImage } from '../../src/image/index.js';
import type { PacketImage } from '../../src/image/types.js';
import { exif, JPEGS, withSegments } from './support/jpegs.js';

const image = (bytes: Uint8Array): PacketImage => {
  const read = readImage(bytes, 'photo.jpg');
  if ('problem' in read) throw new Error(read.problem.message);
  return read.image;
};
const problem = (bytes: Uint8Array) => {
  const read = readImage(bytes, 'photo.jpg');
  if ('image' in read) throw new Error('it was read');
  return read.problem;
};
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const body =
  (at: number, ...bytes: number[]) =>
  (jpeg: Uint8Array) =>
    jpeg.fill(0, 0, 0).map((v, i) => bytes[i - at] ?? v);
/** Where a marker stands. */
const find = (jpeg: Uint8Array, marker: number): number => Buffer.from(jpeg).indexOf(Buffer.of(0xff, marker));

describe('a JPEG', () => {
  it('is read baseline, progressive, gray and as red, green and blue', () => {
    const { baseline, progressive, gray, rgb } = JPEGS;
    expect(image(baseline())).toMatchObject({
      kind: 'jpeg',
      width: 48,
      height: 32,
      channels: 3,
      isRgb: false,
      orientation: 1,
    });
    expect(image(progressive())).toMatchObject({ width: 48, height: 32, channels: 3 });
    expect(image(gray())).toMatchObject({ channels: 1 });
    expect(image(rgb())).toMatchObject({ channels: 3, isRgb: true });
  });

  it('loses everything that applications add, and nothing else', () => {
    const secret = 'SECRET-41.4993N-81.6944W';
    const xmp = latin1(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secret}</x:xmpmeta>`);
    const full = withSegments(
      JPEGS.baseline(),
      exif(1, secret),
      [0xe1, xmp],
      [0xed, latin1(`Photoshop 3.0\0${secret}`)],
      [0xfe, latin1(secret)],
      [0xe0, latin1(`JFXX\0${secret}`)],
      [0xe2, latin1(`MPF\0${secret}`)],
      [0xee, latin1(`Adobe\0d\0\0\0\0\x01${secret}`)],
    );
    const tail = new Uint8Array(Buffer.concat([full, latin1(secret), JPEGS.gray()]));
    const plain = image(JPEGS.baseline()) as { data: Uint8Array };
    const read = image(tail) as { data: Uint8Array };
    expect(Buffer.from(read.data).includes('SECRET')).toBe(false);
    expect(Buffer.from(read.data).includes('Exif')).toBe(false);
    // Only the mark of how the colours are coded is kept, in the least form.
    expect(read.data.length).toBe(plain.data.length + 16);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('says orientation %i, in both byte orders', (orientation) => {
    for (const little of [true, false]) {
      const turned = withSegments(JPEGS.baseline(), exif(orientation, '', little));
      expect(image(turned).orientation).toBe(orientation);
    }
  });

  it('stands as it is when EXIF says nonsense', () => {
    for (const orientation of [0, 9, 77]) {
      expect(image(withSegments(JPEGS.baseline(), exif(orientation))).orientation).toBe(1);
    }
    for (const tiff of ['', 'II*\0', 'II*\0\xff\xff\xff\xff\0\0\0\0\0\0', 'XX*\0\x08\0\0\0\x01\0']) {
      expect(image(withSegments(JPEGS.baseline(), [0xe1, latin1(`Exif\0\0${tiff}`)])).orientation).toBe(1);
    }
  });

  it('is damaged wherever it is cut', () => {
    for (const whole of [JPEGS.baseline(), JPEGS.progressive()]) {
      for (let length = 3; length < whole.length; length += 5) {
        expect(problem(whole.slice(0, length)).code).toBe('image/damaged');
      }
    }
  });

  it('is damaged or refused when a part of it lies', () => {
    const sof = find(JPEGS.baseline(), 0xc0);
    const cases: readonly (readonly [string, (jpeg: Uint8Array) => Uint8Array])[] = [
      ['image/damaged', body(sof + 5, 0, 0)],
      ['image/unsupported', body(sof + 4, 12)],
      ['image/unsupported', body(sof + 1, 0xc9)],
      ['image/unsupported', body(sof + 9, 2)],
      ['image/damaged', body(sof + 11, 0)],
      ['image/too-large', body(sof + 5, 0xff, 0xff, 0xff, 0xff)],
      ['image/damaged', body(find(JPEGS.baseline(), 0xdb) + 4, 3)],
    ];
    for (const [code, change] of cases) expect(problem(change(JPEGS.baseline())).code).toBe(code);
  });

  it('in the colours of a press says what to do', () => {
    expect(problem(JPEGS.cmyk())).toMatchObject({ severity: 'warning', code: 'image/unsupported', found: 'CMYK' });
    expect(problem(JPEGS.cmyk()).message).toContain('photo.jpg');
    expect(problem(JPEGS.cmyk()).hints.join()).toContain('RGB');
  });

  it('is read once for all letters', () => {
    const bytes = JPEGS.baseline();
    expect(image(bytes)).toBe(image(bytes));
  });
});

describe('anything else', () => {
  const named: readonly (readonly [string, string])[] = [
    ['GIF', 'GIF89a\x01\0\x01\0'],
    ['WebP', 'RIFF\0\0\0\0WEBPVP8 '],
    ['HEIC photo', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['HEIC photo', '\0\0\0\x18ftypmif1\0\0\0\0'],
    ['AVIF', '\0\0\0\x18ftypavif'],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['BMP', 'BM\0\0\0\0'],
    ['PDF document', '%PDF-1.7\n'],
    ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['web page', '<!DOCTYPE html><html>'],
  ];
  it.each(named)('is named as %s', (format, head) => {
    const found = problem(new Uint8Array(latin1(head.padEnd(200, '\0'))));
    expect(found).toMatchObject({ code: 'image/unsupported', found: format });
    expect(found.message).toContain(`is a ${format}`);
    expect(found.hints).not.toEqual([]);
  });

  it('that nobody knows is refused, and so are no bytes and too many', () => {
    expect(problem(new Uint8Array(50).fill(7)).message).toContain('neither a JPEG nor a PNG');
    expect(problem(new Uint8Array()).code).toBe('image/damaged');
    expect(problem(new Uint8Array(4_000_000))).toMatchObject({ code: 'image/too-large', found: '3.8 MB' });
  });
});
