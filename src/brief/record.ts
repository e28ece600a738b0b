import { labelOf, type Reference, SCHOLARLY_TYPE_LABELS, USCE_KIND_LABELS } from '../reference/index.js';
import type { PlannedLetter } from '../plan/index.js';
import type { Application } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';
import type { Cv, Experience, ScholarlyWork } from '../schema/cv.js';
import { printPeriod, printPlace, sentenceCase } from './print.js';

type BriefCv = Brief['cv'];
type Education = Cv['medicalEducation'][number] | Cv['education'][number];

function educationOf(row: Education): BriefCv['education'][number] {
  const graduated = 'graduated' in row ? row.graduated : undefined;
  const clinicalYears = 'clinicalYears' in row ? row.clinicalYears : undefined;
  const details = [
    clinicalYears ? sentenceCase(clinicalYears) : null,
    graduated ? `Graduated ${printPeriod(graduated, undefined)}` : null,
  ];
  return {
    institution: row.institution,
    native: row.native ?? null,
    degree: [row.degree, row.field].filter(Boolean).join(', ') || null,
    place: printPlace(row.place),
    period: printPeriod(row.start, row.end ?? graduated),
    honors: row.honors,
    detail: details.filter(Boolean).join('. ') || null,
  };
}

function experienceOf(row: Experience, reference: Reference): BriefCv['experiences'][number] {
  const facts = [
    labelOf(reference.experienceTypes, row.type),
    row.frequency?.replace('one-time', 'one time'),
    row.setting,
    row.focus ? labelOf(reference.focusAreas, row.focus) : undefined,
  ];
  return {
    title: row.title,
    organization: row.organization,
    place: printPlace(row.place),
    period: printPeriod(row.start, row.end),
    facts: facts.filter(Boolean).join('; '),
    characteristic: row.characteristic ? labelOf(reference.characteristics, row.characteristic) : null,
    description: row.description,
    mostMeaningful: row.mostMeaningful ?? null,
  };
}

/** Authors in three parts, so that a template can set the applicant's own name in bold. */
function authorsOf(row: ScholarlyWork): { authorsBefore: string; me: string | null; authorsAfter: string } {
  const own = row.me === undefined ? -1 : row.authors.indexOf(row.me);
  if (own < 0) return { authorsBefore: row.authors.join(', '), me: null, authorsAfter: '' };
  const before = row.authors.slice(0, own).join(', ');
  const after = row.authors.slice(own + 1).join(', ');
  return {
    authorsBefore: before === '' ? '' : `${before}, `,
    me: row.authors[own] ?? null,
    authorsAfter: after === '' ? '' : `, ${after}`,
  };
}

/** Latest first, as a CV has them; what has no date yet comes before. */
function latestFirst(rows: readonly ScholarlyWork[]): readonly ScholarlyWork[] {
  const dateOf = ({ date }: ScholarlyWork): string => date ?? '9999';
  return rows.toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0));
}

function scholarlyOf(row: ScholarlyWork): BriefCv['scholarlyWork'][number] {
  return {
    type: SCHOLARLY_TYPE_LABELS[row.type] ?? row.type,
    title: row.title,
    ...authorsOf(row),
    venue: [row.venue, row.citation].filter(Boolean).join(', ') || null,
    year: row.date?.slice(0, 4) ?? null,
    status: row.status === 'published' || row.status === 'presented' ? null : row.status.replace('-', ' '),
    identifier: row.identifier ?? null,
    url: row.url ?? null,
    mostMeaningful: row.mostMeaningful,
  };
}

/** US clinical experience as rows of a table; supervisors are never printed. */
export function usceRows(cv: Cv): BriefCv['usce'] {
  return cv.usce.map((row) => ({
    site: row.site,
    place: printPlace(row.place),
    kind: USCE_KIND_LABELS[row.kind] ?? row.kind,
    specialty: row.specialty,
    period: printPeriod(row.start, row.end) ?? '',
    handsOn: row.handsOn ? 'hands-on' : 'observing',
  }));
}

/** The CV of the packet: the record less what this applicant has not chosen to share with this writer. */
export function cvOf({ cv, applicant }: Application, { share, reference }: PlannedLetter): BriefCv {
  return {
    medicalEducation: cv.medicalEducation.map(educationOf),
    education: cv.education.map(educationOf),
    training: cv.training.map((row) => ({
      title: row.title,
      institution: row.institution,
      native: row.native ?? null,
      place: printPlace(row.place),
      period: printPeriod(row.start, row.end),
      detail: row.detail ?? null,
    })),
    experiences: cv.experiences.map((row) => experienceOf(row, reference)),
    scholarlyWork: latestFirst(cv.scholarlyWork).map(scholarlyOf),
    usce: usceRows(cv),
    awards: cv.awards.map((row) => ({
      name: row.name,
      by: row.by ?? null,
      year: row.date?.slice(0, 4) ?? null,
      detail: row.detail ?? null,
    })),
    licensure: cv.licensure.map((row) => ({
      name: row.name,
      issuer: row.issuer ?? null,
      period: row.expires ? `valid until ${printPeriod(row.expires, undefined)}` : printPeriod(row.date, undefined),
    })),
    memberships: cv.memberships,
    languages: applicant.languages.map(({ language, level }) => `${language} (${level})`),
    exams: share.has('scores')
      ? cv.exams.map((row) => ({ name: row.name, year: row.date?.slice(0, 4) ?? null, result: row.result ?? null }))
      : [],
    marksMostMeaningful:
      cv.experiences.some(({ mostMeaningful }) => mostMeaningful) ||
      cv.scholarlyWork.some(({ mostMeaningful }) => mostMeaningful),
    impactfulExperience: share.has('hardship') ? (cv.impactfulExperience ?? null) : null,
  };
}
