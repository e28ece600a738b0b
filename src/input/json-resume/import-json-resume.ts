import { stringify } from 'yaml';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { applicantSchema, type ApplicationInput } from '../../schema/application.js';
import { cvSchema, MAX_EXPERIENCES } from '../../schema/cv.js';
import { email, endDate, line, partialDate, place, webAddress } from '../../schema/values.js';
import { readJson } from '../read-json.js';
import { normalizeLineEnds } from '../source-text.js';
import type { DataPath } from '../source-tree.js';
import { importExperiences } from './import-experiences.js';
import { ResumeValues, type UnmappedValue } from './resume-values.js';

type CvInput = ApplicationInput['cv'];

/** What became of a JSON Resume document. */
export interface ImportedResume {
  /** The parts of an application that a CV fills; null when the text is no JSON Resume document. */
  readonly application: {
    readonly applicant: Partial<ApplicationInput['applicant']>;
    readonly cv: Partial<CvInput>;
  } | null;
  /** Every value of the document that found no place, with its path and why. */
  readonly unmapped: readonly UnmappedValue[];
  /** What was decided and may be wrong (which part of a name is the family name), and errors. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Degrees and fields that make a school a medical school. */
const MEDICAL =
  /\b(?:M\.?D\.?|D\.?O\.?|MBBS|MBChB|MB ?BCh|MBBCh|BMBS|MUDr|medicine|medical|medicina|médecine|medizin)\b/i;
const LEVELS = {
  native: 'native',
  fluent: 'fluent',
  advanced: 'advanced',
  intermediate: 'intermediate',
  basic: 'basic',
} as const;

/**
 * Turns a document of JSON Resume (jsonresume.org, version 1) into the applicant and CV of an application. Never throws.
 * What it cannot place it lists; it invents nothing: season, specialties and letters are for the applicant to write.
 *
 * @param text the document
 * @example
 * const { application, unmapped } = importJsonResume(await readFile('resume.json', 'utf8'), { file: 'resume.json' });
 * for (const { path, reason } of unmapped) console.log(`${path}: ${reason}`);
 */
export function importJsonResume(text: string, { file }: { readonly file: string }): ImportedResume {
  const document = parseResume(text, file);
  if ('problems' in document) return { application: null, unmapped: [], diagnostics: document.problems };
  const values = new ResumeValues(document.data);
  const diagnostics: Diagnostic[] = [];
  const note = (message: string, path: string): void => {
    const hints = ['correct it where it is wrong'];
    diagnostics.push(diagnostic('info', 'import/guessed', message, { path, hints }));
  };
  for (const path of [
    ['$schema'],
    ['meta', 'canonical'],
    ['meta', 'version'],
    ['meta', 'lastModified'],
    ['meta', 'theme'],
  ]) {
    if (values.peek(path) !== null) values.mark(path);
  }
  values.leave(['references'], 'a packet for a letter writer has no references');
  values.leave(['basics', 'summary'], 'MyERAS has no summary; the personal statement and `goals` say it');
  values.leave(['basics', 'image'], 'photos are not imported');
  values.leave(['skills'], 'MyERAS has no list of skills; say them in an experience');
  values.leave(['interests'], 'MyERAS has no list of interests here; say them in an experience');

  const applicant = importApplicant(values, note);
  const cv = importCv(values, note);
  return { application: { applicant, cv }, unmapped: values.unmapped(), diagnostics };
}

/** The imported parts as the text of an application file. */
export function importedYaml({ application }: ImportedResume): string {
  return stringify(application ?? {}, { lineWidth: 100 });
}

function parseResume(text: string, file: string): { readonly data: unknown } | { readonly problems: Diagnostic[] } {
  const { mistakes } = readJson(normalizeLineEnds(text));
  const problems = mistakes.map(({ code, at, message, hints }) => diagnostic('error', code, message, { source: { file, ...at }, hints })); // prettier-ignore
  const source = { file, line: 1, column: 1 };
  try {
    const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    // JSON.parse keeps the last of several values of one key, and would lose the others.
    const twice = problems.filter(({ code }) => code === 'input/duplicate-key');
    if (twice.length > 0) return { problems: twice };
    const isResume =
      typeof data === 'object' && data !== null && ['basics', 'work', 'education'].some((key) => key in data);
    if (isResume) return { data };
    const message = 'this is no JSON Resume document: it has none of "basics", "work", "education"';
    const hints = ['see jsonresume.org/schema'];
    return { problems: [diagnostic('error', 'input/wrong-type', message, { source, hints })] };
  } catch {
    const message = text.trim() === '' ? 'the file is empty' : 'this is not JSON';
    return { problems: problems.length > 0 ? problems : [diagnostic('error', 'input/syntax', message, { source })] };
  }
}

type Note = (message: string, path: string) => void;

function importApplicant(values: ResumeValues, note: Note): Partial<ApplicationInput['applicant']> {
  const basics = (key: string): DataPath => ['basics', key];
  const full = values.take(basics('name'), line);
  const parts = full?.split(/\s+/) ?? [];
  const family = parts.at(-1);
  if (full !== null && parts.length > 1) note(`"${family}" is taken as the family name of "${full}"`, 'applicant.name');
  const where = importPlace(values, ['basics', 'location']);
  const languages = values.entries(['languages']).flatMap((at) => {
    const word = values.peek([...at, 'fluency'])?.toLowerCase() ?? '';
    const level = Object.entries(LEVELS).find(([key]) => word.includes(key))?.[1] ?? levelOf(word);
    if (level === undefined) {
      values.leave(at, 'its fluency is none that is known (native, fluent, advanced, intermediate, basic; C2 to A1)');
      return [];
    }
    const language = values.take([...at, 'language'], line);
    if (language !== null) values.mark([...at, 'fluency']);
    return language === null ? [] : [{ language, level }];
  });
  const mail = values.take(basics('email'), email);
  const phone = values.take(basics('phone'), applicantSchema.shape.phone);
  const website = values.take(basics('url'), webAddress);
  return {
    ...(family === undefined
      ? {}
      : { name: { ...(parts.length > 1 ? { given: parts.slice(0, -1).join(' ') } : {}), family } }),
    ...(mail === null ? {} : { email: mail }),
    ...(phone ? { phone } : {}),
    ...(where ? { place: where } : {}),
    ...(website === null ? {} : { website }),
    ...(languages.length > 0 ? { languages } : {}),
  };
}

/** Words of the Common European Framework and of common scales. */
function levelOf(word: string): (typeof LEVELS)[keyof typeof LEVELS] | undefined {
  if (/mother|bilingual/.test(word)) return 'native';
  if (/c2|full professional/.test(word)) return 'fluent';
  if (/c1|professional/.test(word)) return 'advanced';
  if (/b[12]|limited|conversational/.test(word)) return 'intermediate';
  return /a[12]|elementary|beginner/.test(word) ? 'basic' : undefined;
}

/** A place given in parts, as that of the person is. */
function importPlace(values: ResumeValues, at: DataPath): { city?: string; state?: string; country?: string } | null {
  if (values.peek(at) !== null) values.leave(at, 'a place is needed in parts: city, region, countryCode');
  const { city: cityField, state: stateField, country: countryField } = place.shape;
  const city = values.take([...at, 'city'], cityField);
  const state = values.take([...at, 'region'], stateField);
  const code = values.peek([...at, 'countryCode'])?.toUpperCase();
  const isUs = code === 'US';
  if (isUs) values.mark([...at, 'countryCode']);
  const country = isUs ? null : values.take([...at, 'countryCode'], countryField, (text) => nameOfCountry(text));
  if (!city && !state && !country) return null;
  return { ...(city ? { city } : {}), ...(state ? { state } : {}), ...(country ? { country } : {}) };
}

function nameOfCountry(code: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames('en-US', { type: 'region' }).of(code.toUpperCase()) ?? code;
}

function importCv(values: ResumeValues, note: Note): Partial<CvInput> {
  const schools = values.entries(['education']).flatMap((at) => {
    const words = [values.peek([...at, 'studyType']), values.peek([...at, 'area'])].join(' ');
    const institution = values.need([...at, 'institution'], line, 'a school needs an institution');
    if (institution === null) return [];
    const degree = values.take([...at, 'studyType'], line);
    const field = values.take([...at, 'area'], line);
    const period = importPeriod(values, at);
    values.leave([...at, 'score'], 'grades are shown only by choice; write them under `img.ownGrades`');
    return [{ isMedical: MEDICAL.test(words), school: { institution, ...(degree ? { degree } : {}), ...(field ? { field } : {}), ...period } }]; // prettier-ignore
  });
  const medical = schools.filter(({ isMedical }) => isMedical).map(({ school }) => school);
  for (const { institution } of medical) note(`"${institution}" is taken as a medical school`, 'cv.medicalEducation');
  const other = schools.filter(({ isMedical }) => !isMedical).map(({ school }) => school);
  const experiences = importExperiences(values, importPeriod, note, MAX_EXPERIENCES);
  const awards = values.entries(['awards']).flatMap((at) => {
    const name = values.need([...at, 'title'], line, 'an award needs a title');
    if (name === null) return [];
    const by = values.take([...at, 'awarder'], line);
    const date = values.take([...at, 'date'], partialDate, isoDate);
    const detail = values.take([...at, 'summary'], line);
    return [{ name, ...(by ? { by } : {}), ...(date ? { date } : {}), ...(detail ? { detail } : {}) }];
  });
  const licensure = values.entries(['certificates']).flatMap((at) => {
    const name = values.need([...at, 'name'], line, 'a certificate needs a name');
    if (name === null) return [];
    const issuer = values.take([...at, 'issuer'], line);
    const date = values.take([...at, 'date'], partialDate, isoDate);
    return [{ name, ...(issuer ? { issuer } : {}), ...(date ? { date } : {}) }];
  });
  const scholarlyWork = importPublications(values, note);
  const parts = { medicalEducation: medical, education: other, experiences, scholarlyWork, awards, licensure };
  return Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0));
}

