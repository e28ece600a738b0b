import * as z from 'zod';
import { fullDate, id, line, partialDate, prose, webAddress } from './values.js';

const sourceKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, 'must be letters, digits and "-"');

/** What every row has beside its own fields. */
const sourced = {
  sources: z.array(sourceKey).describe('Keys of the pages it rests on; add your own pages under `sources`.'),
  confidence: z.enum(['high', 'medium', 'low']).describe('How far it can be trusted.'),
  checkedOn: fullDate.describe('Date on which you compared it with its source.'),
};
const application = z
  .enum(['ERAS', 'ResidencyCAS', 'SF Match', 'Central Application'])
  .describe('Application system of the applicant.');
const year = z.number().int().min(2015).max(2040);
const seasons = {
  fromSeason: year.nullable().describe('First season, by the year in which training starts.'),
  toSeason: year.nullable().describe('Last season, by the year in which training starts.'),
};
const texts = z.array(prose);
const count = z.number().int().min(0).max(10);

const seasonEventShape = {
  id: z
    .enum([
      'season-opens',
      'portal-opens',
      'applicants-submit',
      'match-registration',
      'review-begins',
      'early-match',
      'rank-lists',
      'match-day',
      'season-ends',
    ])
    .describe('Which event of the season.'),
  label: line.describe('What happens, as printed.'),
  date: partialDate.describe('When: YYYY-MM-DD, or YYYY-MM where no day is known.'),
  expected: z.boolean().describe('true for a projection, printed as "expected". A date that you give is not one.'),
  ...sourced,
};
const seasonShape = {
  id: id.describe('Id of the season, such as "eras-2027".'),
  application,
  year: year.describe('Year in which training starts.'),
  label: line.describe('Name as printed, such as "ERAS 2027".'),
};
const serviceShape = {
  id: id.describe('Id of the service; a request names it as its `service`.'),
  name: line.describe('Name as printed.'),
  application,
  ...seasons,
  portal: line.describe('Where the writer uploads, as printed.'),
  applicantSide: line.describe('What the applicant uses, such as "MyERAS".'),
  idLabel: line.describe('What the number of a request is called, such as "Letter ID".'),
  idNeeded: z.boolean().describe('true when the writer needs that number to upload.'),
  maxPerProgram: count.describe('Most letters that one program takes.'),
  ...sourced,
};
const uploadGuideShape = {
  id: id.describe('Id of the guide, such as "eras-letter-writer-portal-2027".'),
  service: id.describe('Id of the service.'),
  ...seasons,
  short: texts.max(4).describe('Three steps for page 1, addressed to the writer.'),
  steps: texts.describe('All steps, addressed to the writer.'),
  fileRules: texts.describe('Rules of the file: size, page, name, signature, letterhead.'),
  help: z
    .array(
      z.strictObject({
        text: prose.describe('Who helps, as printed.'),
        url: webAddress.optional().describe('Web address of the help page.'),
      }),
    )
    .describe('Where a writer finds help.'),
  ...sourced,
};
const lettersShape = {
  usual: count.describe('Letters that programs usually want.'),
  max: count.describe('Most letters that programs take.'),
};
const wantedForm = z
  .strictObject({
    id: id.describe('Id of the form.'),
    count: count.default(1).describe('Letters on this form that a program wants at least.'),
    preferred: count.default(1).describe('Letters on this form that a program likes to see.'),
    required: z.boolean().default(false).describe('true when programs expect it.'),
  })
  .nullable()
  .describe('The standardized form, or null for none.');
