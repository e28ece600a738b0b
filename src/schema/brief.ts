import * as z from 'zod';
import { briefChartsSchema, briefTimelineSchema } from './brief-figures.js';
import { briefCvSchema, briefDate, nativeName, textOrNull } from './brief-record.js';

/** Version of the contract between the brief and templates. It rises when a template made for it would break. */
export const BRIEF_CONTRACT = 1;

/** What a letter rests on most; templates may order their sections by it. */
export const EMPHASES = ['work', 'scholarship', 'record'] as const;
export type Emphasis = (typeof EMPHASES)[number];

/** Text that is Markdown: templates print it as `{{{md x}}}`. */
const markdown = () => z.string().meta({ contentMediaType: 'text/markdown' });

const applicant = z
  .strictObject({
    name: z.string().describe('Full name as in MyERAS.'),
    shortName: z.string().describe('Title and family name, or preferred name, for running text.'),
    preferred: textOrNull.describe('Name that the applicant goes by.'),
    pronunciation: textOrNull.describe('How to say the name.'),
    native: nativeName.nullable().describe('The name in its own script.'),
    credentials: textOrNull.describe('Degrees, such as "MD".'),
    pronouns: textOrNull.describe('Pronouns, when given.'),
    aamcId: textOrNull.describe('AAMC ID.'),
    email: z.string().describe('E-mail address.'),
    phone: textOrNull.describe('Telephone.'),
    place: textOrNull.describe('City and state.'),
    website: textOrNull.describe('Web page.'),
    photo: textOrNull.describe(
      'What the photo shows, for `:::photo alt="{{applicant.photo}}"`; null unless the photo is shared with this writer.',
    ),
    school: z.string().describe('Medical school.'),
    schoolNative: nativeName.nullable().describe('Medical school in its own script.'),
    schoolPlace: textOrNull.describe('Where the school is.'),
    graduated: textOrNull.describe('Year of graduation.'),
    graduation: textOrNull.describe('The same in words: "graduated 2023", or "graduating 2027" where it lies ahead.'),
    languages: z.array(z.string()).describe('Languages with level, such as "Vietnamese (native)".'),
    isImg: z.boolean().describe('True for an international medical graduate.'),
  })
  .describe('Who asks.');

const writer = z
  .strictObject({
    name: z.string().describe('Full name with credentials.'),
    addressAs: z.string().describe('For the salutation, such as "Dr. Alvarez".'),
    role: z.enum(['attending', 'professor', 'research-pi', 'program-director', 'chair', 'committee', 'other']),
    roleLabel: z.string().describe('Role in words, such as "attending physician".'),
    native: nativeName.nullable().describe('Name in its own script.'),
    position: textOrNull.describe('Position.'),
    department: textOrNull.describe('Department.'),
    institution: z.string().describe('Institution.'),
    institutionNative: nativeName.nullable().describe('Institution in its own script.'),
    place: textOrNull.describe('Where the institution is.'),
    isUs: z.boolean().describe('True when the writer practices in the United States.'),
    specialty: textOrNull.describe("The writer's own specialty."),
    email: textOrNull.describe("The writer's e-mail address, to which the portal writes."),
    signers: z.array(z.string()).describe('Everyone who signs a committee letter.'),
  })
  .describe('Who is asked: the writer of this packet and no other.');

