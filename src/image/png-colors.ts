import { rgbSpace, SRGB_PRIMARIES } from './icc-space.js';
import { inflateBounded } from './inflate-bounded.js';
import type { PngChunk } from './png-chunks.js';
import type { RgbSpace, Xyz } from './types.js';

/** Profiles of displays and cameras have a few kilobytes; tables for printing, which are of no use here, have more. */
const MOST_PROFILE_BYTES = 1 << 20;

/** Exponent that PNG files of the sRGB kind state, and how far from it others may be to count as the same. */
const SRGB_GAMMA = 2.2;
const SAME_GAMMA = 0.06;

/**
 * What the colours of a PNG are, when they are not sRGB: by its profile, or else by gamma and chromaticities. The order
 * is that of PNG, 4.3.
 */
export function pngColors(
  chunks: readonly PngChunk[],
  channels: 1 | 3,
): { readonly space?: RgbSpace; readonly grayGamma?: number } {
  const find = (type: string): Uint8Array | undefined => chunks.find((chunk) => chunk.type === type)?.data;
  const profile = find('iCCP');
  if (profile && channels === 3) {
    const space = profileSpace(profile);
    return space ? { space } : {};
  }
  if (profile ?? find('sRGB')) return {};
  const stated = uint32s(find('gAMA'), 1)?.[0];
  const gamma = stated === undefined || stated === 0 ? SRGB_GAMMA : 100_000 / stated;
  const isUsual = Math.abs(gamma - SRGB_GAMMA) < SAME_GAMMA || gamma < 0.1 || gamma > 10;
  if (channels === 1) return isUsual ? {} : { grayGamma: gamma };
  const primaries = chromaticities(uint32s(find('cHRM'), 8));
  if (isUsual && !primaries) return {};
  const curve = { gamma: isUsual ? SRGB_GAMMA : gamma };
  return { space: { primaries: primaries ?? SRGB_PRIMARIES, curves: [curve, curve, curve] } };
}

/** The profile behind its name and the byte for the kind of compression. */
function profileSpace(data: Uint8Array): RgbSpace | undefined {
  const end = data.indexOf(0);
  if (end < 0 || end > 80) return undefined;
  const compressed = data.subarray(end + 2);
  const size = inflateBounded([compressed], 4);
  if (!size) return undefined;
  // A profile begins with its own length.
  const length = new DataView(size.buffer).getUint32(0);
  if (length < 132 || length > MOST_PROFILE_BYTES) return undefined;
  const profile = inflateBounded([compressed], length);
  return profile && rgbSpace(profile);
}

function uint32s(data: Uint8Array | undefined, count: number): number[] | undefined {
  if (!data || data.length < 4 * count) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return Array.from({ length: count }, (_, i) => view.getUint32(4 * i));
}

type Row = readonly [number, number, number];
type Matrix = readonly [Row, Row, Row];

/** Bradford's matrix of cone responses, and the white of the profile connection space. */
const BRADFORD: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];
const D50: Xyz = [0.9642, 1, 0.82491];

/** XYZ of the primaries relative to D50 from chromaticities of white, red, green and blue; undefined for those of sRGB. */
function chromaticities(values: readonly number[] | undefined): RgbSpace['primaries'] | undefined {
  if (!values) return undefined;
  const points = [0, 2, 4, 6].map((i) => [values[i]! / 1e5, values[i + 1]! / 1e5] as const);
  const usual = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06];
  if (points.flat().every((value, i) => Math.abs(value - usual[i]!) < 0.002)) return undefined;
  if (points.some(([, y]) => y <= 0)) return undefined;
  const [white, ...rgb] = points.map(([x, y]): Xyz => [x / y, 1, (1 - x - y) / y]) as [Xyz, Xyz, Xyz, Xyz];
  const columns: Matrix = [0, 1, 2].map((i) => rgb.map((xyz) => xyz[i]!)) as unknown as Matrix;
  const shares = solve(columns, white);
  const [from, to] = [multiply(BRADFORD, white), multiply(BRADFORD, D50)];
  const adapted = rgb.map((xyz, i) => {
    const cones = multiply(BRADFORD, xyz.map((value) => value * shares[i]!) as unknown as Xyz);
    return solve(BRADFORD, cones.map((cone, j) => (cone * to[j]!) / from[j]!) as unknown as Xyz);
  });
  return adapted.flat().every(Number.isFinite) ? (adapted as unknown as RgbSpace['primaries']) : undefined;
}

function multiply(matrix: Matrix, [x, y, z]: Xyz): Xyz {
  return matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Xyz;
}

function determinant([[a, b, c], [d, e, f], [g, h, i]]: Matrix): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** Solves a system of three equations by Cramer's rule. */
function solve(matrix: Matrix, right: Xyz): Xyz {
  const whole = determinant(matrix);
  return [0, 1, 2].map((column) => {
    const replaced = matrix.map((row, i) => row.map((value, j) => (j === column ? right[i]! : value)));
    return determinant(replaced as unknown as Matrix) / whole;
  }) as unknown as Xyz;
}
