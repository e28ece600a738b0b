import { describe, expect, it } from 'vitest';
import { qrCode } from '../../src/figure/qr-code.js';
import { readImage } from '../../src/image/index.js';
import type { PacketImage } from '../../src/image/types.js';
import type { Shape } from '../../src/layout/index.js';
import { exif, JPEGS, withSegments } from '../image/support/jpegs.js';
import { png, type Pixel } from '../image/support/pngs.js';
import { readQr } from '../support/read-qr.js';
import { METADATA, PacketBuilder } from './support/packet.js';
import { hasPoppler, hasQpdf, rasterise, runOn } from './support/pdf-tools.js';
import { data, dict, list, readPdf, structureText, type PlainDict } from './support/read-pdf.js';
import { writeBytes } from './support/write-bytes.js';

const read = (bytes: Uint8Array): PacketImage => {
  const result = readImage(bytes, 'test');
  if ('problem' in result) throw new Error(result.problem.message);
  return result.image;
};

/** A page with images in boxes of 96 by 64 points (64 by 96 where they are turned), one below the other from 100, 100. */
function pageOf(...images: readonly PacketImage[]): PacketBuilder {
  const packet = new PacketBuilder();
  images.forEach((image, index) => {
    const element = packet.element('Figure', packet.root, { alt: `Image ${index + 1}.` });
    const size = image.orientation >= 5 ? { width: 64, height: 96 } : { width: 96, height: 64 };
    packet.place({ kind: 'image', element, x: 100, y: 100 + 110 * index, ...size, image });
  });
  return packet;
}
const write = (packet: PacketBuilder): Promise<Uint8Array> => writeBytes(packet.build(), { metadata: METADATA });
const xObjects = async (bytes: Uint8Array): Promise<PlainDict[]> => {
  const { pages } = await readPdf(bytes);
  return Object.values(dict(dict(pages[0]!.Resources).XObject)).map((value) => dict(value));
};

/** Gray of the middle of each quarter of a box, from the upper left, row by row. */
function quarters(raster: ReturnType<typeof rasterise>, x: number, y: number, width: number, height: number): number[] {
  return [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map(
      (across) => raster.pixels[Math.round(y + height * down) * raster.width + Math.round(x + width * across)]!,
    ),
  );
}

