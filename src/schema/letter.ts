import * as z from 'zod';
import { letterAppendixSchema } from './appendix.js';
import {
  email,
  endDate,
  fullDate,
  id,
  line,
  nativeText,
  orOwn,
  partialDate,
  personName,
  place,
  prose,
  webAddress,
} from './values.js';

/** What an applicant may choose to show to a writer; nothing of it is printed unless chosen (facts §8). */
export const shareKeys = ['scores', 'grades', 'program-names', 'visa', 'hardship', 'gaps', 'photo'] as const;
export const share = z
  .array(z.enum(shareKeys))
  .describe(
    'What these packets may show beyond the default: scores, grades, program-names, visa, hardship, gaps, photo.',
  );

export const writerRoles = [
  'attending',
  'professor',
  'research-pi',
  'program-director',
  'chair',
  'committee',
  'other',
] as const;
export const competencies = [
  'patient-care',
  'medical-knowledge',
  'practice-based-learning',
  'communication',
  'professionalism',
  'systems-based-practice',
] as const;
export const services = [
  'eras-letter-writer-portal',
  'eras-lorp',
  'residencycas',
  'sf-match',
  'central-application',
] as const;
export const forms = [
  'im-sel',
  'eslor',
  'esloe',
  'esloe-non-residency',
  'esloe-subspecialty',
  'osloe',
  'apgo-sloe',
  'dermatology',
  'plastic-surgery',
  'urology',
] as const;

export const writerSchema = z.strictObject({
  name: personName.describe('Name of the letter writer (LoR author).'),
  title: line.default('Dr.').describe('Form of address before the name, such as "Dr." or "Professor".'),
  addressAs: line.optional().describe('Salutation name when it is not title and family name, such as "Professor Lan".'),
  credentials: line.optional().describe('Degrees and fellowships, such as "MD, FACP".'),
  role: orOwn(writerRoles).describe('In which role this person writes.'),
  position: line.optional().describe('Position, such as "Associate Program Director".'),
  department: line.optional().describe('Department or division.'),
  institution: line.describe('Institution.'),
  nativeInstitution: nativeText.optional().describe('The institution in its own script.'),
  place: place.optional().describe('Where it is.'),
  country: line.default('United States').describe('Country in which the writer practices.'),
  specialty: line.optional().describe('The writer\'s own specialty, such as "Internal medicine".'),
  email: email.optional().describe('E-mail address; the portal sends its link there.'),
  phone: line.optional().describe('Telephone.'),
  signers: z.array(line).default([]).describe('For a committee or department letter: everyone who signs.'),
  assistant: z
    .strictObject({ name: line.describe('Name.'), email: email.optional().describe('E-mail address.') })
    .optional()
    .describe("The writer's assistant. May help to upload only if not advising you."),
});

export const sharedWorkSchema = z.strictObject({
  id: id.describe('Id of this piece of shared work.'),
  title: line.describe('What it was, such as "Inpatient sub-internship, General Medicine B".'),
  kind: z
    .enum(['rotation', 'research', 'course', 'quality-improvement', 'teaching', 'work', 'volunteering', 'other'])
    .describe('Kind of work.'),
  site: line.optional().describe('Where: hospital, clinic, laboratory.'),
  start: partialDate.optional().describe('Start: YYYY, YYYY-MM or YYYY-MM-DD.'),
  end: endDate.optional().describe('End, or "present".'),
  setting: line.optional().describe('Setting, such as "28-bed teaching ward, daily rounds".'),
  handsOn: z.boolean().optional().describe('true when you took part in care under supervision; false for observing.'),
  hoursPerWeek: z.number().int().min(1).max(120).optional().describe('Hours a week.'),
  contact: line.optional().describe('How closely the writer saw you, such as "daily rounds, six days a week".'),
  role: line.optional().describe('Your role, such as "carried 4 to 6 patients, presented daily".'),
  did: z.array(line).default([]).describe('What you did, one line each.'),
});

export const momentSchema = z.strictObject({
  id: id.describe('Id of this moment.'),
  title: line.describe('A few words by which the writer will remember it.'),
  when: line.optional().describe('Roughly when, such as "second week"; never an exact date of a patient.'),
  situation: prose.describe('What was going on. No patient names, initials, numbers, exact dates or ages over 89.'),
  action: prose.describe('What you did.'),
  result: prose.describe('What came of it, and what it showed.'),
  competencies: z.array(orOwn(competencies)).default([]).describe('ACGME competencies that it shows.'),
  theme: id.optional().describe('Id of the theme that it bears out.'),
});

