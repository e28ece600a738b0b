import type { RgbSpace, ToneCurve, Xyz } from '../image/types.js';
import { ByteSink } from './byte-sink.js';

/** Entries of the tone curve: deflate shrinks it, and 256 follow the sRGB curve closer than 8-bit colour can tell. */
const CURVE_SIZE = 256;

/** An ICC s15Fixed16 number. */
function fixed(value: number): number {
  return Math.round(value * 65536) >>> 0;
}

function xyz([x, y, z]: Xyz): Uint8Array {
  return new ByteSink(20).latin1('XYZ ').uint(0, 4).uint(fixed(x), 4).uint(fixed(y), 4).uint(fixed(z), 4).toBytes();
}

function copyright(text: string): Uint8Array {
  return new ByteSink(64).latin1('text').uint(0, 4).latin1(text).byte(0).toBytes();
}

/** A textDescriptionType: the ASCII part, then empty Unicode and ScriptCode parts (ICC.1:2001-04, 6.5.17). */
function description(text: string): Uint8Array {
  const sink = new ByteSink(128)
    .latin1('desc')
    .uint(0, 4)
    .uint(text.length + 1, 4)
    .latin1(text)
    .byte(0);
  return sink.bytes(new Uint8Array(4 + 4 + 2 + 1 + 67)).toBytes();
}

/** The transfer function of sRGB (IEC 61966-2-1, 5.2), sampled. */
function srgbCurve(): ToneCurve {
  const samples = Array.from({ length: CURVE_SIZE }, (_, i) => {
    const value = i / (CURVE_SIZE - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    return Math.round(linear * 0xffff);
  });
  return { samples };
}

/** A curveType (ICC.1:2001-04, 6.5.3): an exponent with eight fraction bits, or samples. */
function curveTag(curve: ToneCurve): Uint8Array {
  const sink = new ByteSink(256).latin1('curv').uint(0, 4);
  if ('gamma' in curve)
    return sink
      .uint(1, 4)
      .uint(Math.round(curve.gamma * 256), 2)
      .toBytes();
  sink.uint(curve.samples.length, 4);
  for (const sample of curve.samples) sink.uint(sample, 2);
  return sink.toBytes();
}

function build(name: string, { primaries, curves }: RgbSpace): Uint8Array {
  const written = new Map<ToneCurve, Uint8Array>();
  for (const curve of curves) if (!written.has(curve)) written.set(curve, curveTag(curve));
  const [red, green, blue] = curves;
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', description(name)],
    ['cprt', copyright('No copyright, use freely')],
    ['wtpt', xyz([0.95045, 1, 1.08905])],
    ['rXYZ', xyz(primaries[0])],
    ['gXYZ', xyz(primaries[1])],
    ['bXYZ', xyz(primaries[2])],
    ['rTRC', written.get(red)!],
    ['gTRC', written.get(green)!],
    ['bTRC', written.get(blue)!],
  ];
  const padded = (length: number): number => (length + 3) & ~3;
  const offsets = new Map<Uint8Array, number>();
  let size = 128 + 4 + 12 * tags.length;
  for (const [, data] of tags) {
    if (offsets.has(data)) continue;
    offsets.set(data, size);
    size += padded(data.length);
  }
  const sink = new ByteSink(size);
  sink.uint(size, 4).uint(0, 4).uint(0x02100000, 4).latin1('mntrRGB XYZ ');
  sink.uint(2000, 2).uint(1, 2).uint(1, 2).uint(0, 6).latin1('acsp').uint(0, 4);
  sink.bytes(new Uint8Array(24)); // flags, manufacturer, model, attributes, perceptual intent
  sink.uint(fixed(0.9642), 4).uint(fixed(1), 4).uint(fixed(0.82491), 4).bytes(new Uint8Array(48));
  sink.uint(tags.length, 4);
  for (const [signature, data] of tags) sink.latin1(signature).uint(offsets.get(data)!, 4).uint(data.length, 4);
  for (const data of offsets.keys()) sink.bytes(data).bytes(new Uint8Array(padded(data.length) - data.length));
  return sink.toBytes();
}

let profile: Uint8Array | undefined;

/** An ICC version 2 profile of sRGB, computed from the standard's numbers: the output intent of every packet. */
export function srgbProfile(): Uint8Array {
  if (profile !== undefined) return profile;
  const curve = srgbCurve();
  // The primaries of ITU-R BT.709, adapted from D65 to the D50 of the connection space with the Bradford matrix.
  const primaries: RgbSpace['primaries'] = [
    [0.43607, 0.22249, 0.01392],
    [0.38515, 0.71687, 0.09708],
    [0.14307, 0.06061, 0.7141],
  ];
  profile = build('sRGB IEC61966-2.1', { primaries, curves: [curve, curve, curve] });
  return profile;
}

/** An ICC version 2 profile of an image's colours: the colours alone, nothing of whoever or whatever took the image. */
export function iccProfile(space: RgbSpace): Uint8Array {
  return build('Colours of an image', space);
}
