import type { LetterPlan, PlannedLetter } from '../plan/index.js';
import { CHECKLIST, CONTACT_LABELS, type FormQuestion } from '../reference/index.js';
import type { Brief } from '../schema/brief.js';
import { dateOf, printDate, printDaysLeft, printList, printPeriod, sentenceCase } from './print.js';

const FOCUS_LABELS = {
  clinical: 'clinical',
  academic: 'academic',
  'clinical-and-academic': 'clinical and academic',
} as const;

/** The request as page 1 states it. */
export function requestOf(plan: LetterPlan, planned: PlannedLetter): Brief['request'] {
  const { letter, service, form, daysLeft, serves } = planned;
  const { request } = letter;
  const names = serves.map((specialty) => specialty.name);
  const isGeneral = planned.specialty === null;
  return {
    forWhat: isGeneral
      ? `General (${printList(serves.map((specialty) => specialty.inText))})`
      : (names[0] ?? letter.specialty),
    specialties: names,
    inText: printList(serves.map((specialty) => specialty.inText)),
    isGeneral,
    crossSpecialty: letter.writer.specialty !== undefined && !planned.sameSpecialty,
    kind: form ? form.name : 'Narrative letter',
    isStandardized: form !== null,
    chairLetter: request.chairLetter,
    newVersion: request.newVersion,
    focus: letter.focus,
    focusLabel: FOCUS_LABELS[letter.focus],
    isPersonal: letter.nature === 'personal',
    waived: request.waived,
    waiver: request.waived
      ? 'I have waived my right to see this letter. It is confidential, and I will never ask to read it.'
      : 'I have not waived my right to see this letter. Please tell me if you would prefer that I do.',
    waiverShort: request.waived ? 'Waived: I will not see it' : 'Not waived',
    service: service.name,
    portal: service.portal,
    season: plan.seasonLabel,
    idLabel: service.idLabel,
    letterId: request.letterId ?? null,
    portalUrl: request.portalUrl ?? null,
    askedOn: request.askedOn ? dateOf(request.askedOn) : null,
    agreedOn: request.agreedOn ? dateOf(request.agreedOn) : null,
    target: dateOf(request.targetDate),
    daysLeft,
    due: printDaysLeft(daysLeft),
    isOverdue: daysLeft < 0,
    status: request.status,
  };
}

type Known = Pick<Brief, 'applicant' | 'writer' | 'relationship'>;
type Answer = (planned: PlannedLetter, known: Known) => string | null;

/** Where the facts of a standardized form come from. */
const ANSWERS: Record<FormQuestion['from'], Answer> = {
  'applicant-name': (_, { applicant }) => applicant.name,
  'aamc-id': (_, { applicant }) => applicant.aamcId,
  'letter-id': ({ letter }) => letter.request.letterId ?? null,
  writer: (_, { writer }) => [writer.name, writer.position, writer.institution].filter(Boolean).join('; '),
  'writer-contact': ({ letter }) => [letter.writer.email, letter.writer.phone].filter(Boolean).join('; ') || null,
  signers: ({ letter }) => letter.writer.signers.join('; ') || null,
  'known-since': (_, { relationship }) => (relationship.knownSince ? `Since ${relationship.knownSince}` : null),
  contact: ({ letter }) =>
    [
      sentenceCase(letter.relationship.summary.replace(/\.$/, '')),
      letter.relationship.contact ? CONTACT_LABELS[letter.relationship.contact] : null,
    ]
      .filter(Boolean)
      .join('; '),
  settings: ({ letter }) =>
    letter.sharedWork
      .map((work) => work.setting)
      .filter(Boolean)
      .join('; ') || null,
  duration: ({ letter }) =>
    letter.sharedWork
      .map((work) =>
        [work.title, printPeriod(work.start, work.end), work.hoursPerWeek ? `${work.hoursPerWeek} hours a week` : null]
          .filter(Boolean)
          .join(', '),
      )
      .join('; ') || null,
  role: ({ letter }) =>
    letter.sharedWork
      .map((work) => work.role)
      .filter(Boolean)
      .join('; ') || null,
  grading: () => 'The policy of your own department',
  'writer-judgement': () => 'Yours alone to write',
};

/** The standardized form with the facts that this application has for it, in its own order. */
export function formOf(planned: PlannedLetter, known: Known): Brief['form'] {
  const { form } = planned;
  if (!form) return null;
  const questions = form.questions.flatMap(({ label, from }) => {
    const value = ANSWERS[from](planned, known);
    return value === null || value === '' ? [] : [{ label, value }];
  });
  return { name: form.name, fullName: form.fullName, note: form.note, questions };
}

/** How to send the letter. A packet of a day before the steps were checked does not say when they were. */
export function submittingOf(planned: PlannedLetter, today: string): Brief['submitting'] {
  const { guide } = planned;
  if (!guide) return null;
  return {
    short: [...guide.short],
    steps: [...guide.steps],
    fileRules: [...guide.fileRules],
    help: guide.help.map(({ text, url }) => ({ text, url: url ?? null })),
    checkedOn: guide.checkedOn <= today ? dateOf(guide.checkedOn) : null,
  };
}

/** What the writer ticks off before sending. */
export function checklistOf(planned: PlannedLetter, aamcId: string | null): string[] {
  const { letter, form, specialty } = planned;
  const items: string[] = [...CHECKLIST.all];
  if (aamcId) items.splice(1, 0, CHECKLIST.aamcId);
  items.push(specialty ? CHECKLIST.specialty : CHECKLIST.general);
  if (letter.request.waived) items.push(CHECKLIST.waived);
  items.push(letter.writer.signers.length > 0 ? CHECKLIST.signers : CHECKLIST.signed);
  items.push(form && form.channel !== 'pdf' ? CHECKLIST.form : CHECKLIST.file);
  return items;
}

/** Events of a season that a writer needs; registration, rank lists and the end of the season concern the applicant. */
const EVENTS_FOR_WRITERS: ReadonlySet<string | undefined> = new Set([
  'applicants-submit',
  'review-begins',
  'match-day',
]);

/** The dates of the packet, in order; reminders share one row. */
export function datesOf(planned: PlannedLetter): Brief['dates'] {
  const { timeline } = planned;
  const reminders = timeline.filter(({ kind }) => kind === 'reminder');
  return timeline.flatMap((event): Brief['dates'] => {
    const { date, label, kind, expected } = event;
    if (kind === 'season' && !EVENTS_FOR_WRITERS.has(event.event)) return [];
    if (kind !== 'reminder') return [{ date: dateOf(date), label, kind, expected }];
    if (event !== reminders[0]) return [];
    const text = printList(reminders.map((reminder) => printDate(reminder.date).replace(/, \d{4}$/, '')));
    const plural = reminders.length > 1 ? 'Short reminders' : 'A short reminder';
    return [{ date: { ...dateOf(date), text }, label: `${plural} from me, unless the letter is in`, kind, expected }];
  });
}
