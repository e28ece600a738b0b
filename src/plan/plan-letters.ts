import type { Diagnostic } from '../diagnostics/index.js';
import {
  BUILTIN_REFERENCE,
  eventsFor,
  findApplicationSystem,
  findForm,
  findSeason,
  findService,
  findServiceFor,
  findSpecialty,
  findUploadGuide,
  isOfSpecialty,
  type Reference,
  type Season,
  type Service,
} from '../reference/index.js';
import type { Application } from '../schema/application.js';
import type { Letter } from '../schema/letter.js';
import { requireDay } from '../schema/require-day.js';
import { askBy } from './ask-by.js';
import { assignLetters } from './assignments.js';
import { daysBetween } from './calendar.js';
import { findingsOf } from './findings/index.js';
import { lateSteps } from './late-request.js';
import { type LetterDraft, traitsOf } from './letter-traits.js';
import { planReference } from './plan-reference.js';
import { letterAgenda, letterTimeline } from './timeline.js';
import type { LetterPlan, PlannedLetter, PlannedSpecialty } from './types.js';

const US = new Set(['united states', 'united states of america', 'usa', 'us', 'u.s.', 'u.s.a.']);

function planSpecialties(application: Application, reference: Reference): PlannedSpecialty[] {
  return application.specialties.map((specialty) => {
    const row = findSpecialty(reference, specialty.id);
    const name = specialty.name ?? row?.name ?? specialty.id;
    return { id: specialty.id, name, inText: specialty.name ?? row?.inText ?? specialty.id, reference: row };
  });
}

/** The service of a letter: the one named, else the one of its (first) specialty in this season. */
function serviceOf(letter: Letter, serves: readonly PlannedSpecialty[], season: number, reference: Reference): Service {
  const named = letter.request.service ? findService(reference, letter.request.service) : null;
  const specialty = serves[0]?.reference;
  const system = specialty ? findApplicationSystem(specialty, season) : 'ERAS';
  const service = named ?? findServiceFor(reference, system, season) ?? findServiceFor(reference, 'ERAS', season);
  if (!service) throw new Error(`the reference tables have no letter service for season ${season}`);
  return service;
}

/** The season of a letter's service, with the events that concern the specialties it serves. */
function seasonOf(
  service: Service,
  serves: readonly PlannedSpecialty[],
  year: number,
  reference: Reference,
): Season | null {
  const season = findSeason(reference, year, service.application);
  if (!season) return null;
  return {
    ...season,
    events: eventsFor(
      season,
      serves.flatMap((specialty) => specialty.reference ?? []),
    ),
  };
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b);
}

/** How letters are planned. */
export interface PlanOptions {
  /** Day of issue, YYYY-MM-DD. */
  readonly today: string;
  /** Tables to plan with, from `createReference`; rows of the application go over them. @default the built-in ones */
  readonly reference?: Reference;
}

/**
 * Plans the letters of an application as of a day: the service, form and upload guide of each, its programs and dates,
 * days left, and what is amiss. Takes an {@link Application} and a date, gives a {@link LetterPlan}.
 *
 * @throws {RangeError} for a day that is not in the calendar
 * @example planLetters(application, { today: '2026-07-06' }).letters[0].daysLeft
 */
export function planLetters(application: Application, options: PlanOptions): LetterPlan {
  const { today } = options;
  requireDay(today);
  const own = planReference(application, options.reference ?? BUILTIN_REFERENCE);
  const { reference } = own;
  const specialties = planSpecialties(application, reference);
  const season = findSeason(reference, application.season);

  const drafts = application.letters.map((letter): LetterDraft => {
    const specialty = specialties.find((candidate) => candidate.id === letter.specialty) ?? null;
    const serves = specialty ? [specialty] : specialties;
    const service = serviceOf(letter, serves, application.season, reference);
    const ownSeason = seasonOf(service, serves, application.season, reference);
    const { type, form } = letter.request;
    const writerSpecialty = letter.writer.specialty;
    const ask = askBy({ letter, season: ownSeason, serves }, reference, today);
    return {
      letter,
      reference,
      specialty,
      serves,
      service,
      season: ownSeason,
      seasonLabel: ownSeason?.label ?? `${service.application} ${application.season}`,
      guide: findUploadGuide(reference, service.id, application.season),
      form: type === 'standardized' && form ? findForm(reference, form) : null,
      daysLeft: daysBetween(today, letter.request.targetDate),
      writerInUs: US.has(letter.writer.country.toLowerCase()),
      sameSpecialty:
        writerSpecialty !== undefined &&
        serves.some(
          ({ name, reference: row }) =>
            sameWords(name, writerSpecialty) || (row !== null && isOfSpecialty(row, writerSpecialty)),
        ),
      share: new Set(letter.share ?? application.share),
      timeline: letterTimeline(letter, ownSeason, reference, today),
      askBy: ask,
      agenda: letterAgenda(letter, ownSeason, ask, reference, today),
    };
  });

  const isImg = application.applicant.img !== undefined;
  const traits = drafts.map((draft) => traitsOf(draft, { today, isImg }));
  const assigned = assignLetters(application, traits, { specialties, reference, season: application.season, isImg });
  const placed = drafts.map((draft): PlannedLetter => {
    const given = assigned.assignments.filter(({ letterIds }) => letterIds.includes(draft.letter.id));
    return { ...draft, programs: given.map(({ program }) => program), lateSteps: [] };
  });
  const letters = placed.map((planned): PlannedLetter => {
    return { ...planned, lateSteps: lateSteps(planned, { letters: placed, today, reference }) };
  });
  const plan: LetterPlan = {
    today,
    reference,
    season,
    seasonLabel: season?.label ?? `ERAS ${application.season}`,
    seasonEvents: season?.events ?? [],
    specialties,
    letters,
    assignments: assigned.assignments,
    diagnostics: [...own.diagnostics, ...assigned.diagnostics],
  };
  let findings: readonly Diagnostic[] | null = null;
  return {
    ...plan,
    // Computed when first read: a packet is rendered from the plan without its findings.
    get diagnostics() {
      findings ??= findingsOf(application, plan);
      return findings;
    },
  };
}
