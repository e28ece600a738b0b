import { exifOrientation } from './exif-orientation.js';
import { rgbSpace } from './icc-space.js';
import { checkPixels, damaged, unsupported } from './image-fault.js';
import type { JpegImage, Orientation, RgbSpace } from './types.js';

/** Markers of the parts that a decoder needs (ITU-T T.81, table B.1). */
const DHT = 0xc4;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DNL = 0xdc;
const DRI = 0xdd;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;

/** What is known of a JPEG as its segments are read. */
interface Draft {
  frame: Frame | undefined;
  /** Components that no scan has shown yet. */
  readonly unseen: Set<number>;
  readonly tables: Set<number>;
  orientation: Orientation | undefined;
  hasJfif: boolean;
  hasHuffman: boolean;
  /** Adobe's mark of how three or four samples are coded: 0 as they stand, 1 luma and chroma, 2 the same with black. */
  adobe: number | undefined;
  readonly profile: Map<number, Uint8Array>;
  scans: number;
}
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly components: readonly { readonly id: number; readonly table: number }[];
}

/**
 * Reads a JPEG: baseline or progressive, gray or colour. Its segments are copied one by one, and only those that a
 * decoder needs, so that what applications add (EXIF with place and time, XMP, IPTC, thumbnails, comments, a second
 * picture after the end) stays behind. The coded picture itself is not touched.
 *
 * @throws ImageFault
 */
export function readJpeg(bytes: Uint8Array): JpegImage {
  const draft: Draft = {
    frame: undefined,
    unseen: new Set(),
    tables: new Set(),
    orientation: undefined,
    hasJfif: false,
    hasHuffman: false,
    adobe: undefined,
    profile: new Map(),
    scans: 0,
  };
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  let at = 2;
  for (;;) {
    const marker = markerAt(bytes, at);
    at = marker.end;
    if (marker.code === EOI) break;
    if (marker.code === 0x01 || (marker.code >= 0xd0 && marker.code <= SOI)) continue;
    const length = uint16(bytes, at);
    if (length < 2 || at + length > bytes.length) throw damaged('is cut short or broken: a part of it ends too late');
    const body = bytes.subarray(at + 2, at + length);
    const keep = readSegment(marker.code, body, draft);
    let end = at + length;
    if (marker.code === SOS) end = scanEnd(bytes, end);
    if (keep) kept.push(Uint8Array.of(0xff, marker.code), bytes.subarray(at, end));
    at = end;
  }
  if (draft.adobe !== undefined) kept.splice(1, 0, adobeSegment(draft.adobe));
  kept.push(Uint8Array.of(0xff, EOI));
  return finish(draft, concatenated(kept));
}

function finish(draft: Draft, data: Uint8Array): JpegImage {
  const { frame, orientation = 1, adobe, hasJfif } = draft;
  if (!frame || draft.scans === 0) throw damaged('holds no picture');
  if (draft.unseen.size > 0) throw damaged('is cut short: a part of its colours is missing');
  const { width, height, components } = frame;
  const channels = components.length === 1 ? 1 : 3;
  const letters = String.fromCharCode(...components.map(({ id }) => id));
  const isRgb = channels === 3 && (adobe === undefined ? !hasJfif && letters === 'RGB' : adobe === 0);
  const space = channels === 3 ? embeddedSpace(draft.profile) : undefined;
  return { kind: 'jpeg', width, height, orientation, channels, isRgb, data, ...(space ? { space } : {}) };
}

/** The next marker; any number of 0xff may fill the space before it. */
function markerAt(bytes: Uint8Array, at: number): { readonly code: number; readonly end: number } {
  if (at >= bytes.length) throw damaged('is cut short: its end is missing');
  if (bytes[at] !== 0xff) throw damaged('is broken: a part of it does not begin where the part before it ends');
  let end = at + 1;
  while (bytes[end] === 0xff) end++;
  const code = bytes[end];
  if (code === undefined) throw damaged('is cut short: its end is missing');
  if (code === 0) throw damaged('is broken: a part of it has no name');
  return { code, end: end + 1 };
}

