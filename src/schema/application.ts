import * as z from 'zod';
import { sharedAppendixSchema } from './appendix.js';
import { cvSchema } from './cv.js';
import { letterSchema, share } from './letter.js';
import { referenceSchema } from './reference.js';
import { email, endDate, fullDate, id, line, partialDate, personName, place, prose, webAddress } from './values.js';

export const imgSchema = z
  .strictObject({
    trainingSystem: prose.describe('How medical training works where you trained, for a US reader.'),
    grading: prose.optional().describe('How grades and ranks work there; the scale, not your own marks.'),
    ownGrades: line.optional().describe('Your own marks or rank. Printed only where `share` has "grades".'),
    ecfmg: z
      .strictObject({
        status: z.enum(['certified', 'in-progress', 'not-started']).describe('ECFMG certification.'),
        detail: line.optional().describe('Pathway, dates, what is left, in your own words.'),
      })
      .describe('ECFMG certification status.'),
    strengths: z
      .array(line)
      .default([])
      .describe('What your international experience brings, one line each, with evidence.'),
    adaptability: z.array(line).default([]).describe('Evidence that you adapted to the US system, one line each.'),
    limitedUsExperience: prose
      .optional()
      .describe('If your US clinical experience is limited: what you did about it, in your own words.'),
    gaps: z
      .array(
        z.strictObject({
          start: partialDate.describe('Start of the gap.'),
          end: endDate.describe('End of the gap, or "present".'),
          explanation: prose.describe('What you did, in your own words.'),
        }),
      )
      .default([])
      .describe('Gaps over three months. Printed only where `share` has "gaps".'),
    visa: line.optional().describe('Visa need. Printed only where `share` has "visa".'),
  })
  .describe('For international medical graduates.');

export const applicantSchema = z.strictObject({
  id: id.optional().describe('Names the output folder; by default the name of the input folder.'),
  name: personName.describe('Your name as in MyERAS.'),
  credentials: line.optional().describe('Degrees after your name, such as "MBBS".'),
  pronouns: line.optional().describe('Pronouns, when you want the letter to use them.'),
  aamcId: z
    .string()
    .regex(/^\d{8}$/, 'must be the 8 digits of the AAMC ID, in quotes')
    .optional()
    .describe('AAMC ID: 8 digits, in quotes.'),
  email: email.describe('E-mail address.'),
  phone: line.optional().describe('Telephone with country code.'),
  place: place.optional().describe('City and state where you live now; no street.'),
  website: webAddress.optional().describe('Professional web page.'),
  photo: line
    .optional()
    .describe('Photo beside this file, JPEG or PNG, such as "photo.jpg". Printed only where `share` has "photo".'),
  languages: z
    .array(
      z.strictObject({
        language: line.describe('Language.'),
        level: z.enum(['native', 'fluent', 'advanced', 'intermediate', 'basic']).describe('Level.'),
      }),
    )
    .default([])
    .describe('Languages.'),
  img: imgSchema.optional().describe('Fill in if you are an international medical graduate.'),
});

export const statementSchema = z.strictObject({
  id: id.describe('Id of this statement.'),
  specialty: id.describe('Id of the specialty that it is for.'),
  status: z.enum(['draft', 'final']).describe('Draft or final; it can be edited in MyERAS at any time.'),
  date: fullDate.describe('Date of this version.'),
  file: line.optional().describe('Markdown file beside the application, such as "personal-statement.md".'),
  text: z.string().min(1).max(40_000).optional().describe('The text itself (Markdown), instead of `file`.'),
});

export const themeOfApplicationSchema = z.strictObject({
  id: id.describe('Id of this theme.'),
  title: line.describe('The theme in a few words, such as "Careful with handoffs".'),
  claim: line.describe('What it says about you, in one sentence.'),
  specialties: z.array(id).default([]).describe('Ids of the specialties that it serves; none means all.'),
  evidence: z
    .array(
      z.strictObject({
        text: line.describe('The evidence, in one line.'),
        from: z
          .string()
          .regex(
            /^(experience|scholarly|usce|award|statement)\/[a-z0-9][a-z0-9_-]{0,63}$/i,
            'must be "experience/ID", "scholarly/ID", "usce/ID", "award/ID" or "statement/ID"',
          )
          .optional()
          .describe('Where it stands: "experience/ID", "scholarly/ID", "usce/ID", "award/ID" or "statement/ID".'),
      }),
    )
    .default([])
    .describe('Evidence, strongest first.'),
});

