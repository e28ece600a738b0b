import { readdirSync } from 'node:fs';
import type { AppendixResult } from '../../src/brief/index.js';
import { loadApplication } from '../../src/node/index.js';
import { type LetterPlan, planLetters } from '../../src/plan/index.js';
import { applicationSchema, type Application, type ApplicationInput } from '../../src/schema/application.js';
import { JPEGS } from '../../test/image/support/jpegs.js';
import { bareCv, taggedCv } from '../../test/pdf/appendix/corpus/cv-files.js';
import { CORPUS } from '../../test/pdf/appendix/corpus/index.js';
import type { Expectation } from './problem.js';

export const EXAMPLE = 'examples/img-internal-medicine';
const FIXTURES = 'test/fixtures/applicants';

/** An applicant of the gate, planned. */
export interface GateApplicant {
  readonly name: string;
  readonly data: Application;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly today: string;
  readonly plan: LetterPlan;
}

function planned(name: string, data: Application, files: GateApplicant['files']): GateApplicant {
  const today = data.season === 2026 ? '2025-07-07' : '2026-07-06';
  return { name, data, files, today, plan: planLetters(data, { today }) };
}

async function load(name: string, folder: string): Promise<GateApplicant> {
  const { application, files, diagnostics } = await loadApplication(folder);
  if (!application) throw new Error(`${folder}: ${JSON.stringify(diagnostics)}`);
  return planned(name, application, files);
}

/** The example first, then every fixture applicant. */
export function gateApplicants(): Promise<GateApplicant[]> {
  const names = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const fixtures = names.map(({ name }) => ({ name, folder: `${FIXTURES}/${name}` }));
  const all = [{ name: 'example', folder: EXAMPLE }, ...fixtures.sort((a, b) => (a.name < b.name ? -1 : 1))];
  return Promise.all(all.map(({ name, folder }) => load(name, folder)));
}

/** The applicant with a photo that every writer may see. */
export function withPhoto({ name, data, files }: GateApplicant): GateApplicant {
  const changed = { ...data, applicant: { ...data.applicant, photo: 'photo.jpg' }, share: [...data.share, 'photo'] };
  const letters = data.letters.map((letter) => ({
    ...letter,
    ...(letter.share ? { share: [...letter.share, 'photo'] } : {}),
  }));
  return planned(name, { ...changed, letters } as Application, { ...files, 'photo.jpg': JPEGS.baseline() });
}

/** An applicant whose first letter has appendices, and what its packet must be for it. */
export interface AppendedApplicant {
  readonly applicant: GateApplicant;
  readonly results: readonly AppendixResult[];
  readonly expected: Pick<Expectation, 'appended' | 'claims' | 'codes'>;
}

/** One document to append: where it comes from, and what must become of it. */
interface Append {
  readonly title: string;
  readonly mode: 'figure' | 'copy' | 'attach-only';
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** Number of pages, or the code of the diagnostic in their place. */
  readonly expected: number | `appendix/${string}`;
  /** What the structure says of its pages, where it is not that they are figures. */
  readonly texts?: readonly string[];
}

const CV_TEXTS = [
  'H1: Curriculum vitae',
  'P: Nguyễn Thị Hồng Ánh, physician',
  'H2: Clinical experience',
  ...[
    'Rotation',
    'Dates',
    'Role',
    'Internal medicine',
    '2025-06',
    'Sub-intern',
    'Neurology',
    '2025-09',
    'Observer',
  ].map((text) => `cell: ${text}`),
  'H2: Awards',
  'Lbl: •',
  'LBody: Best poster of the regional meeting',
  'Lbl: •',
  'LBody: Merit scholarship',
  'H2: Publications',
  'P: Handoffs at night: an efficient office finds 640 results.',
  'P: Registry of the study',
];

function corpusFile(name: string): Append['make'] {
  const found = CORPUS.find((file) => file.name === name);
  if (!found) throw new Error(`no awkward PDF is called ${name}`);
  return found.make;
}

/** Documents that keep both standards, beside one that cannot be opened. */
const SOUND: readonly Append[] = [
  { title: 'CV in pictures', mode: 'figure', make: taggedCv, expected: 2 },
  { title: 'CV with its tags', mode: 'copy', make: taggedCv, expected: 2, texts: CV_TEXTS },
  { title: 'Locked form', mode: 'figure', make: corpusFile('user-AES-256'), expected: 'appendix/encrypted' },
];

/** Documents that take both standards away: their fonts are not in them. */
const BARE: readonly Append[] = [
  { title: 'Bare CV', mode: 'figure', make: bareCv, expected: 1 },
  { title: 'Form locked for changes', mode: 'figure', make: corpusFile('owner-AES-128'), expected: 1 },
];

function sectionTexts({ title, expected, texts }: Append, label: string): string[] {
  const count = Number(expected);
  const figures = Array.from(
    { length: count },
    (_, page) => `Figure: Page ${page + 1} of ${count} of the appended document “${title}”`,
  );
  return [`H2: Appendix ${label}: ${title}`, ...(texts ?? figures)];
}

async function withDocuments(applicant: GateApplicant, documents: readonly Append[]): Promise<AppendedApplicant> {
  const input = structuredClone(applicant.data) as unknown as ApplicationInput;
  const [first, ...others] = input.letters;
  const named = documents.map((document, index) => ({ ...document, file: `appended-${index + 1}.pdf` }));
  const appendices = named.map(({ file, title, mode }) => ({ file, title, mode, kind: 'cv' as const }));
  const data = applicationSchema.parse({ ...input, letters: [{ ...first!, appendices }, ...others] });
  const files = { ...applicant.files };
  for (const { file, make } of named) files[file] = await make();
  const shown = documents.filter(({ expected }) => typeof expected === 'number');
  const labelOf = (document: Append): string => String.fromCharCode(65 + shown.indexOf(document));
  return {
    applicant: planned(applicant.name, data, files),
    results: documents.map((document) => {
      const { title, expected } = document;
      return {
        planned: { title, kind: 'cv' },
        pages: typeof expected === 'number' ? { label: labelOf(document), count: expected } : null,
        isAttached: false,
        problem: typeof expected === 'number' ? null : expected,
      };
    }),
    expected: {
      appended: shown.map((document) => ({ title: document.title, texts: sectionTexts(document, labelOf(document)) })),
      claims: documents === BARE ? { pdfUa: null, pdfA: null } : { pdfUa: '1', pdfA: '2a' },
      codes: documents.flatMap(({ expected }) => (typeof expected === 'number' ? [] : [expected])),
    },
  };
}

/** With appendices that keep the standards, and one that cannot be opened. */
export function withSoundAppendices(applicant: GateApplicant): Promise<AppendedApplicant> {
  return withDocuments(applicant, SOUND);
}

/** With appendices whose fonts are not embedded. */
export function withBareAppendices(applicant: GateApplicant): Promise<AppendedApplicant> {
  return withDocuments(applicant, BARE);
}
