import type {
  ApplicationSystem,
  Form,
  LeadTime,
  Reference,
  Season,
  SeasonEvent,
  SeasonEventId,
  Service,
  Source,
  Specialty,
  Term,
  UploadGuide,
  WantedForm,
} from './types.js';

interface SeasonRange {
  readonly fromSeason: number | null;
  readonly toSeason: number | null;
}

/** Events of the Main Residency Match, which specialties with an early match do not take part in. */
const MAIN_MATCH_EVENTS: ReadonlySet<SeasonEventId> = new Set(['match-registration', 'rank-lists', 'match-day']);

function includesSeason({ fromSeason, toSeason }: SeasonRange, season: number): boolean {
  return (fromSeason === null || fromSeason <= season) && (toSeason === null || season <= toSeason);
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row | null {
  return rows.find((row) => row.id === id) ?? null;
}

/**
 * The season of a year in an application system, or null when the table does not have it.
 *
 * @example findSeason(reference, 2027)?.label // 'ERAS 2027'
 */
export function findSeason(reference: Reference, year: number, application: ApplicationSystem = 'ERAS'): Season | null {
  return reference.seasons.find((season) => season.year === year && season.application === application) ?? null;
}

/** The service of an id, or null. */
export function findService(reference: Reference, id: string): Service | null {
  return byId(reference.services, id);
}

/** The letter service of an application system in a season, or null when it had none then. */
export function findServiceFor(reference: Reference, application: ApplicationSystem, season: number): Service | null {
  return reference.services.find((row) => row.application === application && includesSeason(row, season)) ?? null;
}

/**
 * The upload guide of a service in a season; a guide of the user's comes before a built-in one.
 *
 * @returns null when no guide is known (such as for LoRP after ERAS 2026)
 */
export function findUploadGuide(reference: Reference, service: string, season: number): UploadGuide | null {
  return reference.uploadGuides.find((guide) => guide.service === service && includesSeason(guide, season)) ?? null;
}

/** The specialty of an id, or null for one that the table does not have. */
export function findSpecialty(reference: Reference, id: string): Specialty | null {
  return byId(reference.specialties, id);
}

/**
 * The application system of a specialty in a season.
 *
 * @example findApplicationSystem(emergencyMedicine, 2025) // 'ERAS'; 'ResidencyCAS' since 2026
 */
export function findApplicationSystem(specialty: Specialty, season: number): ApplicationSystem {
  return specialty.systems.find((period) => includesSeason(period, season))?.application ?? specialty.application;
}

/** The form of an id, or null. */
export function findForm(reference: Reference, id: string): Form | null {
  return byId(reference.forms, id);
}

/** The standardized form that programs of a specialty want in a season, or null when there is none yet or at all. */
export function findWantedForm(reference: Reference, specialty: Specialty, season: number): WantedForm | null {
  const { form } = specialty.wants;
  if (!form) return null;
  const since = findForm(reference, form.id)?.fromSeason ?? null;
  return since !== null && season < since ? null : form;
}

/** True when a letter on form `id` counts as one on form `wanted`: the form itself, or a variant that stands for it. */
export function countsAsForm(reference: Reference, id: string, wanted: string): boolean {
  const form = findForm(reference, id);
  return id === wanted || (form?.variantOf === wanted && form.countsAsBase);
}

/** The printed form of a word of a list; the id itself when the list does not have it. */
export function labelOf(terms: readonly Term[], id: string): string {
  return byId(terms, id)?.label ?? id;
}

/** Days before the target date by which a writer is asked. */
export function leadDays(reference: Reference, id: LeadTime['id']): number {
  return byId(reference.leadTimes, id)?.days ?? 0;
}

/** The page behind a source key, or null. */
export function findSource(reference: Reference, key: string): Source | null {
  return byId(reference.sources, key);
}

function words(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
}

/** True when a writer's specialty, as the applicant wrote it, is this one or counts as it. */
export function isOfSpecialty(specialty: Specialty, written: string): boolean {
  const plain = words(written);
  return [specialty.name, specialty.id, ...specialty.alsoCalled].some((name) => words(name) === plain);
}

/**
 * The events of a season that concern a specialty: early matches for one that matches early, the Main Residency Match
 * for the others and where no specialty is known.
 */
export function eventsFor(season: Season | null, specialties: readonly Specialty[]): readonly SeasonEvent[] {
  const events = season?.events ?? [];
  if (specialties.length === 0) return events.filter(({ id }) => id !== 'early-match');
  const hasEarly = specialties.some(({ earlyMatch }) => earlyMatch);
  const hasMain = specialties.some(({ earlyMatch }) => !earlyMatch);
  return events.filter(({ id }) => (id === 'early-match' ? hasEarly : MAIN_MATCH_EVENTS.has(id) ? hasMain : true));
}
