import type { PlannedLetter } from '../plan/index.js';
import { labelOf } from '../reference/index.js';
import type { Application } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';
import { builtInRole } from '../schema/letter.js';
import type { PersonName } from '../schema/values.js';
import { asSentence, printDate, printPlace, sentenceCase } from './print.js';

/** The whole name as printed: `full` when given, else given, middle, family, suffix. */
export function fullName(name: PersonName): string {
  return name.full ?? [name.given, name.middle, name.family, name.suffix].filter(Boolean).join(' ');
}

/** True for a date after a day, as far as it is known; the running month or year lies ahead. */
function isAhead(date: string, today: string): boolean {
  return date >= today.slice(0, date.length);
}

/** The applicant as this writer may see them. */
export function applicantOf(application: Application, { share }: PlannedLetter, today: string): Brief['applicant'] {
  const { applicant, cv } = application;
  const name = fullName(applicant.name);
  const school = cv.medicalEducation[0];
  const graduated = school?.graduated ?? (school?.end === 'present' ? undefined : school?.end);
  return {
    name,
    shortName: applicant.name.preferred ?? applicant.name.given ?? applicant.name.family,
    preferred: applicant.name.preferred ?? null,
    pronunciation: applicant.name.pronunciation ?? null,
    native: applicant.name.native ?? null,
    credentials: applicant.credentials ?? null,
    pronouns: applicant.pronouns ?? null,
    aamcId: applicant.aamcId ?? null,
    email: applicant.email,
    phone: applicant.phone ?? null,
    place: printPlace(applicant.place),
    website: applicant.website ?? null,
    photo: share.has('photo') && applicant.photo !== undefined ? `Photograph of ${name}.` : null,
    school: school?.institution ?? '',
    schoolNative: school?.native ?? null,
    schoolPlace: printPlace(school?.place),
    graduated: graduated?.slice(0, 4) ?? null,
    graduation: graduated ? `${isAhead(graduated, today) ? 'graduating' : 'graduated'} ${graduated.slice(0, 4)}` : null,
    languages: applicant.languages.map(({ language, level }) => `${language} (${level})`),
    isImg: applicant.img !== undefined,
  };
}

/** The writer of this letter. */
export function writerOf({ letter, writerInUs, reference }: PlannedLetter): Brief['writer'] {
  const { writer } = letter;
  const name = fullName(writer.name);
  const place = printPlace(writer.place);
  return {
    name: writer.credentials ? `${name}, ${writer.credentials}` : name,
    addressAs: writer.addressAs ?? `${writer.title} ${writer.name.family}`,
    role: builtInRole(writer.role),
    roleLabel: labelOf(reference.writerRoles, writer.role),
    native: writer.name.native ?? null,
    position: writer.position ?? null,
    department: writer.department ?? null,
    institution: writer.institution,
    institutionNative: writer.nativeInstitution ?? null,
    place: writerInUs || place?.includes(writer.country) ? place : [place, writer.country].filter(Boolean).join(', '),
    isUs: writerInUs,
    specialty: writer.specialty ?? null,
    email: writer.email ?? null,
    signers: writer.signers,
  };
}

/** How the writer knows the applicant, in sentences' parts. */
export function relationshipOf(
  { letter }: PlannedLetter,
  contactLabels: Record<string, string>,
): Brief['relationship'] {
  const { relationship } = letter;
  return {
    summary: asSentence(sentenceCase(relationship.summary)),
    knownSince: relationship.knownSince ? printDate(relationship.knownSince.slice(0, 7)) : null,
    contact: relationship.contact ? (contactLabels[relationship.contact] ?? null) : null,
  };
}
