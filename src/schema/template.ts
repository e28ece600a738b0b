import * as z from 'zod';

import { EMPHASES } from './brief.js';
import { themeSchema } from './theme.js';

/** A partial's name: `brief`, `cv`, `cv/entry`; lower-case letters, digits and hyphens, with `/` for folders. */
export const PARTIAL_NAME = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;

/** A BCP 47 language tag, loosely. */
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

const partialName = z
  .string()
  .max(100)
  .regex(PARTIAL_NAME, 'must be a partial name such as "cv" or "cv/entry": lower-case letters, digits, hyphens');

/** One section of a packet: which partial fills it, and how it sits on its pages. */
export const templateSectionSchema = z.strictObject({
  partial: partialName.describe('Name of the partial that fills the section: partials/<name>.md.hbs.'),
  start: z
    .enum(['page', 'flow'])
    .default('page')
    .describe('"page" begins a new page; "flow" follows the section before it.'),
  fit: z
    .enum(['page', 'none'])
    .default('none')
    .describe('"page": the section must end on the page that it begins on; it is tightened to fit.'),
});

const sectionList = z.array(templateSectionSchema).min(1).max(100);

/** What a template.json may say. */
export const templateManifestSchema = z.strictObject({
  $schema: z.string().optional().describe('Address of the JSON Schema, for editors.'),
  name: z.string().min(1).max(100).describe('Name of the template, shown in messages and lists.'),
  description: z.string().min(1).max(300).optional().describe('What the template is like, in a sentence, for lists.'),
  lang: z
    .string()
    .regex(LANGUAGE_TAG, 'must be a BCP 47 language tag such as "en-US"')
    .default('en-US')
    .describe('Language of the template: it decides on hyphens and quotation marks, and is declared in the PDF.'),
  contract: z.literal(1).describe('Version of the brief contract that the template is written for.'),
  extends: z
    .string()
    .min(1)
    .optional()
    .describe('A built-in template that serves every section, partial and theme token which this one does not have.'),
  sections: sectionList
    .optional()
    .describe(
      'The sections in their order; one that renders to nothing is left out. Needed unless `extends` is there.',
    ),
  orders: z
    .partialRecord(z.enum(EMPHASES), sectionList)
    .optional()
    .describe('Other sections or another order for briefs with this `emphasis`; without an entry, `sections` holds.'),
  theme: themeSchema.optional().describe('How the packet looks; what is left out takes its default.'),
});

/** A section with every setting filled in. */
export type TemplateSection = z.infer<typeof templateSectionSchema>;
/** A template.json after checking, every default filled in, joined with what it extends. */
export type TemplateManifest = z.infer<typeof templateManifestSchema> & {
  readonly sections: readonly TemplateSection[];
};
/** A template.json as a person writes it. */
export type TemplateManifestInput = z.input<typeof templateManifestSchema>;
