import * as z from 'zod';
import { briefDate, textOrNull } from './brief-record.js';
import { briefSchema } from './brief.js';

const count = z.number().int();
const href = z.string().describe('Relative address, ready for an attribute.');

const finding = z.strictObject({
  applicant: z.string().describe('Name of the applicant.'),
  letter: textOrNull.describe('Id of the letter that it is about.'),
  severity: z.string().describe('"Warning" or "Note".'),
  isWarning: z.boolean(),
  message: z.string(),
  hint: textOrNull.describe('What to do about it.'),
  code: z.string(),
});

const findingGroup = z.strictObject({
  who: z.enum(['applicant', 'advisor', 'writer']).describe('Who must act.'),
  label: z.string().describe('The same as a heading.'),
  total: count,
  findings: z.array(finding),
});

const due = z.strictObject({
  date: briefDate,
  daysLeft: count.describe('Days from issue; negative when passed.'),
  due: z.string().describe('"in 3 days", "today", "2 days overdue".'),
  isOverdue: z.boolean(),
  isIn: z.boolean().describe('True when the letter is in.'),
  applicant: z.string(),
  writer: z.string(),
  letter: z.string().describe('Id of the letter.'),
  forWhat: z.string().describe('Id of the specialty, or "general".'),
  request: z.string().describe('Where the request stands, in words.'),
  next: z.string().describe('What comes next.'),
  packet: z.strictObject({
    href: href.nullable(),
    state: z.string().describe('"ready", "outdated" or "failed".'),
    isReady: z.boolean(),
    pages: count,
  }),
  drafts: z.array(z.strictObject({ label: z.string(), href })).describe('Draft e-mails.'),
});

/** Data of `pages/index.html.hbs`: the page that an advisor opens first. */
export const indexPageSchema = z.strictObject({
  issued: briefDate.describe('Day of issue.'),
  part: textOrNull.describe('"part 2 of 5" for a shard.'),
  isComplete: z.boolean().describe('False when a run was stopped before its end, or a shard is missing.'),
  manifest: z.strictObject({ json: href, csv: href }),
  summary: z.strictObject({
    applicants: count,
    applicantsFailed: count,
    packets: count.describe('Packets that are ready.'),
    outdated: count.describe('Packets of an earlier run that were not made again.'),
    failed: count.describe('Packets that are not there.'),
    pages: count,
    overdue: count.describe('Letters past their date that are not in.'),
    isIn: count.describe('Letters that are in.'),
    warnings: count,
    notes: count,
  }),
  due: z.array(due).describe('Letters that are not in, by date.'),
  uploaded: z.array(due).describe('Letters that are in, by date.'),
  failures: z
    .array(
      z.strictObject({
        who: z.string().describe('Name of the applicant, or where the application is.'),
        letter: textOrNull,
        kept: z.boolean().describe('True when packets of an earlier run are still there.'),
        problems: z.array(z.strictObject({ message: z.string(), place: textOrNull, hint: textOrNull })),
      }),
    )
    .describe('Applicants and packets that could not be made.'),
  acts: z.array(findingGroup).describe('Findings by who must act.'),
  applicants: z.array(
    z.strictObject({
      name: z.string(),
      id: z.string(),
      letters: count,
      isIn: count,
      packets: count.describe('Packets that are ready.'),
      next: briefDate.nullable().describe('Date of the next letter that is not in.'),
      plan: href.nullable(),
      reminders: href.nullable(),
      warnings: count,
    }),
  ),
});
export type IndexPage = z.infer<typeof indexPageSchema>;

const planEvent = z.strictObject({ date: briefDate, label: z.string(), expected: z.boolean(), isPast: z.boolean() });
const planMark = z.strictObject({
  key: z.string().describe('Key of the letter.'),
  mark: z.enum(['fixed', 'proposed', 'left-out', 'none']),
  label: z.string().describe('The mark in words.'),
});

/** Data of `pages/plan.html.hbs`: one applicant's letters, programs and dates. */
export const planPageSchema = z.strictObject({
  applicant: z.strictObject({ name: z.string(), id: z.string() }),
  seasons: z.string(),
  issued: briefDate,
  reminders: href.nullable(),
  letters: z.array(
    z.strictObject({
      key: z.string().describe('By which the letter is named in the tables.'),
      id: z.string(),
      writer: z.string(),
      forWhat: z.string(),
      request: z.string(),
      due: briefDate,
      left: z.string(),
      isOverdue: z.boolean(),
      programs: count,
      packet: href.nullable(),
    }),
  ),
  specialties: z.array(
    z.strictObject({
      name: z.string(),
      total: count,
      letters: z.array(z.strictObject({ key: z.string(), writer: z.string() })),
      rows: z.array(
        z.strictObject({
          program: z.string(),
          institution: z.string(),
          marks: z.array(planMark),
          given: count,
          wanted: count,
          isShort: z.boolean(),
        }),
      ),
      reasons: z.array(
        z.strictObject({
          programs: z.string(),
          reasons: z.array(z.strictObject({ key: z.string(), label: z.string(), reason: z.string() })),
        }),
      ),
    }),
  ),
  dates: z.array(
    z.strictObject({
      key: z.string(),
      writer: z.string(),
      events: z.array(planEvent),
      lateSteps: z.array(z.string()),
    }),
  ),
  seasonDates: z.array(z.strictObject({ label: z.string(), events: z.array(planEvent) })),
  acts: z.array(findingGroup),
});
export type PlanPage = z.infer<typeof planPageSchema>;

/** Data of `calendar/event.txt.hbs`: one date of an applicant's calendar. */
export const calendarEventSchema = z.strictObject({
  kind: z.enum(['ask-by', 'reminder', 'target', 'thanks', 'season']),
  label: z.string(),
  date: briefDate,
  expected: z.boolean().describe('True where the date is not settled yet.'),
  isIn: z.boolean().describe('True when the letter is in.'),
  applicant: z.string(),
  season: z.string(),
  letter: z
    .strictObject({ id: z.string(), writer: z.string(), forWhat: z.string(), target: briefDate, letterId: textOrNull })
    .nullable()
    .describe('Null for a date of the season.'),
});
export type CalendarEvent = z.infer<typeof calendarEventSchema>;

/** Data of `mail/*.txt.hbs`: the brief of the letter, and what the e-mail is. */
export const mailSchema = briefSchema.extend({
  mail: z.strictObject({
    kind: z.enum(['request', 'reminder', 'thanks']),
    attachment: textOrNull.describe('Name of the attached packet.'),
    pages: count.describe('Its pages; 0 without one.'),
  }),
});
export type MailData = z.infer<typeof mailSchema>;
