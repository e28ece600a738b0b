import type { RgbSpace, ToneCurve, Xyz } from './types.js';

/** Most samples that a tone curve keeps. */
const CURVE_SIZE = 1024;

/** XYZ of the primaries of sRGB, adapted to D50. */
export const SRGB_PRIMARIES: RgbSpace['primaries'] = [
  [0.43607, 0.22249, 0.01392],
  [0.38515, 0.71687, 0.09708],
  [0.14307, 0.06061, 0.7141],
];

/**
 * The colours that an ICC profile of three primaries and tone curves states (ICC.1:2022, 8.4.3), without anything else
 * that it may hold: its maker, a display's serial number, dates.
 *
 * @returns undefined when the colours are those of sRGB, or cannot be told from this profile: then they are taken as sRGB
 */
export function rgbSpace(profile: Uint8Array): RgbSpace | undefined {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  if (profile.length < 132 || ascii(profile, 36, 4) !== 'acsp') return undefined;
  if (ascii(profile, 16, 4) !== 'RGB ' || ascii(profile, 20, 4) !== 'XYZ ') return undefined;
  const tags = tagsOf(profile, view);
  const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => xyzOf(tags.get(name)));
  const curves = ['rTRC', 'gTRC', 'bTRC'].map((name) => curveOf(tags.get(name)));
  const complete = [...primaries, ...curves].every((part) => part !== undefined);
  if (!complete) return undefined;
  const space = { primaries, curves } as unknown as RgbSpace;
  return isSrgb(space) ? undefined : space;
}

function tagsOf(profile: Uint8Array, view: DataView): Map<string, DataView> {
  const tags = new Map<string, DataView>();
  const count = Math.min(view.getUint32(128), 100);
  for (let i = 0; i < count && 132 + 12 * i + 12 <= profile.length; i++) {
    const at = 132 + 12 * i;
    const [offset, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (offset + length > profile.length || length < 12) continue;
    tags.set(ascii(profile, at, 4), new DataView(profile.buffer, profile.byteOffset + offset, length));
  }
  return tags;
}

function xyzOf(tag: DataView | undefined): Xyz | undefined {
  if (!tag || tag.byteLength < 20 || tag.getUint32(0) !== 0x58595a20) return undefined;
  const [x, y, z] = [8, 12, 16].map((at) => tag.getInt32(at) / 65536) as [number, number, number];
  return y >= 0 && Math.abs(x) < 2 && y < 2 && Math.abs(z) < 2 ? [x, y, z] : undefined;
}

/** A curveType or parametricCurveType (ICC.1:2022, 10.6 and 10.18). */
function curveOf(tag: DataView | undefined): ToneCurve | undefined {
  if (!tag) return undefined;
  const type = tag.getUint32(0);
  if (type === 0x63757276) {
    const count = tag.getUint32(8);
    if (count === 0) return { gamma: 1 };
    if (tag.byteLength < 12 + 2 * count) return undefined;
    if (count === 1) return gammaCurve(tag.getUint16(12) / 256);
    const size = Math.min(count, CURVE_SIZE);
    const at = (i: number): number => Math.round((i * (count - 1)) / (size - 1));
    return { samples: Array.from({ length: size }, (_, i) => tag.getUint16(12 + 2 * at(i))) };
  }
  if (type !== 0x70617261) return undefined;
  const kind = tag.getUint16(8);
  const needed = [1, 3, 4, 5, 7][kind];
  if (needed === undefined || tag.byteLength < 12 + 4 * needed) return undefined;
  const p = Array.from({ length: needed }, (_, i) => tag.getInt32(12 + 4 * i) / 65536);
  return kind === 0 ? gammaCurve(p[0]!) : sampled(parametric(kind, p));
}

function gammaCurve(gamma: number): ToneCurve | undefined {
  return gamma > 0.1 && gamma < 10 ? { gamma } : undefined;
}

function parametric(kind: number, p: readonly number[]): (x: number) => number {
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = p;
  const power = (x: number): number => Math.max(0, a * x + b) ** g;
  if (kind === 1) return (x) => (a * x + b >= 0 ? power(x) : 0);
  if (kind === 2) return (x) => (a * x + b >= 0 ? power(x) : 0) + c;
  return (x) => (x >= d ? power(x) + e : c * x + f);
}

function sampled(curve: (x: number) => number): ToneCurve {
  const at = (i: number): number => Math.min(1, Math.max(0, curve(i / (CURVE_SIZE - 1))));
  return { samples: Array.from({ length: CURVE_SIZE }, (_, i) => Math.round(at(i) * 0xffff)) };
}

/** True when a space differs from sRGB by no more than profiles of sRGB differ among themselves. */
function isSrgb({ primaries, curves }: RgbSpace): boolean {
  const near = primaries.every((xyz, i) => xyz.every((value, j) => Math.abs(value - SRGB_PRIMARIES[i]![j]!) < 0.004));
  return (
    near && curves.every((curve) => [0.1, 0.25, 0.5, 0.75].every((x) => Math.abs(valueAt(curve, x) - srgb(x)) < 0.012))
  );
}

function valueAt(curve: ToneCurve, x: number): number {
  if ('gamma' in curve) return x ** curve.gamma;
  return (curve.samples[Math.round(x * (curve.samples.length - 1))] ?? 0) / 0xffff;
}

/** The transfer function of sRGB (IEC 61966-2-1, 5.2). */
function srgb(x: number): number {
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
}

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
