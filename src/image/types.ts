/** An image ready to be put into a PDF: checked, free of metadata, its size known. */

/** How an image is to be turned to stand upright, as EXIF counts it (CIPA DC-008, 4.6.5.1.6); 1 is as it is. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The colours of red, green and blue samples that are not sRGB. */
export interface RgbSpace {
  /** XYZ of the primaries, relative to D50: red, green, blue. */
  readonly primaries: readonly [Xyz, Xyz, Xyz];
  /** Tone curve of each primary: samples from 0 to 65535, or one exponent. */
  readonly curves: readonly [ToneCurve, ToneCurve, ToneCurve];
}
export type Xyz = readonly [x: number, y: number, z: number];
export type ToneCurve = { readonly gamma: number } | { readonly samples: readonly number[] };

interface ImageBase {
  /** Size in pixels as stored, before it is turned. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Samples of a pixel: gray, or red, green and blue. */
  readonly channels: 1 | 3;
  /** Colours of red, green and blue samples. @default sRGB */
  readonly space?: RgbSpace;
  /** Exponent of the tone curve of gray samples. @default that of sRGB */
  readonly grayGamma?: number;
}
/** A JPEG stream without metadata, as the DCTDecode filter takes it. */
export interface JpegImage extends ImageBase {
  readonly kind: 'jpeg';
  readonly data: Uint8Array;
  /** True when three samples are red, green and blue as they stand, not luma and chroma. */
  readonly isRgb: boolean;
}
/** The rows of a PNG with their filter bytes, which the FlateDecode filter undoes with a PNG predictor. */
export interface PngRowsImage extends ImageBase {
  readonly kind: 'rows';
  readonly data: Uint8Array;
  readonly bits: 1 | 2 | 4 | 8 | 16;
  /** Colours of an indexed image, three bytes each. */
  readonly palette?: Uint8Array;
}
/** Samples of eight bits, row by row. */
export interface SampleImage extends ImageBase {
  readonly kind: 'samples';
  readonly data: Uint8Array;
  /** Opacity of each pixel. */
  readonly alpha?: Uint8Array;
}
export type PacketImage = JpegImage | PngRowsImage | SampleImage;

/** The size of an image in pixels as it is seen, turned upright. */
export function uprightSize({ width, height, orientation }: PacketImage): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
