import * as z from 'zod';

/** Text, or null when there is nothing to say. */
export const textOrNull = z.string().nullable();

/** A name in its own script. */
export const nativeName = z.strictObject({ text: z.string(), lang: z.string() });

/** A date both ways. */
export const briefDate = z
  .strictObject({
    iso: z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD.'),
    text: z.string().describe('As printed, such as "September 4, 2026".'),
    weekday: textOrNull.describe('"Friday", when the day is known.'),
  })
  .describe('A date as ISO text and as printed.');

const educationRow = z.strictObject({
  institution: z.string(),
  native: nativeName.nullable(),
  degree: textOrNull.describe('Degree and field.'),
  place: textOrNull,
  period: textOrNull,
  honors: z.array(z.string()),
  detail: textOrNull,
});

/** The record as a writer may see it: the CV section of the brief. */
export const briefCvSchema = z
  .strictObject({
    medicalEducation: z.array(educationRow),
    education: z.array(educationRow),
    training: z.array(
      z.strictObject({
        title: z.string(),
        institution: z.string(),
        native: nativeName.nullable(),
        place: textOrNull,
        period: textOrNull,
        detail: textOrNull,
      }),
    ),
    experiences: z.array(
      z.strictObject({
        title: z.string(),
        organization: z.string(),
        place: textOrNull,
        period: textOrNull,
        facts: z.string().describe('Type, frequency, setting, focus in one line.'),
        characteristic: textOrNull,
        description: z.string(),
        mostMeaningful: textOrNull,
      }),
    ),
    scholarlyWork: z.array(
      z.strictObject({
        type: z.string(),
        title: z.string(),
        authorsBefore: z.string().describe('Authors before the applicant, with a trailing comma.'),
        me: textOrNull.describe("The applicant's own entry, to print in bold."),
        authorsAfter: z.string().describe('Authors after the applicant, with a leading comma.'),
        venue: textOrNull.describe('Journal or meeting, with volume and pages.'),
        year: textOrNull,
        status: textOrNull.describe('Status unless published or presented.'),
        identifier: textOrNull,
        url: textOrNull,
        mostMeaningful: z.boolean(),
      }),
    ),
    usce: z.array(
      z.strictObject({
        site: z.string(),
        place: textOrNull,
        kind: z.string(),
        specialty: z.string(),
        period: z.string(),
        handsOn: z.string(),
      }),
    ),
    awards: z.array(z.strictObject({ name: z.string(), by: textOrNull, year: textOrNull, detail: textOrNull })),
    licensure: z.array(z.strictObject({ name: z.string(), issuer: textOrNull, period: textOrNull })),
    memberships: z.array(z.string()),
    languages: z.array(z.string()),
    exams: z
      .array(z.strictObject({ name: z.string(), year: textOrNull, result: textOrNull }))
      .describe('Only where scores are shared.'),
    marksMostMeaningful: z.boolean().describe('True when an experience or a scholarly item is marked most meaningful.'),
    impactfulExperience: textOrNull.describe('Only where hardship is shared.'),
  })
  .describe('The record, mirroring MyERAS.');
