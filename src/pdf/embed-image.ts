import type { PacketImage } from '../image/types.js';
import { iccProfile } from './icc-profile.js';
import type { ObjectStore } from './object-store.js';
import { hexString, type PdfValue, type Reference } from './pdf-value.js';

/**
 * Writes an image as an XObject (PDF 1.7, 8.9.5). Device colours are sRGB by the output intent; other colours get an
 * ICC profile that says nothing but the colours (ISO 19005-2, 6.2.4.2). Never interpolated (6.2.8).
 */
export function embedImage(store: ObjectStore, image: PacketImage): Reference {
  const { width, height } = image;
  const base = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, Interpolate: false };
  const space = colorSpace(store, image);
  switch (image.kind) {
    case 'jpeg': {
      // Without a mark of its own, three samples would be taken for luma and chroma.
      const parameters = image.isRgb ? { ColorTransform: 0 } : undefined;
      const dictionary = { ...base, ColorSpace: space, BitsPerComponent: 8, Filter: 'DCTDecode' };
      return store.addStream(image.data, { ...dictionary, DecodeParms: parameters }, true);
    }
    case 'rows': {
      const { bits, palette, channels, data } = image;
      const colors = palette ? 1 : channels;
      const parameters = { Predictor: 15, Colors: colors, BitsPerComponent: bits, Columns: width };
      const indexed = palette ? indexedSpace(store, space, palette) : space;
      const dictionary = { ...base, ColorSpace: indexed, BitsPerComponent: bits, DecodeParms: parameters };
      return store.addStream(data, dictionary);
    }
    case 'samples': {
      const mask = image.alpha
        ? store.addStream(image.alpha, { ...base, ColorSpace: 'DeviceGray', BitsPerComponent: 8 })
        : undefined;
      return store.addStream(image.data, { ...base, ColorSpace: space, BitsPerComponent: 8, SMask: mask });
    }
  }
}

/** XYZ of the white of sRGB, D65. */
const WHITE = [0.9505, 1, 1.089];

function colorSpace(store: ObjectStore, { channels, space, grayGamma }: PacketImage): PdfValue {
  if (channels === 1) return grayGamma ? ['CalGray', { WhitePoint: WHITE, Gamma: grayGamma }] : 'DeviceGray';
  if (!space) return 'DeviceRGB';
  return ['ICCBased', store.addStream(iccProfile(space), { N: 3 })];
}

function indexedSpace(store: ObjectStore, base: PdfValue, palette: Uint8Array): PdfValue {
  const digits = Array.from(palette, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return ['Indexed', base, palette.length / 3 - 1, hexString(digits)];
}
