import * as z from 'zod';
import { endDate, id, line, nativeText, orOwn, partialDate, place, prose, webAddress } from './values.js';

/** Most experiences that MyERAS takes (facts §1.4 [AAMC-EXP]). */
export const MAX_EXPERIENCES = 10;
/** Most meaningful experiences and scholarly items, each (facts §1.4). */
export const MAX_MOST_MEANINGFUL = 3;

const period = {
  start: partialDate.optional().describe('Start: YYYY, YYYY-MM or YYYY-MM-DD.'),
  end: endDate.optional().describe('End: YYYY, YYYY-MM, YYYY-MM-DD, or "present".'),
};

export const experienceTypes = [
  'education-training',
  'military-service',
  'other-extracurricular',
  'professional-organization',
  'research',
  'teaching-mentoring',
  'volunteer-service-advocacy',
  'work',
] as const;
export const focusAreas = [
  'basic-science',
  'clinical-translational-science',
  'community-involvement-outreach',
  'customer-service',
  'health-care-administration',
  'improving-access',
  'medical-education',
  'music-athletics-art',
  'promoting-wellness',
  'public-health',
  'quality-improvement',
  'social-justice-advocacy',
] as const;
export const keyCharacteristics = [
  'communication',
  'critical-thinking-problem-solving',
  'cultural-humility',
  'empathy-compassion',
  'ethical-responsibility',
  'ingenuity-innovation',
  'reliability',
  'resilience-adaptability',
  'self-reflection',
  'teamwork-leadership',
] as const;

export const educationSchema = z.strictObject({
  institution: line.describe('Name of the institution in Latin letters.'),
  native: nativeText.optional().describe('Its name in its own script.'),
  degree: line.optional().describe('Degree, such as "BSc".'),
  field: line.optional().describe('Field of study.'),
  place: place.optional().describe('Where it is.'),
  ...period,
  honors: z.array(line).default([]).describe('Honors of this degree.'),
});

export const trainingSchema = z.strictObject({
  institution: line.describe('Hospital or institution.'),
  native: nativeText.optional().describe('Its name in its own script.'),
  title: line.describe('Position, such as "House Officer (compulsory rotating internship)".'),
  place: place.optional().describe('Where it is.'),
  ...period,
  detail: prose.optional().describe('What it consisted of.'),
});

export const experienceSchema = z.strictObject({
  id: id.describe('Id of this experience; themes and shared work refer to it.'),
  organization: line.describe('Organization.'),
  title: line.describe('Position title.'),
  type: orOwn(experienceTypes).describe('Experience type of MyERAS.'),
  place: place.optional().describe('Where it took place.'),
  ...period,
  frequency: z
    .enum(['one-time', 'daily', 'weekly', 'monthly', 'quarterly', 'annually'])
    .optional()
    .describe('How often.'),
  setting: z.enum(['rural', 'suburban', 'urban']).optional().describe('Setting.'),
  focus: orOwn(focusAreas).optional().describe('Primary focus area of MyERAS.'),
  characteristic: orOwn(keyCharacteristics).optional().describe('Key characteristic of MyERAS.'),
  description: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(750, 'must be at most 750 characters, the limit of MyERAS')
    .describe('What you did; at most 750 characters, the limit of MyERAS.'),
  mostMeaningful: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(300, 'must be at most 300 characters, the limit of MyERAS')
    .optional()
    .describe('Why it is one of your three most meaningful; at most 300 characters. Leave out on the others.'),
});

export const scholarlyWorkSchema = z.strictObject({
  id: id.describe('Id of this item; themes refer to it.'),
  type: z
    .enum(['journal-article', 'book-chapter', 'abstract', 'oral-presentation', 'poster'])
    .describe('One of the five types of MyERAS since ERAS 2027.'),
  title: line.describe('Title.'),
  authors: z.array(line).min(1).describe('Authors as "Smith AB"; write your own name exactly as in `me`.'),
  me: line.optional().describe('Your own entry in `authors`, printed in bold.'),
  venue: line.optional().describe('Journal, book, or meeting.'),
  date: partialDate.optional().describe('Date of publication or presentation.'),
  status: z
    .enum(['published', 'in-press', 'accepted', 'submitted', 'presented'])
    .default('published')
    .describe('Status.'),
  citation: line.optional().describe('Volume, issue, pages.'),
  identifier: line.optional().describe('PMID or DOI, such as "doi:10.1000/xyz".'),
  url: webAddress.optional().describe('Web address.'),
  mostMeaningful: z.boolean().default(false).describe('One of the three most meaningful.'),
});

