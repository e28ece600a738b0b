import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { findSeason, findSpecialty, findUploadGuide, FORMS, SERVICES, type Service } from '../reference/index.js';
import type { Application } from '../schema/application.js';
import type { Letter } from '../schema/letter.js';
import { assignLetters, letterServesProgram } from './assignments.js';
import { daysBetween } from './calendar.js';
import { letterTimeline, timingFindings } from './timeline.js';
import type { LetterPlan, PlannedLetter, PlannedSpecialty } from './types.js';

const US = new Set(['united states', 'united states of america', 'usa', 'us', 'u.s.', 'u.s.a.']);

function planSpecialties(application: Application): PlannedSpecialty[] {
  return application.specialties.map((specialty) => {
    const reference = findSpecialty(specialty.id);
    const name = specialty.name ?? reference?.name ?? specialty.id;
    return { id: specialty.id, name, inText: specialty.name ?? reference?.inText ?? specialty.id, reference };
  });
}

/** The service of a letter: the one named, else the one of its (first) specialty in this season. */
function serviceOf(letter: Letter, serves: readonly PlannedSpecialty[], season: number): Service {
  if (letter.request.service) return SERVICES[letter.request.service];
  const application = serves[0]?.reference?.application ?? 'ERAS';
  if (application === 'ResidencyCAS') return SERVICES.residencycas;
  if (application === 'SF Match') return SERVICES['sf-match'];
  return SERVICES[season >= 2027 ? 'eras-letter-writer-portal' : 'eras-lorp'];
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b);
}

function requestFindings(letter: Letter, path: string): Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (!letter.request.waived) {
    findings.push(
      diagnostic('warning', 'request/not-waived', `the right to see letter "${letter.id}" is not waived`, {
        path: `${path}.request.waived`,
        found: 'false',
        hints: ['programs give confidential letters more weight; waive the right in the request before you confirm it'],
        reference: 'SEED',
      }),
    );
  }
  if (!letter.writer.email) {
    findings.push(
      diagnostic('warning', 'request/email-missing', `no e-mail address for the writer of letter "${letter.id}"`, {
        path: `${path}.writer`,
        hints: ['add `email` to the writer: the portal sends its link there'],
        reference: 'AAMC-LOR-NEW',
      }),
    );
  }
  return findings;
}

/**
 * Plans the letters of an application as of a day: the service, form and upload guide of each, its programs and dates,
 * days left, and what is amiss. Takes an {@link Application} and a date, gives a {@link LetterPlan}.
 *
 * @param options.today day of issue, YYYY-MM-DD
 * @example planLetters(application, { today: '2026-07-06' }).letters[0].daysLeft
 */
export function planLetters(application: Application, options: { readonly today: string }): LetterPlan {
  const { today } = options;
  const season = findSeason(application.season);
  const specialties = planSpecialties(application);
  const diagnostics: Diagnostic[] = [];

  const letters = application.letters.map((letter, index): PlannedLetter => {
    const specialty = specialties.find((candidate) => candidate.id === letter.specialty) ?? null;
    const serves = specialty ? [specialty] : specialties;
    const service = serviceOf(letter, serves, application.season);
    const path = `letters[${index}]`;
    diagnostics.push(...requestFindings(letter, path), ...timingFindings(letter, season, today, path));
    return {
      letter,
      specialty,
      serves,
      service,
      guide: findUploadGuide(service.id, application.season),
      form: letter.request.type === 'standardized' && letter.request.form ? FORMS[letter.request.form] : null,
      daysLeft: daysBetween(today, letter.request.targetDate),
      writerInUs: US.has(letter.writer.country.toLowerCase()),
      sameSpecialty:
        letter.writer.specialty !== undefined &&
        serves.some((served) => sameWords(served.name, letter.writer.specialty ?? '')),
      share: new Set(letter.share ?? application.share),
      programs: application.programs.filter((program) => letterServesProgram(letter, program)),
      timeline: letterTimeline(letter, season, today),
    };
  });

  const assigned = assignLetters(application, letters, specialties);
  return {
    today,
    season,
    seasonLabel: season?.label ?? `ERAS ${application.season}`,
    seasonEvents: season?.events ?? [],
    specialties,
    letters,
    assignments: assigned.assignments,
    diagnostics: [...diagnostics, ...assigned.diagnostics],
  };
}