describe('an image in the file', () => {
  it('is written once, under the filter it came with', async () => {
    const photo = read(JPEGS.baseline());
    const packet = pageOf(photo, photo, read(JPEGS.gray()), read(JPEGS.rgb()));
    const objects = await xObjects(await write(packet));
    expect(
      objects.map(({ Filter, ColorSpace, Width, Height, Interpolate }) => [
        Filter,
        ColorSpace,
        Width,
        Height,
        Interpolate,
      ]),
    ).toEqual([
      ['/DCTDecode', '/DeviceRGB', 48, 32, false],
      ['/DCTDecode', '/DeviceGray', 48, 32, false],
      ['/DCTDecode', '/DeviceRGB', 48, 32, false],
    ]);
    expect(objects[2]!.DecodeParms).toEqual({ ColorTransform: 0 });
    expect(objects[0]!.$data).toEqual((photo as { data: Uint8Array }).data);
  });

  it('has its palette, its opacity and its own colours', async () => {
    const palette: Pixel[] = [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ];
    const indexed = read(png({ width: 4, height: 4, kind: 3, bits: 2, palette }, (x) => [x & 1]));
    const clear = read(png({ width: 4, height: 4, kind: 6, bits: 8 }, (x) => [10, 20, 30, x * 60]));
    const gamma = Buffer.alloc(4);
    gamma.writeUInt32BE(100000);
    const linear = read(png({ width: 4, height: 4, kind: 2, bits: 8, extra: [['gAMA', gamma]] }, () => [1, 2, 3]));
    const gray = read(png({ width: 4, height: 4, kind: 0, bits: 8, extra: [['gAMA', gamma]] }, () => [128]));
    const objects = await xObjects(await write(pageOf(indexed, clear, linear, gray)));
    const space = list(objects[0]!.ColorSpace);
    expect(space.slice(0, 3)).toEqual(['/Indexed', '/DeviceRGB', 1]);
    expect(objects[0]!.DecodeParms).toEqual({ Predictor: 15, Colors: 1, BitsPerComponent: 2, Columns: 4 });
    expect([...data(objects[1]!.SMask)].slice(0, 4)).toEqual([0, 60, 120, 180]);
    const [name, profile] = list(objects[2]!.ColorSpace);
    expect([name, dict(profile).N]).toEqual(['/ICCBased', 3]);
    expect(Buffer.from(data(profile)).toString('latin1')).toContain('acsp');
    expect(list(objects[3]!.ColorSpace)[0]).toBe('/CalGray');
  });

  it('is a Figure with its alternative text and the box it stands in', async () => {
    const bytes = await write(pageOf(read(JPEGS.baseline())));
    const pdf = await readPdf(bytes);
    expect(structureText(pdf)).toContain('Figure');
    const document = dict(list(dict(dict(pdf.catalog).StructTreeRoot).K)[0]);
    const figure = dict(document.K);
    expect(figure.Alt).toBe('Image 1.');
    expect(dict(figure.A)).toEqual({ O: '/Layout', BBox: [100, 792 - 164, 196, 792 - 100] });
    expect(pdf.content(0)).toMatch(/\/Figure <<\/MCID 0>> BDC\nq 96 0 0 64 100 628 cm \/Im1 Do Q\nEMC/);
  });

  it('carries none of what the file said of its maker, place or past', async () => {
    const secret = 'SECRET-41.4993N';
    const jpeg = read(withSegments(JPEGS.baseline(), exif(1, secret), [0xfe, Buffer.from(secret)]));
    const text = Buffer.from(`Author\0${secret}`);
    const picture = read(
      png({ width: 4, height: 4, kind: 2, bits: 8, extra: [['tEXt', text]], trailing: Buffer.from(secret) }, () => [
        1, 2, 3,
      ]),
    );
    const bytes = await write(pageOf(jpeg, picture));
    const whole = Buffer.concat([bytes, ...(await xObjects(bytes)).map((object) => data(object))]);
    expect(whole.includes('SECRET')).toBe(false);
    expect(whole.includes('Exif')).toBe(false);
  });
});