export const usceSchema = z.strictObject({
  id: id.describe('Id of this US clinical experience.'),
  site: line.describe('Hospital or clinic.'),
  place: place.optional().describe('Where it is.'),
  kind: z
    .enum(['clerkship', 'elective', 'sub-internship', 'externship', 'observership', 'research', 'telehealth'])
    .describe('Kind of US experience.'),
  specialty: line.describe('Specialty or service, such as "Inpatient internal medicine".'),
  ...period,
  handsOn: z.boolean().describe('true when you examined patients and took part in care; false for observing.'),
  supervisor: line
    .optional()
    .describe('Supervising physician. Printed only in the packet of the letter with the same writer.'),
  hoursPerWeek: z.number().int().min(1).max(120).optional().describe('Hours a week.'),
  duties: line.optional().describe('What you were allowed and trusted to do, in one line.'),
});

export const cvSchema = z.strictObject({
  medicalEducation: z
    .array(
      educationSchema.extend({
        graduated: partialDate.optional().describe('Date of graduation.'),
        clinicalYears: line
          .optional()
          .describe('Clinical years, such as "two clinical years and a one-year internship".'),
      }),
    )
    .min(1)
    .describe('Medical schools, latest first.'),
  education: z.array(educationSchema).default([]).describe('Other higher education, latest first.'),
  training: z.array(trainingSchema).default([]).describe('Internships, residencies and other postgraduate training.'),
  experiences: z
    .array(experienceSchema)
    .max(MAX_EXPERIENCES, 'MyERAS takes at most 10 experiences')
    .default([])
    .describe('Experiences, latest first; MyERAS takes at most 10.'),
  scholarlyWork: z.array(scholarlyWorkSchema).default([]).describe('Scholarly work, latest first.'),
  usce: z.array(usceSchema).default([]).describe('US clinical experience, latest first.'),
  exams: z
    .array(
      z.strictObject({
        name: line.describe('Exam, such as "USMLE Step 2 CK".'),
        date: partialDate.optional().describe('When taken.'),
        result: line.optional().describe('Result or score. Printed only where `share` has "scores".'),
      }),
    )
    .default([])
    .describe('Exams. Printed only in packets whose `share` has "scores".'),
  awards: z
    .array(
      z.strictObject({
        id: id.optional().describe('Id, when a theme refers to it.'),
        name: line.describe('Award or honor.'),
        by: line.optional().describe('Who gave it.'),
        date: partialDate.optional().describe('When.'),
        detail: line.optional().describe('What it is given for, such as "top 5 of 412 graduates".'),
      }),
    )
    .default([])
    .describe('Awards and honors, latest first.'),
  licensure: z
    .array(
      z.strictObject({
        name: line.describe('License or certificate, such as "ACLS".'),
        issuer: line.optional().describe('Issued by.'),
        date: partialDate.optional().describe('Issued on.'),
        expires: partialDate.optional().describe('Valid until.'),
      }),
    )
    .default([])
    .describe('Licenses and certificates (no license numbers).'),
  memberships: z.array(line).default([]).describe('Memberships in professional and honor societies.'),
  impactfulExperience: prose
    .optional()
    .describe('Hardship or obstacle ("impactful experience"). Printed only where `share` has "hardship".'),
});

export type Cv = z.infer<typeof cvSchema>;
export type Experience = z.infer<typeof experienceSchema>;
export type ScholarlyWork = z.infer<typeof scholarlyWorkSchema>;
export type Usce = z.infer<typeof usceSchema>;