const request = z
  .strictObject({
    forWhat: z.string().describe('What the letter is for: a specialty, or "General (…)".'),
    specialties: z.array(z.string()).describe('Specialties that it serves.'),
    inText: z.string().describe('The same inside a sentence: "internal medicine", "internal medicine and neurology".'),
    isGeneral: z.boolean().describe('True for a general letter.'),
    crossSpecialty: z.boolean().describe("True when the writer's specialty is known and another than the letter's."),
    kind: z.string().describe('"Narrative letter" or the name of the standardized form.'),
    isStandardized: z.boolean().describe('True for a standardized form.'),
    asked: z
      .string()
      .describe('What is asked for inside a sentence: "a clinical letter of recommendation", "the eSLOE".'),
    chairLetter: z.boolean().describe('True when it is the department chair letter.'),
    newVersion: z.boolean().describe('True when it updates a letter of an earlier season.'),
    focus: z.enum(['clinical', 'academic', 'clinical-and-academic']),
    focusLabel: z.string().describe('"clinical", "academic" or "clinical and academic".'),
    isPersonal: z.boolean().describe('True for a personal letter.'),
    waived: z.boolean().describe('True when the right to see the letter is waived.'),
    waiver: z.string().describe('The waiver in a sentence.'),
    waiverShort: z.string().describe('The waiver in a few words.'),
    service: z.string().describe('Service in words.'),
    portal: z.string().describe('Where the writer uploads.'),
    season: z.string().describe('Season, such as "ERAS 2027".'),
    idLabel: z.string().describe('What the number is called.'),
    letterId: textOrNull.describe('Letter ID of this request.'),
    portalUrl: textOrNull.describe('Web address of the upload page.'),
    askedOn: briefDate.nullable(),
    agreedOn: briefDate.nullable(),
    target: briefDate.describe('By when.'),
    daysLeft: z.number().int().describe('Days from issue to the target date; negative when passed.'),
    due: z.string().describe('"in 60 days", "tomorrow", "3 days ago".'),
    isOverdue: z.boolean(),
    status: z.enum(['draft', 'confirmed', 'sent', 'uploaded']),
    isUploaded: z.boolean().describe('True when the letter is in: the packet then thanks and asks for nothing.'),
  })
  .describe('The request.');

const form = z
  .strictObject({
    name: z.string(),
    fullName: z.string(),
    note: z.string().describe('How it travels and what it leaves out.'),
    questions: z
      .array(
        z.strictObject({ label: z.string(), value: z.string().describe('The fact, or what only the writer can say.') }),
      )
      .describe('The facts that it asks for, in its order.'),
  })
  .describe('The standardized form, with the facts in its own order.');

const work = z.strictObject({
  title: z.string(),
  kind: z.string(),
  site: textOrNull,
  period: textOrNull,
  setting: textOrNull,
  handsOn: textOrNull.describe('"hands-on, under supervision" or "observing".'),
  hours: textOrNull.describe('Such as "60 hours a week".'),
  contact: textOrNull,
  role: textOrNull,
  did: z.array(z.string()),
});

const moment = z.strictObject({
  title: z.string(),
  when: textOrNull,
  situation: z.string(),
  action: z.string(),
  result: z.string(),
  competencies: textOrNull.describe('ACGME competencies, such as "patient care and communication".'),
});

const img = z.strictObject({
  trainingSystem: textOrNull.describe('How training works there; null for a writer of the same country, who knows.'),
  grading: textOrNull.describe('The scale of grades; null for a writer of the same country.'),
  ownGrades: textOrNull.describe('Only where shared.'),
  ecfmg: z.string(),
  usce: z.array(
    z.strictObject({
      site: z.string(),
      place: textOrNull,
      kind: z.string(),
      specialty: z.string(),
      period: z.string(),
      handsOn: z.string().describe('"hands-on" or "observing".'),
      hours: textOrNull,
      duties: textOrNull,
      withWriter: z.boolean().describe('True when the writer of this packet supervised it.'),
    }),
  ),
  strengths: z.array(z.string()),
  adaptability: z.array(z.string()),
  limitedUsExperience: textOrNull,
  gaps: z.array(z.strictObject({ period: z.string(), explanation: z.string() })).describe('Only where shared.'),
  visa: textOrNull.describe('Only where shared.'),
  notes: z.array(z.string()).describe('Letterhead, language and comparison notes for this writer.'),
});

/**
 * Everything that a template may see: plain data about one letter, and only what its writer may see. Every key is
 * always there.
 */