export const requestSchema = z.strictObject({
  service: orOwn(services)
    .optional()
    .describe('Service that takes the letter; by default the one of the specialty and season.'),
  type: z.enum(['narrative', 'standardized']).default('narrative').describe('Narrative letter or standardized form.'),
  form: orOwn(forms).optional().describe('The standardized form, when `type` is standardized.'),
  chairLetter: z.boolean().default(false).describe('true when this is the department chair letter.'),
  waived: z.boolean().describe('true when you waive the right to see the letter.'),
  letterId: line.optional().describe('Letter ID or Request ID of this request, in quotes. One letter, one ID.'),
  portalUrl: webAddress.optional().describe('Web address of the upload page, when the request names one.'),
  status: z
    .enum(['draft', 'confirmed', 'sent', 'uploaded'])
    .default('draft')
    .describe('Where the request stands. After "confirmed" it can no longer be edited.'),
  newVersion: z.boolean().default(false).describe('true when the writer updates a letter of an earlier season.'),
  askedOn: fullDate.optional().describe('When you first asked.'),
  agreedOn: fullDate.optional().describe('When the writer agreed.'),
  issuedOn: fullDate
    .optional()
    .describe('When you made this request in the service; requests of before 2026-06-01 were deleted by the AAMC.'),
  targetDate: fullDate.describe('By when the letter is to be uploaded; the date that you agreed on.'),
});

export const letterSchema = z.strictObject({
  id: id.describe('Id of this letter; names its file.'),
  specialty: line.describe('Id of the specialty that the letter is for, or "general".'),
  focus: z
    .enum(['clinical', 'academic', 'clinical-and-academic'])
    .default('clinical')
    .describe('What the letter is to speak about first.'),
  nature: z.enum(['professional', 'personal']).default('professional').describe('Professional or personal letter.'),
  writer: writerSchema.describe('Who writes it.'),
  relationship: z
    .strictObject({
      summary: line.describe('How the writer knows you, in one line.'),
      knownSince: partialDate.optional().describe('Since when.'),
      contact: z
        .enum(['daily', 'weekly', 'monthly', 'occasional', 'indirect'])
        .optional()
        .describe('How often the writer saw you at work.'),
    })
    .describe('How the writer knows you.'),
  whyYou: prose.describe('Why you ask this person, in your own words.'),
  help: prose.optional().describe('How this letter helps your application, in your own words.'),
  sharedWork: z.array(sharedWorkSchema).default([]).describe('What you did together.'),
  moments: z.array(momentSchema).default([]).describe('Moments that the writer saw, de-identified.'),
  feedback: z
    .array(
      z.strictObject({
        text: prose.describe('What the writer said or wrote, as you remember or as written.'),
        source: line.optional().describe('Where from, such as "mid-rotation feedback".'),
      }),
    )
    .default([])
    .describe('Feedback that the writer gave you.'),
  points: z
    .array(
      z.strictObject({
        point: line.describe('A point that this letter could make, if the writer agrees.'),
        because: line.optional().describe('What the writer saw that supports it.'),
        theme: id.optional().describe('Id of the theme that it supports.'),
      }),
    )
    .default([])
    .describe('Three to five points that this letter could make, most important first.'),
  themes: z
    .array(id)
    .default([])
    .describe('Ids of the themes that this letter should reinforce; by default those of its points.'),
  programs: z
    .array(id)
    .optional()
    .describe('Ids of the programs that get this letter, [] for none; without it, the plan proposes programs.'),
  statement: id.optional().describe('Id of the statement to enclose; by default the one of the specialty.'),
  appendices: z
    .array(z.union([letterAppendixSchema, id]))
    .max(20)
    .default([])
    .describe('PDFs to append, in this order: documents of this letter, or ids of `appendices` of the application.'),
  request: requestSchema.describe('The request as entered in MyERAS, ResidencyCAS or SF Match.'),
  share: share
    .optional()
    .describe('What this packet may show beyond the default; replaces the list of the application.'),
  note: prose.optional().describe('A personal line to close the request letter with.'),
});

export type Letter = z.infer<typeof letterSchema>;
export type Writer = z.infer<typeof writerSchema>;
export type SharedWork = z.infer<typeof sharedWorkSchema>;
export type Moment = z.infer<typeof momentSchema>;
export type LetterRequest = z.infer<typeof requestSchema>;
export type ShareKey = (typeof shareKeys)[number];
export type ServiceId = (typeof services)[number];
export type FormId = (typeof forms)[number];
export type WriterRole = (typeof writerRoles)[number];

/** The built-in role that a role counts as: itself, or `other` for one of the user's own. */
export function builtInRole(role: string): WriterRole {
  return writerRoles.find((known) => known === role) ?? 'other';
}

export type Competency = (typeof competencies)[number];
