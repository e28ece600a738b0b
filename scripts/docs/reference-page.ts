import { FINDINGS } from '../../src/diagnostics/index.js';
import {
  BUILTIN_REFERENCE,
  findSource,
  type Form,
  type Season,
  type Specialty,
  type SystemPeriod,
  type Term,
  type UploadGuide,
} from '../../src/reference/index.js';
import {
  bullets,
  GENERATED,
  page,
  plain,
  sourceLink,
  sourceLinks,
  STANDING_HEAD,
  standing,
  table,
} from './markdown.js';

const reference = BUILTIN_REFERENCE;

function span(from: number | null, to: number | null): string {
  if (from === null && to === null) return 'all seasons';
  if (from === null) return `to ${to}`;
  return to === null ? `from ${from}` : `${from} to ${to}`;
}

function season({ label, events }: Season): string {
  const rows = events.map((event) => [
    `${event.date}${event.expected ? ' (expected)' : ''}`,
    plain(event.label),
    ...standing(event),
  ]);
  return page(`### ${label}`, table(['Date', 'Event', ...STANDING_HEAD], rows)).trimEnd();
}

function services(): string {
  return table(
    ['Id', 'Service', 'Seasons', 'Number of a request', 'Needed to upload', 'Most per program', ...STANDING_HEAD],
    reference.services.map((row) => [
      `\`${row.id}\``,
      plain(row.name),
      span(row.fromSeason, row.toSeason),
      plain(row.idLabel),
      row.idNeeded ? 'yes' : 'no',
      String(row.maxPerProgram),
      ...standing(row),
    ]),
  );
}

function guide(row: UploadGuide): string {
  const service = reference.services.find(({ id }) => id === row.service);
  const help = row.help.map(({ text, url }) => (url ? `- [${plain(text)}](${url})` : `- ${plain(text)}`));
  return page(
    `### ${plain(service?.name ?? row.service)}: ${span(row.fromSeason, row.toSeason)}`,
    `Id \`${row.id}\`. Sources: ${sourceLinks(row.sources)}. Confidence: ${row.confidence}. Checked on ${row.checkedOn}.`,
    'On page 1:',
    row.short.map((step) => `1. ${plain(step)}`).join('\n'),
    'In full:',
    row.steps.map((step) => `1. ${plain(step)}`).join('\n'),
    'The file:',
    bullets(row.fileRules),
    'Help:',
    help.join('\n'),
  ).trimEnd();
}

function systems(periods: readonly SystemPeriod[]): string {
  return periods.map((row) => `${row.application} (${span(row.fromSeason, row.toSeason)})`).join('; ');
}

function formName(id: string): string {
  return plain(reference.forms.find((form) => form.id === id)?.name ?? id);
}

