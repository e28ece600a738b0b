import type { LetterPlan, PlannedLetter } from '../plan/index.js';
import { CONTACT_LABELS, type FormQuestion } from '../reference/index.js';
import type { Brief } from '../schema/brief.js';
import { dateOf, printDaysLeft, printList, printPeriod } from './print.js';
import { formInText, routeOf } from './sending-routes.js';

const FOCUS_LABELS = {
  clinical: 'clinical',
  academic: 'academic',
  'clinical-and-academic': 'clinical and academic',
} as const;

function askedOf({ letter, form }: PlannedLetter): string {
  if (form) return `the ${formInText(form)}`;
  if (letter.nature === 'personal') return 'a personal letter of recommendation';
  if (letter.focus === 'clinical-and-academic') return 'a letter of recommendation';
  return letter.focus === 'academic' ? 'an academic letter of recommendation' : 'a clinical letter of recommendation';
}

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
    asked: askedOf(planned),
    chairLetter: request.chairLetter,
    newVersion: request.newVersion,
    focus: letter.focus,
    focusLabel: FOCUS_LABELS[letter.focus],
    isPersonal: letter.nature === 'personal',
    waived: request.waived,
    waiver: request.waived
      ? 'This letter is confidential: I waived my right to see it and will not ask for it.'
      : 'I have not waived my right to see this letter. Please tell me if you would prefer that I do.',
    waiverShort: request.waived ? 'I have waived my right to see it' : 'I have not waived my right to see it',
    service: service.name,
    portal: routeOf(planned)?.via ?? service.portal,
    season: planned.seasonLabel,
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
    isUploaded: request.status === 'uploaded',
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
  contact: ({ letter }, { relationship }) =>
    [
      relationship.summary.replace(/\.$/, ''),
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
        [
          work.title,
          printPeriod(work.start, work.end),
          work.hoursPerWeek ? `${work.hoursPerWeek}\u00a0hours a week` : null,
        ]
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
