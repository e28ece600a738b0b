import { diagnostic, type Diagnostic } from '../diagnostics/index.js';

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
