import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import type { Detail, Section } from '../document/types.js';
import { PHOTO_NAME } from '../image/image-names.js';
import type { DetailTargets } from './details.js';
import { plainText } from './plain-text.js';

/** A section that gave up details to end on its page. */
export function shortenedSectionNote(section: Section, moved: readonly Detail[], targets: DetailTargets): Diagnostic {
  const places = moved.map((detail) => {
    const target = [...targets.keys()].find((one) => targets.get(one)!.includes(detail));
    return `${detail.name} to "${target ? titleOf(target) : ''}"`;
  });
  const message = `section "${section.name}" was too long for its page and moved ${places.join('; ')}`;
  return diagnostic('info', 'layout/brief-shortened', message, {
    found: moved.map(({ name }) => name).join('; '),
    hints: ['shorter texts bring it back to its page'],
  });
}

/** The title of a section: its first heading, or its name. */
export function titleOf(section: Section): string {
  const blocks = section.children.flatMap((child) => (child.type === 'detail' ? child.full : [child]));
  const first = blocks.find((child) => child.type === 'heading');
  return first ? plainText(first.children) || section.name : section.name;
}

/** A section that must end on its first page, and does not even when tightened. */
export function overfullSectionWarning(name: string, excess: number): Diagnostic {
  return diagnostic('warning', 'layout/overflow', `section "${name}" does not fit one page`, {
    found: name,
    hints: [`shorten it: it is ${Math.ceil(excess)} points too tall`],
  });
}

/** A line that is wider than the room it has. */
export function wideLineWarning(text: string, excess: number): Diagnostic {
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return diagnostic('warning', 'layout/overflow', `"${shown}" is ${Math.ceil(excess)} points wider than its column`, {
    found: shown,
    hints: ['allow it to break, or give it more room'],
  });
}

/** A figure that names an image which the template does not have. */
export function missingImageWarning(name: string, known: readonly string[]): Diagnostic {
  const names = known.filter((other) => !other.startsWith(':'));
  const hints = [
    ...(names.length > 0 ? [`the images are ${names.join(', ')}`] : []),
    'put the file into the "images" folder of the template',
  ];
  return diagnostic('warning', 'image/missing', `there is no image "${name}"`, { found: name, hints });
}

/** An image with far more pixels than its place can show. */
export function largeImageWarning(
  name: string,
  has: readonly [width: number, height: number],
  needs: readonly [width: number, height: number],
): Diagnostic {
  const what = name === PHOTO_NAME ? 'the photo' : `the image "${name}"`;
  const size = has.join(' × ');
  const message = `${what} has ${size} pixels, far more than its place can show`;
  return diagnostic('warning', 'image/larger-than-needed', message, {
    ...(name === PHOTO_NAME ? { path: 'applicant.photo' } : {}),
    found: size,
    hints: [`save it at about ${needs.join(' × ')} pixels: every packet gets smaller, and looks the same`],
  });
}