function wanted({ wants }: Specialty): string {
  const parts = [
    wants.fromSpecialty > 0 ? `${wants.fromSpecialty} of the specialty` : '',
    wants.outside > 0 ? `${wants.outside} from outside` : '',
    wants.chair === 'expected' ? 'chair expected' : wants.chair === 'often' ? 'chair often' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function form({ wants }: Specialty): string {
  if (!wants.form) return 'none confirmed; narrative letters';
  const { id, count, preferred, required } = wants.form;
  const number = preferred > count ? `${count}, better ${preferred}` : String(count);
  return `${formName(id)}: ${number}; ${required ? 'expected' : 'customary'}`;
}

function specialtyTable(): string {
  return table(
    ['Specialty', 'Applies through', 'Letters', 'From whom', 'At least', 'Form', ...STANDING_HEAD],
    reference.specialties.map((row) => [
      `${plain(row.name)}${row.earlyMatch ? ' (early match)' : ''}<br>\`${row.id}\``,
      systems(row.systems),
      row.letters.usual === row.letters.max
        ? String(row.letters.max)
        : `usually ${row.letters.usual}, at most ${row.letters.max}`,
      plain(row.mix),
      wanted(row),
      form(row),
      ...standing(row),
    ]),
  );
}

function specialtyNotes(): string {
  const noted = reference.specialties.flatMap(({ name, note }) => (note ? [`**${plain(name)}.** ${plain(note)}`] : []));
  return noted.map((text) => `- ${text}`).join('\n');
}

const CHANNELS: Readonly<Record<Form['channel'], string>> = {
  'portal-form': 'typed into the form of the portal; a PDF of it is refused',
  'external-form-then-pdf': 'filled in elsewhere, signed by hand, uploaded as PDF by the author',
  'cas-form': 'filled in as a form of the application service',
  pdf: 'a PDF like a letter',
};

function formSection(row: Form): string {
  const since = row.fromSeason === null ? '' : ` Since season ${row.fromSeason}.`;
  const base = row.variantOf === null ? '' : formName(row.variantOf);
  const variant =
    base === '' ? '' : row.countsAsBase ? ` Counts as ${base}.` : ` A variant of ${base} that does not stand for it.`;
  return page(
    `### ${plain(row.name)}`,
    `${plain(row.fullName)}. Id \`${row.id}\`.${since}${variant}`,
    `How it travels: ${CHANNELS[row.channel]}. ${plain(row.note)}`,
    `Asks for, in this order: ${row.questions.map(({ label }) => plain(label)).join('; ')}.`,
    `Sources: ${sourceLinks(row.sources)}. Confidence: ${row.confidence}. Checked on ${row.checkedOn}.`,
  ).trimEnd();
}

function terms(rows: readonly Term[]): string {
  return table(
    ['Id', 'As printed', ...STANDING_HEAD],
    rows.map((row) => [`\`${row.id}\``, plain(row.label), ...standing(row)]),
  );
}

/** Keys that some table or finding cites, sorted. */
function citedSources(): string[] {
  const keys = new Set<string>(Object.values(FINDINGS).flatMap(({ sources }) => sources));
  const { sources: _, seasons, ...tables } = reference;
  for (const { events } of seasons) for (const row of events) for (const key of row.sources) keys.add(key);
  for (const rows of Object.values(tables)) for (const row of rows) for (const key of row.sources) keys.add(key);
  return [...keys].sort();
}

/** `docs/reference.md`: every table with its sources. */
export function referencePage(): string {
  return page(
    '# Reference tables',
    GENERATED,
    'What lor-packet knows about seasons, letter services, specialties and forms, for applicants and advisors to see and to question. Every row names its sources, how far it can be trusted, and when it was last compared with them. **High** means read on the page of the body itself; **medium** a secondary or an older page; **low** one blog or forum, or an inference. Every program may differ, and what a portal or program says today is right.',
    'To change or add a row for your own application, write it under `reference:`, or name a file there: see [Your own rows](#your-own-rows).',
    '## Seasons',
    'A season is named by the year in which training starts. Dates marked “expected” follow earlier seasons and print as expected; dates that no source gives are left out.',
    ...reference.seasons.map(season),
    '## Letter services',
    services(),
    '## Upload guides',
    'Sentences address the letter writer; “I” is the applicant.',
    ...reference.uploadGuides.map(guide),
    '## Specialties',
    '“At least” is a lower bound. A form is “expected” where programs ask for it; it is “customary” where a narrative letter is taken as well or no source says that it is required.',
    specialtyTable(),
    specialtyNotes(),
    '## Standardized forms',
    ...reference.forms.map(formSection),
    '## When to ask, when to remind',
    table(
      ['Days before the target date', 'What', ...STANDING_HEAD],
      [
        ...reference.leadTimes.map((row) => [String(row.days), plain(row.label), ...standing(row)]),
        ...reference.reminders.map((row) => [String(row.daysBefore), plain(row.label), ...standing(row)]),
      ],
    ),
    '## Words',
    '### Competencies',
    terms(reference.competencies),
    '### Roles of writers',
    terms(reference.writerRoles),
    '### Experience types of MyERAS',
    terms(reference.experienceTypes),
    '### Focus areas of MyERAS',
    terms(reference.focusAreas),
    '### Key characteristics of MyERAS',
    terms(reference.characteristics),
    '## Your own rows',
    'A row with a known id changes the fields that you give; a new id adds a row. Changed rows name `user` as their first source. A date that you give is not “expected”, unless you say so.',
    '```yaml\nreference: # in application.yaml; or `reference: reference.yaml`, a file beside it with what stands below\n  seasons:\n    - id: eras-2027\n      events:\n        - { id: review-begins, date: 2026-09-23 }\n  sources:\n    - { id: OUR-OFFICE, title: Our advising office, url: https://example.org/letters }\n  specialties:\n    - id: psychiatry\n      wants: { fromSpecialty: 2 }\n      sources: [OUR-OFFICE]\n```',
    'From code: `planLetters(application, { today, reference: createReference({ … }) })`, and the same option of `renderPacket`. The schema is published as `lor-packet/schema/reference.json`.',
    '## Sources',
    'A source without a link was read as a copy; look up the page of the body itself.',
    table(
      ['Key', 'Page'],
      citedSources().map((key) => [sourceLink(key), plain(findSource(reference, key)?.title ?? '')]),
    ),
  );
}