/** Where the coded picture ends: at the next marker that does not belong to it. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw damaged('is cut short: the picture ends in its middle');
}

/** Notes what a segment says; true when it is kept. */
function readSegment(code: number, body: Uint8Array, draft: Draft): boolean {
  switch (code) {
    case DQT:
      for (let at = 0; at < body.length; at += (body[at]! >> 4 === 0 ? 64 : 128) + 1) draft.tables.add(body[at]! & 15);
      return true;
    case DHT:
      draft.hasHuffman = true;
      return true;
    case DRI:
      return true;
    case SOS:
      readScan(body, draft);
      return true;
    case DNL:
      throw unsupported('states its height at the end', 'open it in an image editor and save it again as JPEG');
    case APP0:
      draft.hasJfif ||= startsWith(body, 'JFIF\0');
      return false;
    case APP1:
      if (startsWith(body, 'Exif\0\0')) draft.orientation ??= exifOrientation(body.subarray(6));
      return false;
    case APP2:
      if (startsWith(body, 'ICC_PROFILE\0')) draft.profile.set(body[12] ?? 0, body.subarray(14));
      return false;
    case APP14:
      if (startsWith(body, 'Adobe') && body.length >= 12) draft.adobe = body[11];
      return false;
  }
  if (code < 0xc0 || code > 0xcf) return false;
  readFrame(code, body, draft);
  return true;
}

function readFrame(code: number, body: Uint8Array, draft: Draft): void {
  const editor = 'open it in an image editor and save it again as an ordinary JPEG';
  if (code > 0xc2) throw unsupported('is a JPEG of a rare kind (lossless or arithmetic coding)', editor);
  if (draft.frame) throw damaged('is broken: it states its size twice');
  if (body.length < 6) throw damaged('is broken: its size cannot be read');
  const bits = body[0];
  const height = uint16(body, 1);
  const width = uint16(body, 3);
  const count = body[5]!;
  if (bits !== 8) throw unsupported(`has ${bits} bits for each colour`, `${editor}, with 8 bits for each colour`);
  if (count === 4) {
    const hint = 'open it in an image editor, change its colours to RGB, and save it again';
    throw unsupported('has the colours of a printing press (CMYK)', hint, 'CMYK');
  }
  if (count !== 1 && count !== 3) throw unsupported(`has ${count} colours`, editor);
  if (width === 0 || height === 0 || body.length < 6 + 3 * count) throw damaged('is broken: it has no size');
  checkPixels(width, height);
  const components = Array.from({ length: count }, (_, index) => {
    const [id = 0, sampling = 0, table = 0] = body.subarray(6 + 3 * index);
    const [across, down] = [sampling >> 4, sampling & 15];
    if (across < 1 || across > 4 || down < 1 || down > 4) throw damaged('is broken: its colours are not divided right');
    draft.unseen.add(id);
    return { id, table };
  });
  draft.frame = { width, height, components };
}

function readScan(body: Uint8Array, draft: Draft): void {
  const { frame } = draft;
  const count = body[0] ?? 0;
  if (!frame) throw damaged('is broken: its picture begins before its size is known');
  if (!draft.hasHuffman || frame.components.some(({ table }) => !draft.tables.has(table))) {
    throw damaged('is broken: it lacks the tables that its picture needs');
  }
  for (let index = 0; index < count; index++) {
    const id = body[1 + 2 * index];
    if (!frame.components.some((component) => component.id === id))
      throw damaged('is broken: it shows a colour unknown');
    draft.unseen.delete(id!);
  }
  draft.scans += 1;
}

/** Adobe's segment with nothing in it but the one number that decoders look at. */
function adobeSegment(transform: number): Uint8Array {
  return Uint8Array.of(0xff, APP14, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, transform);
}

/** The colours that a profile states; its parts are numbered from 1. */
function embeddedSpace(parts: ReadonlyMap<number, Uint8Array>): RgbSpace | undefined {
  if (parts.size === 0) return undefined;
  const ordered = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
  return rgbSpace(concatenated(ordered));
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
  return true;
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
