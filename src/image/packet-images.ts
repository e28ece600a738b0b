import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { LOGO_NAME, PHOTO_NAME } from './image-names.js';
import { readImage } from './read-image.js';
import type { PacketImage } from './types.js';

type Files = Readonly<Record<string, Uint8Array>>;

/** Which images a packet may show, and where their bytes are. */
export interface ImageSources {
  /** File of the photo as the application names it; undefined unless it is shared with this writer. */
  readonly photo: string | undefined;
  /** File of the theme's logo: one of the template's images, or of `files`. */
  readonly logo: string | undefined;
  /** Images of the template by name. */
  readonly template: Files;
  /** Files of the application, and the logo of a theme that comes without a template. */
  readonly files: Files;
}

/** Images that are ready, by the names that figures give, and what is wrong with others. */
export interface PacketImages {
  readonly images: ReadonlyMap<string, PacketImage>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the images of a packet. The files of the application are reached through the photo alone, so that no template
 * can show a picture that was not shared; an image that cannot be used is reported and left out.
 */
export function packetImages({ photo, logo, template, files }: ImageSources): PacketImages {
  const images = new Map<string, PacketImage>();
  const diagnostics: Diagnostic[] = [];
  const add = (name: string, file: string, bytes: Uint8Array | undefined, path?: string): void => {
    const read = bytes ? readImage(bytes, file) : { problem: notGiven(file) };
    if ('image' in read) images.set(name, read.image);
    else diagnostics.push(path === undefined ? read.problem : { ...read.problem, path });
  };
  for (const [name, bytes] of Object.entries(template)) if (name !== logo) add(name, name, bytes);
  if (logo !== undefined) {
    const own = Object.hasOwn(template, logo) ? template[logo] : undefined;
    add(LOGO_NAME, logo, own ?? (Object.hasOwn(files, logo) ? files[logo] : undefined));
    const read = images.get(LOGO_NAME);
    if (own && read) images.set(logo, read);
  }
  if (photo !== undefined)
    add(PHOTO_NAME, photo, Object.hasOwn(files, photo) ? files[photo] : undefined, 'applicant.photo');
  return { images, diagnostics };
}

function notGiven(file: string): Diagnostic {
  const hints = [
    'pass its bytes in `files`, under exactly this name',
    'or put it into the "images" folder of the template',
  ];
  return diagnostic('warning', 'image/missing', `the image ${file} was not given; the packet is made without it`, {
    found: file,
    hints,
  });
}