describe.skipIf(!hasPoppler)('poppler (skipped where it is not installed)', () => {
  // Black, red; blue, white: as gray levels a renderer gives about 0, 83; 67, 255.
  const dark = (grays: readonly number[]): string =>
    grays.map((gray) => (gray < 30 ? 'K' : gray > 240 ? 'W' : gray > 75 ? 'R' : 'B')).join('');
  const WANTED = { 1: 'KRBW', 2: 'RKWB', 3: 'WBRK', 4: 'BWKR', 5: 'KBRW', 6: 'BKWR', 7: 'WRBK', 8: 'RWKB' } as const;

  it('draws every orientation upright', async () => {
    const turned = ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((orientation) =>
      read(withSegments(JPEGS.baseline(), exif(orientation))),
    );
    for (const [index, image] of turned.entries()) {
      const raster = rasterise(await write(pageOf(image)), 1, 72);
      const [width, height] = image.orientation >= 5 ? [64, 96] : [96, 64];
      const grays = quarters(raster, 100, 100, width, height);
      expect([index + 1, dark(grays)]).toEqual([index + 1, WANTED[image.orientation]]);
      // Nothing outside the box.
      expect(raster.pixels[95 * raster.width + 150]).toBe(255);
      expect(raster.pixels[150 * raster.width + 95]).toBe(255);
    }
  });

  it('draws all kinds of JPEG and PNG alike', async () => {
    const samples = (x: number, y: number): number[] =>
      [
        [
          [0, 0, 0],
          [200, 30, 30],
        ],
        [
          [30, 60, 200],
          [255, 255, 255],
        ],
      ][y < 16 ? 0 : 1]![x < 24 ? 0 : 1]!;
    const size = { width: 48, height: 32 };
    const alpha = png({ ...size, kind: 6, bits: 8 }, (x, y) => [...samples(x, y), x < 24 || y < 16 ? 255 : 0]);
    const images = [
      JPEGS.progressive(),
      JPEGS.rgb(),
      png({ ...size, kind: 2, bits: 8, filter: 4 }, samples),
      png({ ...size, kind: 2, bits: 16, interlaced: true }, (x, y) => samples(x, y).map((value) => value * 257)),
      alpha,
    ].map(read);
    const raster = rasterise(await write(pageOf(...images)), 1, 72);
    images.forEach((_, index) => expect(dark(quarters(raster, 100, 100 + 110 * index, 96, 64))).toBe('KRBW'));
  });

  it('draws a QR code that a phone reads', async () => {
    const url = 'https://letters.example.org/requests/VN8D-4J1S';
    const { size, rects } = qrCode(url);
    const module = 52 / size;
    const shapes: Shape[] = [
      { kind: 'rects', color: '#1c1d1f', rects: rects.map((rect) => rect.map((edge) => edge * module) as never) },
    ];
    const packet = new PacketBuilder();
    packet.place({
      kind: 'drawing',
      element: packet.element('Figure', packet.root, { alt: 'QR' }),
      x: 480,
      y: 400,
      width: 52,
      height: 52,
      shapes,
    });
    packet.line('P', 'Text around it must not disturb.');
    const { pixels, width, height } = rasterise(await write(packet), 1, 200);
    expect(readQr(pixels, width, height)).toBe(url);
  });

  it('draws shapes where they are', async () => {
    const packet = new PacketBuilder();
    const color = '#000000';
    const shapes: Shape[] = [
      { kind: 'rects', color, rects: [[0, 0, 20, 10]] },
      {
        kind: 'polygon',
        points: [
          [50, 0],
          [70, 0],
          [70, 20],
        ],
        fill: color,
      },
      { kind: 'circle', x: 110, y: 10, radius: 10, fill: color },
      {
        kind: 'lines',
        color,
        width: 4,
        dash: [10, 10],
        lines: [
          [
            [0, 42],
            [60, 42],
          ],
        ],
      },
      {
        kind: 'lines',
        color,
        width: 2,
        lines: [
          [
            [100, 41],
            [140, 41],
          ],
        ],
      },
    ];
    packet.place({
      kind: 'drawing',
      element: packet.element('Figure', packet.root, { alt: 'X' }),
      x: 100,
      y: 100,
      width: 200,
      height: 60,
      shapes,
    });
    const raster = rasterise(await write(packet), 1, 72);
    const ink = (x: number, y: number, width: number, height: number): number => {
      let sum = 0;
      for (let row = y; row < y + height; row++)
        for (let column = x; column < x + width; column++) sum += 255 - raster.pixels[row * raster.width + column]!;
      return sum / 255;
    };
    expect(ink(100, 100, 30, 30)).toBeCloseTo(200, 0);
    expect(Math.abs(ink(145, 95, 30, 30) - 200)).toBeLessThan(8);
    expect(Math.abs(ink(195, 95, 30, 30) - Math.PI * 100)).toBeLessThan(8);
    expect(ink(100, 135, 70, 15)).toBeCloseTo(120, 0);
    expect(ink(200, 135, 60, 15)).toBeCloseTo(80, 0);
  });
});

describe.skipIf(!hasQpdf)('qpdf (skipped where it is not installed)', () => {
  it('finds no error', async () => {
    const bytes = await write(
      pageOf(read(JPEGS.baseline()), read(png({ width: 4, height: 4, kind: 6, bits: 8 }, () => [1, 2, 3, 4]))),
    );
    expect(runOn(bytes, 'qpdf', ['--check', '{}']).toString()).toContain('No syntax or stream encoding errors found');
  });
});
