import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { checkBytes, ImageFault, unsupported } from './image-fault.js';
import { readJpeg } from './read-jpeg.js';
import { readPng } from './read-png.js';
import type { PacketImage } from './types.js';

/** An image, or why it cannot be used. */
export type ReadImage = { readonly image: PacketImage } | { readonly problem: Diagnostic };

type Outcome = PacketImage | ImageFault;

/** Images read before, by the identity of their bytes: the photo of a batch's letters is read once. */
const known = new WeakMap<Uint8Array, Outcome>();

/**
 * Reads a JPEG or PNG: checks that it is whole, and keeps its pixels, colours and orientation. Nothing else of the file
 * gets on: no EXIF, place, time, comment, thumbnail, text or program name.
 *
 * @param bytes the file; it must not change afterwards
 * @param file its name, for messages
 * @returns the image, or a warning that names the file, what was found, and what to do; never throws for what it holds
 */
export function readImage(bytes: Uint8Array, file: string): ReadImage {
  let outcome = known.get(bytes);
  if (!outcome) {
    outcome = attempt(bytes);
    known.set(bytes, outcome);
  }
  if (!(outcome instanceof ImageFault)) return { image: outcome };
  const { code, message, hints, found } = outcome;
  const rest = { hints, found: found ?? file };
  return { problem: diagnostic('warning', code, `the image ${file} ${message}; the packet is made without it`, rest) };
}

function attempt(bytes: Uint8Array): Outcome {
  try {
    checkBytes(bytes.length);
    const format = formatOf(bytes);
    if (format === 'JPEG') return readJpeg(bytes);
    if (format === 'PNG') return readPng(bytes);
    return refused(bytes, format);
  } catch (fault) {
    if (fault instanceof ImageFault) return fault;
    throw fault;
  }
}

function refused(bytes: Uint8Array, format: string | undefined): ImageFault {
  if (bytes.length === 0) return new ImageFault('image/damaged', 'is empty', ['copy it anew from where it came from']);
  const what = format === undefined ? 'is neither a JPEG nor a PNG' : `is a ${format}, whatever its name says`;
  const save = 'open it and save or export it as JPEG (for a photo) or PNG (for a logo); renaming it is not enough';
  return unsupported(
    what,
    format === 'PDF document' ? 'take the image out of the PDF: export the page as PNG' : save,
    format,
  );
}

/** First bytes of formats that people send as photo or logo. */
const SIGNATURES: readonly (readonly [format: string, offset: number, bytes: string])[] = [
  ['JPEG', 0, '\xff\xd8\xff'],
  ['PNG', 0, '\x89PNG\r\n\x1a\n'],
  ['GIF', 0, 'GIF8'],
  ['BMP', 0, 'BM'],
  ['TIFF', 0, 'II*\0'],
  ['TIFF', 0, 'MM\0*'],
  ['PDF document', 0, '%PDF'],
  ['WebP', 8, 'WEBP'],
  ['HEIC photo', 4, 'ftyphei'],
  ['HEIC photo', 4, 'ftyphev'],
  ['HEIC photo', 4, 'ftypmif1'],
  ['HEIC photo', 4, 'ftypmsf1'],
  ['AVIF', 4, 'ftypavi'],
  ['JPEG XL', 0, '\xff\x0a'],
  ['JPEG XL', 4, 'JXL '],
  ['JPEG 2000', 4, 'jP  '],
  ['Photoshop file', 0, '8BPS'],
  ['ICO', 0, '\0\0\x01\0'],
];

function formatOf(bytes: Uint8Array): string | undefined {
  const starts = (offset: number, text: string): boolean => {
    for (let i = 0; i < text.length; i++) if (bytes[offset + i] !== text.charCodeAt(i)) return false;
    return true;
  };
  const found = SIGNATURES.find(([, offset, text]) => starts(offset, text))?.[0];
  if (found !== undefined) return found;
  const head = String.fromCharCode(...bytes.subarray(0, 400)).toLowerCase();
  if (head.includes('<svg')) return 'SVG';
  return head.includes('<html') || head.includes('<!doctype') ? 'web page' : undefined;
}
