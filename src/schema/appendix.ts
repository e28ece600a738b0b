import * as z from 'zod';
import { id, line } from './values.js';

/** What an appended document is. */
export const appendixKinds = [
  'letter-request-form',
  'cv',
  'standardized-form',
  'publication',
  'transcript',
  'other',
] as const;

/** How a document is appended. */
export const appendixModes = ['figure', 'copy', 'attach-only'] as const;

const PAGE_RANGES = /^[1-9]\d{0,4}(?:-(?:[1-9]\d{0,4})?)?(?: *, *[1-9]\d{0,4}(?:-(?:[1-9]\d{0,4})?)?)*$/;

const fields = {
  file: line.describe('PDF file beside the application, such as "request-form.pdf".'),
  title: line.optional().describe('Title to print over its pages and in the outline; by default one made of `kind`.'),
  mode: z
    .enum(appendixModes)
    .optional()
    .describe(
      'How it is appended: "figure" (each page a described picture of itself, the default), "copy" (pages with their ' +
        'own tags and text order), "attach-only" (the file itself, attached to the packet).',
    ),
  pages: z
    .string()
    .trim()
    .max(200)
    .regex(PAGE_RANGES, 'must be page numbers and ranges such as "1-3,5" or "2-"')
    .optional()
    .describe('Pages to append, such as "1-3,5" or "2-"; by default all. In quotes.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as "en" or "vi"')
    .optional()
    .describe('Language of the document (BCP 47) when it is not English, such as "vi".'),
};

/** A document of one letter. */
export const letterAppendixSchema = z.strictObject({
  ...fields,
  kind: z.enum(appendixKinds).default('other').describe('What it is.'),
});

/** A document that several letters name by its id. A Letter Request Form is of one letter alone. */
export const sharedAppendixSchema = z.strictObject({
  id: id.describe('Id of this document, for the `appendices` of letters.'),
  ...fields,
  kind: z
    .enum(appendixKinds)
    .exclude(['letter-request-form'])
    .default('other')
    .describe('What it is. A Letter Request Form stands in its letter.'),
});

export type LetterAppendix = z.infer<typeof letterAppendixSchema>;
export type SharedAppendix = z.infer<typeof sharedAppendixSchema>;
export type AppendixKind = (typeof appendixKinds)[number];
export type AppendixMode = (typeof appendixModes)[number];