const wantsShape = {
  fromSpecialty: count.describe('Letters wanted from the specialty itself, at least.'),
  chair: z.enum(['expected', 'often', 'none']).describe('Whether a letter of the department chair is wanted.'),
  form: wantedForm,
  outside: count.describe('Letters wanted from outside the specialty, at least.'),
};
const specialtyShape = {
  id: id.describe('Id of the specialty, such as "internal-medicine".'),
  name: line.describe('Name as printed.'),
  inText: line.describe('Name inside a sentence, such as "internal medicine".'),
  alsoCalled: z.array(line).describe('Other names, and fields whose physicians count as of this specialty.'),
  systems: z
    .array(
      z.strictObject({
        application,
        fromSeason: seasons.fromSeason.default(null),
        toSeason: seasons.toSeason.default(null),
      }),
    )
    .min(1)
    .describe('Application systems by season, latest first.'),
  mix: line.describe('From whom the letters come, in words.'),
  earlyMatch: z.boolean().describe('true where the Match is in January or February.'),
  note: prose.nullable().describe('What else an advisor should know.'),
  ...sourced,
};
const formShape = {
  id: id.describe('Id of the form; a request names it as its `form`.'),
  name: line.describe('Short name as printed.'),
  fullName: line.describe('Full name as printed.'),
  variantOf: id.nullable().describe('Id of the form of which this is a variant.'),
  countsAsBase: z.boolean().describe('false when programs take this variant only beside the form itself.'),
  fromSeason: seasons.fromSeason,
  channel: z
    .enum(['portal-form', 'external-form-then-pdf', 'cas-form', 'pdf'])
    .describe('How it travels: typed into the portal, made elsewhere and uploaded as PDF, in the CAS, or a PDF.'),
  note: prose.describe('What the writer must know about it.'),
  questions: z
    .array(
      z.strictObject({
        label: line.describe('What the form asks for.'),
        from: z
          .enum([
            'applicant-name',
            'aamc-id',
            'letter-id',
            'writer',
            'writer-contact',
            'signers',
            'known-since',
            'contact',
            'duration',
            'settings',
            'role',
            'grading',
            'writer-judgement',
          ])
          .describe('The fact of the application that answers it.'),
      }),
    )
    .describe('What it asks for, in its own order.'),
  ...sourced,
};
const leadTimeShape = {
  id: z.enum(['best', 'usual', 'shortest']).describe('Which lead time.'),
  label: line.describe('As printed.'),
  days: z.number().int().min(1).max(365).describe('Days before the target date.'),
  ...sourced,
};
const reminderShape = {
  id: id.describe('Id of the reminder.'),
  label: line.describe('As shown in plans.'),
  daysBefore: z.number().int().min(1).max(120).describe('Days before the target date.'),
  ...sourced,
};
const termShape = { id: id.describe('Id of the word.'), label: line.describe('As printed.'), ...sourced };
const sourceShape = {
  id: sourceKey.describe('Key, such as "OUR-OFFICE".'),
  title: line.describe('Title of the page.'),
  url: webAddress.nullable().describe('Its web address.'),
};

/** Whole rows: what a row must be after a user's fields were laid over the built-in ones. */
export const referenceRows = {
  seasons: z.strictObject({ ...seasonShape, events: z.array(z.strictObject(seasonEventShape)) }),
  services: z.strictObject(serviceShape),
  uploadGuides: z.strictObject(uploadGuideShape),
  specialties: z.strictObject({
    ...specialtyShape,
    letters: z.strictObject(lettersShape),
    wants: z.strictObject(wantsShape),
  }),
  forms: z.strictObject(formShape),
  leadTimes: z.strictObject(leadTimeShape),
  reminders: z.strictObject(reminderShape),
  competencies: z.strictObject(termShape),
  writerRoles: z.strictObject(termShape),
  experienceTypes: z.strictObject(termShape),
  focusAreas: z.strictObject(termShape),
  characteristics: z.strictObject(termShape),
  sources: z.strictObject(sourceShape),
} as const;

/** Some fields of a row; its id says which row. */
function changes<Shape extends z.ZodRawShape & { id: z.ZodType }>(shape: Shape) {
  const rowId: Shape['id'] = shape.id;
  return z.strictObject(shape).partial().extend({ id: rowId });
}

/** A user's own rows over the built-in tables: a known id changes the fields given, a new id adds a row. */
export const referenceSchema = z
  .strictObject({
    $schema: z.string().describe('Web address of this schema, for editors.'),
    seasons: z
      .array(
        changes({
          ...seasonShape,
          events: z.array(changes(seasonEventShape)).describe('Events, by their id.'),
        }),
      )
      .describe('Seasons and their dates.'),
    services: z.array(changes(serviceShape)).describe('Letter services.'),
    uploadGuides: z.array(changes(uploadGuideShape)).describe('How letters are uploaded, by service and season.'),
    specialties: z
      .array(
        changes({
          ...specialtyShape,
          letters: z.strictObject(lettersShape).partial().describe('How many letters.'),
          wants: z.strictObject(wantsShape).partial().describe('From whom, in numbers.'),
        }),
      )
      .describe('Specialties and their letter conventions.'),
    forms: z.array(changes(formShape)).describe('Standardized letter forms.'),
    leadTimes: z.array(changes(leadTimeShape)).describe('How long before the date a writer is asked.'),
    reminders: z.array(changes(reminderShape)).describe('When a writer is reminded.'),
    competencies: z.array(changes(termShape)).describe('Printed names of the ACGME competencies.'),
    writerRoles: z.array(changes(termShape)).describe('Printed names of the roles of writers.'),
    experienceTypes: z.array(changes(termShape)).describe('Experience types of MyERAS.'),
    focusAreas: z.array(changes(termShape)).describe('Primary focus areas of MyERAS.'),
    characteristics: z.array(changes(termShape)).describe('Key characteristics of MyERAS.'),
    sources: z.array(changes(sourceShape)).describe('Pages that your rows cite.'),
  })
  .partial()
  .describe('Your own rows over the built-in reference tables: a known id changes a row, a new id adds one.');

export type ReferenceInput = z.input<typeof referenceSchema>;
export type ReferenceRows = z.output<typeof referenceSchema>;
/** What a schema says is wrong with a row. */
export type RowIssue = z.core.$ZodIssue;
