import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImage } from '../../src/image/index.js';
import type { PacketImage } from '../../src/image/types.js';
import { chunk, png, type Pixel, type PngOptions } from './support/pngs.js';

const image = (bytes: Uint8Array): PacketImage => {
  const read = readImage(bytes, 'logo.png');
  if ('problem' in read) throw new Error(read.problem.message);
  return read.image;
};
const problem = (bytes: Uint8Array) => {
  const read = readImage(bytes, 'logo.png');
  if ('image' in read) throw new Error('it was read');
  return read.problem;
};
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const gray: PngOptions = { width: 5, height: 3, kind: 0, bits: 8 };
const ramp = (x: number, y: number): number[] => [(40 * x + 80 * y) & 255];

const KINDS = [
  [0, 1],
  [0, 2],
  [0, 4],
  [0, 8],
  [0, 16],
  [2, 8],
  [2, 16],
  [3, 1],
  [3, 2],
  [3, 4],
  [3, 8],
  [4, 8],
  [4, 16],
  [6, 8],
  [6, 16],
] as const;

describe('a PNG', () => {
  it('of any kind, size and filter gives its pixels, interlaced or not', () => {
    const sizes = fc.record({ width: fc.integer({ min: 1, max: 19 }), height: fc.integer({ min: 1, max: 17 }) });
    const cases = fc.record({
      size: sizes,
      kind: fc.constantFrom(...KINDS),
      filter: fc.constantFrom(0, 1, 2, 3, 4),
      seed: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(cases, ({ size, kind: [kind, bits], filter, seed }) => {
        const noise = (x: number, y: number, channel: number): number =>
          Math.imul(seed + x * 31 + y * 17 + channel * 7, 0x9e3779b1) >>> (32 - Math.min(bits, 16));
        const palette = Array.from({ length: 1 << Math.min(bits, 8) }, (_, i): Pixel => [
          i,
          255 - i,
          (i * 7) & 255,
          (i * 5) & 255,
        ]);
        const count = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[kind];
        const samples = (x: number, y: number) => Array.from({ length: count }, (_, channel) => noise(x, y, channel));
        const options = {
          ...size,
          kind,
          bits,
          filter,
          interlaced: true,
          ...(kind === 3 ? { palette } : {}),
        } as PngOptions;
        const read = image(png(options, samples));
        const flat = image(png({ ...options, interlaced: false }, samples));
        if (read.kind !== 'samples') throw new Error('not expanded');
        const scale = (value: number): number => Math.round((value * 255) / ((1 << bits) - 1));
        for (let y = 0; y < size.height; y++) {
          for (let x = 0; x < size.width; x++) {
            const own = samples(x, y);
            const pixel = y * size.width + x;
            const channels = kind === 0 || kind === 4 ? 1 : 3;
            const wanted = kind === 3 ? palette[own[0]!]! : own.map(scale);
            for (let c = 0; c < channels; c++) expect(read.data[pixel * channels + c]).toBe(wanted[c]);
            if (kind === 3 || kind > 3)
              expect(read.alpha?.[pixel] ?? 255).toBe(kind === 3 ? wanted[3] : wanted[channels]);
          }
        }
        // What needs no change keeps its rows; what does comes out as the interlaced one does.
        if (kind === 0 || kind === 2) expect(flat).toMatchObject({ kind: 'rows', bits, ...size });
        else expect(flat).toEqual(read);
      }),
      { numRuns: 150 },
    );
  });

  it('without transparency keeps its rows and its colours', () => {
    const palette: Pixel[] = [
      [255, 0, 0, 255],
      [0, 255, 0, 255],
    ];
    const read = image(png({ width: 9, height: 2, kind: 3, bits: 1, palette }, (x) => [x & 1]));
    expect(read).toMatchObject({ kind: 'rows', bits: 1, channels: 3, palette: Uint8Array.of(255, 0, 0, 0, 255, 0) });
    expect(image(png(gray, ramp))).toMatchObject({ kind: 'rows', channels: 1 });
    expect(read.data.length).toBe(2 * 3);
  });

  it('makes one gray or colour clear when tRNS says so', () => {
    const clear = image(png({ ...gray, bits: 4, extra: [['tRNS', Uint8Array.of(0, 3)]] }, (x) => [x + 1]));
    expect(clear).toMatchObject({
      kind: 'samples',
      alpha: Uint8Array.from([...'eee'].flatMap(() => [255, 255, 0, 255, 255])),
    });
    const none = image(png({ ...gray, bits: 4, extra: [['tRNS', Uint8Array.of(0, 9)]] }, (x) => [x + 1]));
    expect('alpha' in none).toBe(false);
  });

  it('loses its texts, its time, and what hides behind its rows', () => {
    const secret = 'SECRET-41.4993N-81.6944W';
    const bytes = png(
      {
        ...gray,
        extra: [
          ['tEXt', latin1(`Author\0${secret}`)],
          ['iTXt', latin1(`XML:com.adobe.xmp\0\0\0\0\0${secret}`)],
          ['eXIf', latin1(secret)],
          ['tIME', Uint8Array.of(7, 234, 1, 1, 1, 1, 1)],
        ],
        trailing: latin1(secret),
      },
      ramp,
    );
    const read = image(bytes);
    expect(JSON.stringify({ ...read, data: '' })).not.toContain('SECRET');
    expect(Buffer.from(read.data).includes('SECRET')).toBe(false);
    expect(read).toEqual(image(png(gray, ramp)));
  });

  it('has the colours that gamma, chromaticities or a profile state, unless they are those of sRGB', () => {
    const rgb: PngOptions = { width: 2, height: 2, kind: 2, bits: 8 };
    const paint = (): number[] => [10, 20, 30];
    const u32 = (...values: number[]): Uint8Array => {
      const data = Buffer.alloc(values.length * 4);
      values.forEach((value, i) => data.writeUInt32BE(value, 4 * i));
      return data;
    };
    const srgbChrm = u32(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000);
    const p3Chrm = u32(31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000);
    const at = (...extra: (readonly [string, Uint8Array])[]): PacketImage => image(png({ ...rgb, extra }, paint));
    expect(at(['gAMA', u32(45455)], ['cHRM', srgbChrm]).space).toBeUndefined();
    expect(at(['sRGB', Uint8Array.of(0)], ['gAMA', u32(100000)]).space).toBeUndefined();
    expect(at(['gAMA', u32(100000)]).space?.curves[0]).toEqual({ gamma: 1 });
    const p3 = at(['cHRM', p3Chrm]).space?.primaries;
    // Display P3 relative to D50, as its ICC profiles state it.
    const wanted = [
      [0.5151, 0.2412, -0.0011],
      [0.292, 0.6922, 0.0419],
      [0.1571, 0.0666, 0.7841],
    ];
    p3!.forEach((xyz, i) => xyz.forEach((value, j) => expect(value).toBeCloseTo(wanted[i]![j]!, 2)));
    const linearGray = image(png({ ...gray, extra: [['gAMA', u32(100000)]] }, ramp));
    expect(linearGray.grayGamma).toBe(1);
    expect(at(['iCCP', latin1('broken\0\0nothing')]).space).toBeUndefined();
  });

  it('is damaged wherever it is cut or changed', () => {
    const whole = png({ ...gray, width: 40, height: 40 }, ramp);
    for (let length = 9; length < whole.length; length += 7)
      expect(problem(whole.slice(0, length)).code).toBe('image/damaged');
    for (let at = 12; at < whole.length - 1; at += 3) {
      const changed = whole.map((byte, i) => (i === at ? byte ^ 0x55 : byte));
      expect('problem' in readImage(changed, 'x.png')).toBe(true);
    }
  });

  it('that claims too many pixels is refused before it is inflated; one that inflates to more is cut', () => {
    const header = (width: number, height: number): Buffer => {
      const data = Buffer.alloc(13);
      data.writeUInt32BE(width, 0);
      data.writeUInt32BE(height, 4);
      data.set([8, 0, 0, 0, 0], 8);
      return chunk('IHDR', data);
    };
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    const file = (width: number, height: number): Uint8Array =>
      new Uint8Array(
        Buffer.concat([
          latin1('\x89PNG\r\n\x1a\n'),
          header(width, height),
          chunk('IDAT', bomb),
          chunk('IEND', Buffer.alloc(0)),
        ]),
      );
    expect(problem(file(60_000, 60_000)).code).toBe('image/too-large');
    expect(image(file(10, 10)).data.length).toBe(110);
  });

  it('takes any bytes without throwing', () => {
    const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(signature, [0xff, 0xd8, 0xff]), (rest, head) => {
        const read = readImage(Uint8Array.from([...head, ...rest]), 'x');
        if ('problem' in read) expect(read.problem.code).toMatch(/^image\//);
      }),
      { numRuns: 1000 },
    );
  });
});
