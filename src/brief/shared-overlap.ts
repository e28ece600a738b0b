import type { Cv, Experience, Usce } from '../schema/cv.js';
import type { Letter, SharedWork } from '../schema/letter.js';

interface Period {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** Lower-case words between single spaces, so that whole words are compared. */
function words(text: string): string {
  return ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** True when a text holds a family name as whole words. */
export function namesPerson(text: string | undefined, family: string): boolean {
  return text !== undefined && words(text).includes(words(family));
}

/** True when one of two places names the other: "Harbor Point" and "Harbor Point Medical Center, Toledo". */
function sameSite(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return false;
  const [one, other] = [words(a.split(',')[0] ?? a), words(b.split(',')[0] ?? b)];
  return one.includes(other) || other.includes(one);
}

/** True unless both periods are known and lie apart; dates of different exactness are compared as far as both go. */
function mayOverlap(a: Period, b: Period): boolean {
  const before = (end: string | undefined, start: string | undefined) => {
    if (!end || !start || end === 'present') return false;
    const length = Math.min(end.length, start.length);
    return end.slice(0, length) < start.slice(0, length);
  };
  return !before(a.end ?? a.start, b.start) && !before(b.end ?? b.start, a.start);
}

/** Types of experiences that a kind of shared work may stand for in the record; a school is a site for many things. */
const KINDRED: Readonly<Record<SharedWork['kind'], readonly Experience['type'][]>> = {
  rotation: ['education-training', 'work'],
  work: ['work', 'education-training'],
  research: ['research'],
  course: ['education-training', 'teaching-mentoring'],
  'quality-improvement': ['education-training', 'research', 'work', 'volunteer-service-advocacy'],
  teaching: ['teaching-mentoring'],
  volunteering: ['volunteer-service-advocacy'],
  other: ['professional-organization', 'other-extracurricular', 'military-service', 'volunteer-service-advocacy'],
};

/** True when an experience was a piece of shared work: of its kind, at its site, in its time. */
export function isExperienceOf(work: SharedWork, row: Experience, institution: string): boolean {
  const sameKind = KINDRED[work.kind].includes(row.type);
  return sameKind && sameSite(work.site ?? institution, row.organization) && mayOverlap(work, row);
}

/** True when US experience was a piece of shared work. */
function isRotationOf(work: SharedWork, row: Usce, institution: string): boolean {
  const sameKind = row.kind === 'research' ? work.kind === 'research' : ['rotation', 'work'].includes(work.kind);
  return sameKind && sameSite(work.site ?? institution, row.site) && mayOverlap(work, row);
}

/**
 * True when an entry of the record was work with this writer: an experience or US rotation at the site of shared work
 * in the same time or under this supervisor, or scholarly work with the writer among its authors.
 *
 * @param kind `experience`, `usce` or `scholarly`, as in `from` of a theme's evidence
 */
export function sharedOverlap(kind: string, id: string, cv: Cv, letter: Letter): boolean {
  const { name, institution } = letter.writer;
  if (kind === 'scholarly') {
    const item = cv.scholarlyWork.find((row) => row.id === id);
    return item?.authors.some((author) => author !== item.me && namesPerson(author, name.family)) ?? false;
  }
  if (kind === 'experience') {
    const row = cv.experiences.find((experience) => experience.id === id);
    return row !== undefined && letter.sharedWork.some((work) => isExperienceOf(work, row, institution));
  }
  if (kind === 'usce') {
    const row = cv.usce.find((experience) => experience.id === id);
    if (row === undefined) return false;
    return (
      namesPerson(row.supervisor, name.family) || letter.sharedWork.some((work) => isRotationOf(work, row, institution))
    );
  }
  return false;
}