function importPublications(values: ResumeValues, note: Note): NonNullable<CvInput['scholarlyWork']> {
  const me = values.peek(['basics', 'name']);
  return values.entries(['publications']).flatMap((at, index) => {
    const title = values.need([...at, 'name'], line, 'a publication needs a name');
    if (title === null) return [];
    const venue = values.take([...at, 'publisher'], line);
    const date = values.take([...at, 'releaseDate'], partialDate, isoDate);
    const url = values.take([...at, 'url'], cvSchema.shape.scholarlyWork.unwrap().element.shape.url);
    note(
      `"${title}" is taken as a journal article by you alone: write its type and all authors`,
      `cv.scholarlyWork[${index}]`,
    );
    return [{ id: `publication-${index + 1}`, type: 'journal-article' as const, title, authors: [me ?? 'me'], ...(me === null ? {} : { me }), ...(venue ? { venue } : {}), ...(date ? { date } : {}), ...(url ? { url } : {}) }]; // prettier-ignore
  });
}

/** Start and end; what goes on has a start only. */
function importPeriod(values: ResumeValues, at: DataPath): { start?: string; end?: string } {
  const start = values.take([...at, 'startDate'], partialDate, isoDate);
  const end = values.take([...at, 'endDate'], endDate, isoDate);
  // An end that is written in a way that nothing takes is an end.
  const written = values.at([...at, 'endDate']) ?? '';
  const isOpen = start !== null && typeof written === 'string' && written.trim() === '';
  return { ...(start ? { start } : {}), ...(end ? { end } : isOpen ? { end: 'present' } : {}) };
}

/** The day of an ISO 8601 instant, which some tools write where the format wants a date. */
function isoDate(text: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : /^present$/i.test(text) ? 'present' : text;
}
