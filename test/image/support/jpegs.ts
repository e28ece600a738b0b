/**
 * JPEG files of 48 by 32 pixels in four quarters: black and red above, blue and white below (gray: 0, 85 above, 170, 255
 * below; the CMYK one is smaller). Made with libjpeg, because a test that wrote its own coder would test little.
 */
const BASELINE =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUV' +
  'DA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU' +
  'FBT/wAARCAAgADADAREAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAkIBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAXAQEBAQEA' +
  'AAAAAAAAAAAAAAAABwgJ/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AlUAADbCZNxgAMTqaw4AA2wmTcYADmXRVzXAA' +
  'X2Y3UUABAlshOgAF9mN1FAAf/9k=';
const PROGRESSIVE =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUV' +
  'DA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU' +
  'FBT/wgARCAAgADADAREAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAgHBf/EABcBAQEBAQAAAAAAAAAAAAAAAAAGBwj/2gAMAwEA' +
  'AhADEAAAAZUANsmNxAxOnw4DbJjcQOZ0XzWBfeN0YECbJOAX3jdGB//EABQQAQAAAAAAAAAAAAAAAAAAAED/2gAIAQEAAQUCR//EABQR' +
  'AQAAAAAAAAAAAAAAAAAAAED/2gAIAQMBAT8BR//EABQRAQAAAAAAAAAAAAAAAAAAAED/2gAIAQIBAT8BR//EABQQAQAAAAAAAAAAAAAA' +
  'AAAAAED/2gAIAQEABj8CR//EABQQAQAAAAAAAAAAAAAAAAAAAED/2gAIAQEAAT8hR//aAAwDAQACAAMAAAAQkn/kn/tsktsk/8QAFBEB' +
  'AAAAAAAAAAAAAAAAAAAAQP/aAAgBAwEBPxBH/8QAFBEBAAAAAAAAAAAAAAAAAAAAQP/aAAgBAgEBPxBH/8QAFBABAAAAAAAAAAAAAAAA' +
  'AAAAQP/aAAgBAQABPxBH/9k=';
const GRAY =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUV' +
  'DA8XGBYUGBIUFRT/wAALCAAgADABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAgJ/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAA' +
  'PwDKoFxAh0FxAuMFxghwFxg//9k=';
const CMYK =
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwP' +
  'FxgWFBgSFBUU/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAoACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/' +
  '2gAOBEMATQBZAEsAAD8A1TaptU2VSHpHpKoHpRCyIWIWSf/Z';
const RGB =
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwP' +
  'FxgWFBgSFBUU/8AAEQgAIAAwA1IRAEcRAEIRAP/EABgAAQEBAQEAAAAAAAAAAAAAAAAKBwkI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/a' +
  'AAwDUgBHAEIAAD8A5VOVTlUAAoVag1AABPUy9l4AChVqDUAAHDpqDuKAApYUEPSYACadPu82AAKWFBD0mAA//9k=';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

export const JPEGS = {
  baseline: (): Uint8Array => bytesOf(BASELINE),
  progressive: (): Uint8Array => bytesOf(PROGRESSIVE),
  gray: (): Uint8Array => bytesOf(GRAY),
  cmyk: (): Uint8Array => bytesOf(CMYK),
  /** Red, green and blue as they stand, as an Adobe segment says. */
  rgb: (): Uint8Array => bytesOf(RGB),
};

/** A JPEG with segments put in after its first marker. */
export function withSegments(jpeg: Uint8Array, ...segments: readonly (readonly [marker: number, body: Uint8Array])[]) {
  const parts = segments.flatMap(([marker, body]) => {
    const length = body.length + 2;
    return [Uint8Array.of(0xff, marker, length >> 8, length & 255), body];
  });
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)]));
}

/** An EXIF segment that states an orientation, and whatever text follows it. */
export function exif(orientation: number, text = '', little = true): readonly [number, Uint8Array] {
  const tiff = Buffer.alloc(26);
  tiff.write(little ? 'II' : 'MM', 'latin1');
  const u16 = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const u32 = (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  u16(42, 2);
  u32(8, 4);
  u16(1, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u32(1, 14);
  u16(orientation, 18);
  return [0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(text, 'latin1')])];
}