export const targetSpecialtySchema = z.strictObject({
  id: id.describe('Id, such as "internal-medicine"; known ids bring their service, form and letter counts.'),
  name: line.optional().describe('Name to print, when the id is not a known specialty.'),
  primary: z.boolean().default(false).describe('true for your first choice when you apply to two specialties.'),
  goals: prose.describe('What you want to become and why, in two or three sentences.'),
  lookingFor: z.array(line).default([]).describe('What kind of program you look for, one line each.'),
});

export const programSchema = z.strictObject({
  id: id.describe('Id of this program.'),
  institution: line.describe('Institution.'),
  specialty: id.describe('Id of the specialty.'),
  track: z
    .enum(['categorical', 'preliminary', 'advanced', 'transitional', 'primary-care', 'research'])
    .default('categorical')
    .describe('Track.'),
  place: place.optional().describe('City and state.'),
  type: z
    .enum(['university', 'university-affiliated', 'community', 'military'])
    .optional()
    .describe('Type of program.'),
  focus: z.array(line).default([]).describe('What it is known for or looks for, such as "research" or "primary care".'),
  signal: z.enum(['none', 'gold', 'silver']).default('none').describe('Program signal; never shown to writers.'),
  lettersWanted: z
    .number()
    .int()
    .min(0)
    .max(4)
    .optional()
    .describe('Letters that it wants; by default the usual number.'),
});

/** The whole application of one applicant: the input format of lor-packet. */
export const applicationSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Web address of this schema, for editors.'),
    format: z.literal(1).default(1).describe('Version of this format.'),
    season: z
      .number()
      .int()
      .min(2026)
      .max(2040)
      .describe('Season, by the year in which training starts: 2027 for ERAS 2027 (applications in autumn 2026).'),
    applicant: applicantSchema.describe('Who applies.'),
    cv: cvSchema.describe('The record, mirroring MyERAS.'),
    specialties: z
      .array(targetSpecialtySchema)
      .min(1)
      .describe('Specialties you apply to; two for a dual application.'),
    statements: z.array(statementSchema).default([]).describe('Personal statements, one per specialty.'),
    themes: z
      .array(themeOfApplicationSchema)
      .default([])
      .describe('What statement and CV say about you, with evidence.'),
    programs: z
      .array(programSchema)
      .default([])
      .describe('Programs you apply to; names are printed only where shared.'),
    appendices: z
      .array(sharedAppendixSchema)
      .default([])
      .describe('PDFs that several packets append, such as a CV; a packet has one only where its letter names it.'),
    letters: z.array(letterSchema).min(1).describe('Letters, one per writer and request.'),
    share: share.default([]).describe('What all packets may show beyond the default.'),
    reference: z
      .union([referenceSchema, line])
      .optional()
      .describe('Own rows over the built-in reference tables, or a file beside this one with them: "reference.yaml".'),
    silence: z
      .array(
        z.strictObject({
          code: line.describe('Code of the finding, such as "letters/one-site"; errors cannot be silenced.'),
          letter: id.optional().describe('Id of the letter that it is about; by default every finding of that code.'),
          reason: line.describe('Why it does not apply; shown in place of the finding.'),
        }),
      )
      .default([])
      .describe('Findings of "lor-packet check" that you have looked at and set aside, each with a reason.'),
    advisor: z
      .strictObject({
        name: line.optional().describe('Name of your advisor.'),
        email: email.optional().describe('E-mail address of your advisor.'),
        notes: prose.optional().describe('Notes between you and your advisor.'),
      })
      .optional()
      .describe('Your advisor. Nothing of this is ever shown to a writer.'),
  })
  .describe(
    'Application of one residency applicant, from which lor-packet makes a briefing packet for each letter writer.',
  );

export type Application = z.infer<typeof applicationSchema>;
/** An application as written in a file: fields with a default may be left out. */
export type ApplicationInput = z.input<typeof applicationSchema>;
export type Applicant = z.infer<typeof applicantSchema>;
export type ImgBackground = z.infer<typeof imgSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type ApplicationTheme = z.infer<typeof themeOfApplicationSchema>;
export type TargetSpecialty = z.infer<typeof targetSpecialtySchema>;
export type Program = z.infer<typeof programSchema>;
