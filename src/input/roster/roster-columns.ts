import { applicationSchema } from '../../schema/application.js';
import { letterSchema } from '../../schema/letter.js';
import { foldWord, nearestWord } from '../did-you-mean.js';
import { descriptionOf, schemaAt } from '../schema-shape.js';
import { formatPath, type DataPath, type PathStep } from '../source-tree.js';

/**
 * Where the value of a column goes: into the application, into the letter of the row, or into the entry of `specialties`
 * that the letter is for.
 */
export type ColumnRoot = 'application' | 'letter' | 'specialty';

/** A column of a roster: where its values go. */
export interface RosterColumn {
  readonly root: ColumnRoot;
  readonly path: DataPath;
}

/** A column with a short name, as the template of a roster has it. */
export interface NamedColumn extends RosterColumn {
  readonly name: string;
  /** Needed when the applicant has no file of their own. */
  readonly required: boolean;
  /** What goes in, for the documentation; by default what the format says of the field. */
  readonly description?: string;
  /** For the template. */
  readonly example: string;
}

function column(name: string, at: string, example: string, more: Partial<NamedColumn> = {}): NamedColumn {
  const parsed = parseColumnPath(at);
  if (!parsed) throw new Error(`${at} is not a place of the format`);
  return { name, ...parsed, example, required: false, ...more };
}

const needed = { required: true };

/** The columns that have short names; any other field is a column by its path. */
export const ROSTER_COLUMNS: readonly NamedColumn[] = [
  column('applicant_id', 'applicant.id', 'linh-tran', { ...needed, description: 'Id of the applicant; the same in all rows of one applicant. Also the name of their folder, when they have one.' }), // prettier-ignore
  column('folder', 'applicant.id', '', { description: "The applicant's folder or file, from the folder of the roster; by default a folder named by the id." }), // prettier-ignore
  column('season', 'season', '2027', needed),
  column('given_name', 'applicant.name.given', 'Linh'),
  column('family_name', 'applicant.name.family', 'Tran', needed),
  column('email', 'applicant.email', 'linh.tran@example.org', needed),
  column('phone', 'applicant.phone', '+1 212 555 0100'),
  column('aamc_id', 'applicant.aamcId', '00123456'),
  column('credentials', 'applicant.credentials', 'MBBS'),
  column('medical_school', 'cv.medicalEducation[0].institution', 'Hanoi Medical University', needed),
  column('graduated', 'cv.medicalEducation[0].graduated', '2025-06'),
  column('specialty', 'letter.specialty', 'internal-medicine', needed),
  column('goals', 'specialty.goals', 'I want to become a general internist who teaches.', needed),
  column('letter', 'letter.id', 'rivera', { description: 'Id of the letter; names its file. By default the family name of the writer.' }), // prettier-ignore
  column('writer_title', 'letter.writer.title', 'Dr.'),
  column('writer_given_name', 'letter.writer.name.given', 'Elena'),
  column('writer_family_name', 'letter.writer.name.family', 'Rivera', needed),
  column('writer_role', 'letter.writer.role', 'attending', needed),
  column('writer_position', 'letter.writer.position', 'Associate Professor'),
  column('writer_institution', 'letter.writer.institution', 'Lakeside Hospital', needed),
  column('writer_email', 'letter.writer.email', 'elena.rivera@example.org'),
  column('relationship', 'letter.relationship.summary', 'Attending on my sub-internship in May 2026.', needed),
  column('why_you', 'letter.whyYou', 'You saw me care for patients every day for four weeks.', needed),
  column('waived', 'letter.request.waived', 'yes', needed),
  column('target_date', 'letter.request.targetDate', '2026-09-01', needed),
  column('asked_on', 'letter.request.askedOn', '2026-06-20'),
  column('letter_request_id', 'letter.request.letterId', 'LRF-2027-001'),
  column('letter_type', 'letter.request.type', 'narrative'),
  column('form', 'letter.request.form', ''),
  column('service', 'letter.request.service', ''),
];

/** What the format says of a column. */
export function describeColumn(named: NamedColumn): string {
  const schema = schemaAt(applicationSchema, inFormat(named));
  return named.description ?? (schema ? descriptionOf(schema) : undefined) ?? '';
}

