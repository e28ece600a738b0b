import * as z from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 hash in lower-case hexadecimal digits');
const mark = z.string().regex(/^[0-9a-f]{16}$/, 'must be 16 lower-case hexadecimal digits');
const count = z.number().int().min(0);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date as YYYY-MM-DD');

/** Files that a batch writes for an applicant besides packets. */
export const OUTPUT_KINDS = ['plan', 'reminders', 'request', 'reminder', 'thanks'] as const;

export const findingsSchema = z
  .strictObject({ errors: count, warnings: count, notes: count })
  .describe('Findings by severity; silenced ones are not counted.');

export const problemSchema = z.strictObject({
  code: z.string().describe('Stable code, such as "input/unknown-key".'),
  message: z.string().describe('What is wrong.'),
  path: z.string().optional().describe('Where in the data.'),
  place: z.string().optional().describe('Where in a file, as "file:line:column".'),
  hints: z.array(z.string()).default([]).describe('What to do about it.'),
});

export const adviceSchema = z
  .strictObject({
    severity: z.enum(['warning', 'info']),
    code: z.string().describe('Stable code, such as "timing/short-notice".'),
    message: z.string().describe('What was noticed.'),
    who: z.enum(['applicant', 'advisor', 'writer']).optional().describe('Who can mend it.'),
    path: z.string().optional().describe('Where in the data.'),
    hints: z.array(z.string()).default([]).describe('What to do about it.'),
  })
  .describe('A warning or note; silenced ones are left out.');

export const madeFromSchema = z
  .strictObject({
    content: mark.describe('Application, statements and named files.'),
    template: mark.describe('Template and theme.'),
    fonts: mark.describe('Fonts.'),
    options: mark.describe('Other options that change the file.'),
    version: z.string().describe('Version of lor-packet.'),
    today: day.describe('Day of issue.'),
  })
  .describe('What the packet was made from; it is made again when one of these differs.');

export const packetEntrySchema = z.strictObject({
  letter: z.string().describe('Id of the letter.'),
  writer: z.string().describe('Name of the letter writer.'),
  specialty: z.string().describe('Id of the specialty that the letter is for, or "general".'),
  due: day.describe('By when the letter is to be uploaded.'),
  request: z
    .enum(['draft', 'confirmed', 'sent', 'uploaded'])
    .nullable()
    .default(null)
    .describe('Where the request stands; null when an earlier version wrote this entry.'),
  askBy: day.nullable().default(null).describe('By when to ask for the letter; null once the writer was asked.'),
  remindOn: day.nullable().default(null).describe('When to remind the writer next; null when no reminder is ahead.'),
  status: z
    .enum(['ready', 'outdated', 'failed'])
    .describe(
      '"ready": the file is what the input says. "outdated": it could not be made again, or was not asked for, and the file is an earlier one. "failed": there is no file.',
    ),
  file: z
    .string()
    .nullable()
    .describe('The packet, from the folder of the manifest, with "/"; null when there is none.'),
  pages: count.describe('Pages.'),
  bytes: count.describe('Size of the file.'),
  sha256: sha256.nullable().describe('SHA-256 of the file.'),
  findings: findingsSchema.describe('Findings about this packet, by severity.'),
  conformance: z
    .strictObject({
      pdfUa: z.string().nullable().describe('"1" for PDF/UA-1; null when not claimed.'),
      pdfA: z.string().nullable().describe('"2a" or "3a" for PDF/A; null when not claimed.'),
    })
    .nullable()
    .describe('The standards that the file claims; null when there is no file.'),
  seconds: z.number().min(0).describe('Time it took to make.'),
  problems: z.array(problemSchema).default([]).describe('Why it could not be made.'),
  advice: z.array(adviceSchema).default([]).describe('Warnings and notes about the packet.'),
  madeFrom: madeFromSchema.nullable().describe('What it was made from; null when there is no file.'),
});

export const applicantEntrySchema = z.strictObject({
  number: count.describe('Number in the batch, counted from 1; logs with --redact name applicants by it.'),
  id: z.string().nullable().describe('Applicant id; null when the application could not be read.'),
  name: z.string().nullable().describe('Name of the applicant; null when the application could not be read.'),
  folder: z.string().nullable().describe('Folder of the packets; null when there is none.'),
  source: z.string().describe('Where the applicant comes from, as a path from the folder of the manifest.'),
  status: z.enum(['ready', 'failed']).describe('"failed" when the application has errors: nothing was made of it.'),
  findings: findingsSchema.describe('Findings about the application, by severity.'),
  problems: z.array(problemSchema).default([]).describe('The errors of the application.'),
  advice: z.array(adviceSchema).default([]).describe('Warnings and notes about the application.'),
  inputs: z
    .array(z.strictObject({ file: z.string(), sha256 }))
    .describe('The files that were read, from the folder of the application, and what was in them.'),
  letters: z.array(z.string()).describe('Ids of all letters of the application, whether they were made or not.'),
  packets: z.array(packetEntrySchema).describe('Packets in the order of the letters.'),
  outputs: z
    .array(z.strictObject({ kind: z.enum(OUTPUT_KINDS), file: z.string(), sha256, letter: z.string().optional() }))
    .default([])
    .describe('Other files for the applicant (plan, reminders, draft e-mails), from the folder of the manifest.'),
  outputsFrom: mark.nullable().default(null).describe('What those files were made with; null when there are none.'),
});

export const leftOverSchema = z.strictObject({
  file: z.string().describe('A packet of an earlier run whose letter is gone; --prune removes it.'),
  sha256,
});

/** What a batch made and from what: written beside the packets, read by the next run. */
export const manifestSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Web address of this schema.'),
    format: z.literal(1).describe('Version of this format.'),
    version: z.string().describe('Version of lor-packet.'),
    today: day.describe('Day of issue of the last run.'),
    template: z.string().describe('Name of the template of the last run.'),
    shard: z
      .string()
      .regex(/^\d+\/\d+$/)
      .nullable()
      .describe('"2/5" for the second of five parts of a batch; null for the whole.'),
    complete: z.boolean().describe('false when the last run was stopped before its end, or a shard is missing.'),
    summary: z
      .strictObject({
        applicants: count,
        applicantsFailed: count,
        packets: count.describe('Packets that are ready.'),
        packetsFailed: count.describe('Packets that are not ready: those that could not be made, and outdated ones.'),
        pages: count,
        bytes: count,
        findings: findingsSchema,
      })
      .describe('Totals of the entries below.'),
    applicants: z.array(applicantEntrySchema).describe('Applicants by folder; those that could not be read by source.'),
    leftOver: z.array(leftOverSchema).default([]).describe('Packets whose letters are gone.'),
  })
  .describe(
    'The packets of a batch: for each one whose it is, when it is due, what it is made from, and what was found.',
  );

export type Manifest = z.infer<typeof manifestSchema>;
export type ApplicantEntry = z.infer<typeof applicantEntrySchema>;
export type PacketEntry = z.infer<typeof packetEntrySchema>;
export type MadeFrom = z.infer<typeof madeFromSchema>;
export type AdviceEntry = z.infer<typeof adviceSchema>;
export type OutputEntry = ApplicantEntry['outputs'][number];
export type OutputKind = (typeof OUTPUT_KINDS)[number];
export type FindingCounts = z.infer<typeof findingsSchema>;
export type ProblemEntry = z.infer<typeof problemSchema>;
export type LeftOver = z.infer<typeof leftOverSchema>;