export const briefSchema = z
  .strictObject({
    contract: z.literal(BRIEF_CONTRACT),
    issued: briefDate.describe('Day of issue.'),
    title: z.string().describe('Title of the packet.'),
    emphasis: z
      .enum(EMPHASES)
      .describe('What the letter rests on most: work seen, scholarly work, or the whole record.'),
    applicant,
    writer,
    request,
    form: form.nullable(),
    points: z
      .array(
        z.strictObject({
          point: z.string(),
          because: textOrNull.describe('What the writer saw that supports it.'),
          theme: textOrNull.describe('Title of the theme that it supports.'),
        }),
      )
      .describe('Points that this letter could make.'),
    relationship: z.strictObject({ summary: z.string(), knownSince: textOrNull, contact: textOrNull }),
    whyYou: markdown().describe('Why this writer, in the applicant’s words.'),
    help: markdown().nullable().describe('How the letter helps, in the applicant’s words.'),
    note: markdown().nullable().describe('A personal line to close with.'),
    goals: z.array(
      z.strictObject({
        specialty: z.string(),
        goals: z.string(),
        lookingFor: z.array(z.string()),
        isPrimary: z.boolean(),
      }),
    ),
    work: z.array(work),
    moments: z.array(moment),
    feedback: z.array(z.strictObject({ text: z.string(), source: textOrNull })),
    guidance: z
      .strictObject({
        purpose: z.array(z.string()).describe('What this kind of letter is for.'),
        role: z.array(z.string()).describe('What a writer in this role can say that nobody else can.'),
        reader: z
          .array(z.string())
          .describe('What the readers of the letter want to know; empty for a writer abroad, who has `usLetters`.'),
        usLetters: z
          .array(z.string())
          .describe('For a writer abroad: what programs in the United States look for in a letter. Else empty.'),
      })
      .describe('Guidance for this kind of letter and this writer.'),
    destination: z
      .strictObject({
        total: z.number().int().describe('Number of programs that get this letter.'),
        bySpecialty: z.array(
          z.strictObject({
            specialty: z.string(),
            count: z.number().int(),
            types: textOrNull.describe('Such as "8 university, 6 community" or "all university".'),
            regions: textOrNull.describe('States.'),
            focus: z.array(z.string()).describe('What these programs are known for.'),
          }),
        ),
        programs: z
          .array(
            z.strictObject({ institution: z.string(), place: textOrNull, specialty: z.string(), type: textOrNull }),
          )
          .nullable()
          .describe('Names, only where shared.'),
      })
      .describe('Where the letter is going.'),
    img: img.nullable().describe('International background.'),
    themes: z.array(
      z.strictObject({
        title: z.string(),
        claim: z.string(),
        isFocus: z.boolean().describe('True for a theme that this letter should reinforce.'),
        evidence: z.array(
          z.strictObject({ text: z.string(), where: textOrNull.describe('Where it stands in CV or statement.') }),
        ),
      }),
    ),
    cv: briefCvSchema,
    statement: z
      .strictObject({
        specialty: z.string(),
        status: z.string().describe('"Draft" or "Final".'),
        date: briefDate,
        text: markdown().describe('The statement.'),
      })
      .nullable(),
    submitting: z
      .strictObject({
        short: z.array(z.string()),
        steps: z.array(z.string()),
        fileRules: z.array(z.string()),
        help: z.array(z.strictObject({ text: z.string(), url: textOrNull })),
        checkedOn: briefDate
          .nullable()
          .describe('When the steps were compared with their source; null when that was after the day of issue.'),
      })
      .nullable()
      .describe('How to send the letter; null when no guide is known for this service and season.'),
    checklist: z.array(z.string()).describe('What to check before sending; empty when the letter is in.'),
    confidentiality: z.array(z.string()).describe('The waiver, and what school records need, in sentences.'),
    dates: z.array(
      z.strictObject({
        date: briefDate,
        label: z.string(),
        kind: z.enum(['request', 'reminder', 'target', 'season']),
        expected: z.boolean(),
      }),
    ),
    timeline: briefTimelineSchema,
    charts: briefChartsSchema,
    datesNote: textOrNull.describe(
      'How long a service needs to process the letter, and that expected dates may move, where it matters.',
    ),
    appendices: z
      .array(
        z.strictObject({
          label: textOrNull.describe('Its letter, such as "A"; null when no pages of it follow.'),
          title: z.string(),
          kind: z.string().describe('Such as "Letter Request Form" or "document".'),
          count: z.number().int().describe('Number of its pages in this packet.'),
          pages: textOrNull.describe('Where they are, such as "A-1 to A-3".'),
          isAttached: z.boolean().describe('True when it is attached as a file.'),
          missing: textOrNull.describe('Why it should be here and is not, in a sentence.'),
        }),
      )
      .describe('Documents that come with this packet, after its own pages.'),
  })
  .describe('The brief: what a template may see of one letter.');

/** The brief of one letter; see {@link briefSchema}. */
export type Brief = z.infer<typeof briefSchema>;