/** The path of a column as one would write it as a heading: `letter.writer.email`. */
export function columnPath({ root, path }: RosterColumn): string {
  const prefix = root === 'application' ? [] : [root];
  return [...prefix, ...path].reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}

/** A path of the format that stands for the column, with the first entry where a row decides which. */
export function inFormat({ root, path }: RosterColumn): DataPath {
  if (root === 'application') return path;
  return [root === 'letter' ? 'letters' : 'specialties', 0, ...path];
}

/**
 * The headings of the columns that give what is missing at a path of the application: the column of that field, or those
 * that a group or list needs; none where no column can give it.
 *
 * @example columnsFor('letters[2].request') // ['waived', 'target_date']
 */
export function columnsFor(path: string): string[] {
  const first = path.replace(/^(letters|specialties)\[\d+\]/, '$1[0]');
  // The id of a specialty is given by the letter that is for it.
  const places = ROSTER_COLUMNS.map((named) => ({ ...named, at: formatPath(inFormat(named)), by: named.name === 'specialty' ? 'specialties[0].id' : null })); // prettier-ignore
  const exact = places.find(({ name, at, by }) => name !== 'folder' && (at === first || by === first));
  if (exact) return [exact.name];
  const isBelow = (at: string | null): boolean => at?.startsWith(first) === true && /^[.[]/.test(at.slice(first.length)); // prettier-ignore
  const below = places.filter(({ required, at, by }) => required && (isBelow(at) || isBelow(by)));
  if (below.length > 0) return below.map(({ name }) => name);
  const heading = first.replace('letters[0]', 'letter').replace('specialties[0]', 'specialty');
  return parseColumnPath(heading) ? [heading] : [];
}

/** Reads `letter.writer.email` or `programs[0].institution`; null when the format has nothing there. */
export function parseColumnPath(text: string): RosterColumn | null {
  const steps: PathStep[] = [];
  for (const part of text.trim().split('.')) {
    const match = /^([A-Za-z][A-Za-z$]*)((?:\[\d{1,3}\])*)$/.exec(part) ?? /^(\d{1,3})()$/.exec(part);
    if (!match?.[1]) return null;
    steps.push(/^\d+$/.test(match[1]) ? Number(match[1]) : match[1]);
    for (const [, index] of (match[2] ?? '').matchAll(/\[(\d+)\]/g)) steps.push(Number(index));
  }
  const [first, ...rest] = steps;
  const root: ColumnRoot = first === 'letter' ? 'letter' : first === 'specialty' && rest.length > 0 ? 'specialty' : 'application'; // prettier-ignore
  const column: RosterColumn = { root, path: root === 'application' ? steps : rest };
  if (column.path.length === 0 || column.path[0] === 'letters') return null;
  return schemaAt(applicationSchema, inFormat(column)) ? column : null;
}

/** What a heading means. */
export type Heading =
  | { readonly kind: 'column'; readonly column: RosterColumn; readonly name: string }
  /** Empty, or of the advisor's own: begins with `_` or `#`. */
  | { readonly kind: 'own' }
  | { readonly kind: 'unknown'; readonly hints: readonly string[] };

/** Headings are matched without regard to case, spaces, hyphens, underscores and accents. */
export function understandHeading(text: string): Heading {
  const heading = text.trim();
  if (heading === '' || /^[_#]/.test(heading)) return { kind: 'own' };
  const folded = foldWord(heading);
  const named = ROSTER_COLUMNS.find(({ name }) => foldWord(name) === folded);
  if (named) return { kind: 'column', column: named, name: named.name };
  const byPath = parseColumnPath(heading);
  if (byPath) return { kind: 'column', column: byPath, name: columnPath(byPath) };
  const near = nearestWord(heading, [...ROSTER_COLUMNS.map(({ name }) => name), ...letterPaths()]);
  const hints = near === null ? [] : [`did you mean "${near}"?`];
  return { kind: 'unknown', hints: [...hints, 'put "_" before the heading of a column of your own', 'run "lor-packet schema roster" for the columns'] }; // prettier-ignore
}

/** Paths of plain fields of a letter, as candidates for a misspelt heading. */
function letterPaths(): string[] {
  return Object.keys(letterSchema.shape).map((key) => `letter.${key}`);
}
