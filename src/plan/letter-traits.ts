import { findWantedForm, countsAsForm, isOfSpecialty, type Reference } from '../reference/index.js';
import { builtInRole, type Letter } from '../schema/letter.js';
import { daysBetween, lastDayOf } from './calendar.js';
import { type LetterTopics, topicsOf } from './program-focus.js';
import type { PlannedLetter, PlannedSpecialty } from './types.js';
import { CONTACT_MERIT, MERIT, RECENCY_MERIT, ROLE_MERIT } from './weights.js';

/** A letter before it is known where it goes. */
export type LetterDraft = Omit<PlannedLetter, 'programs' | 'lateSteps'>;

/** What counts about a letter, whatever program it goes to; worked out once for each letter. */
export interface LetterTraits {
  readonly draft: LetterDraft;
  readonly topics: LetterTopics;
  /** Tells writers apart: two letters of one writer share it. */
  readonly writer: string;
  /** The hospital, clinic or laboratory that speaks. */
  readonly site: string;
  /** The writer supervised work with patients. */
  readonly clinicalSupervisor: boolean;
  readonly handsOn: boolean;
  /** Last day of the latest shared work, or null when no date says it. */
  readonly lastWork: string | null;
  /** The work goes on. */
  readonly ongoing: boolean;
  /** Not in by the time programs begin reviewing, or past its date. */
  readonly late: boolean;
  /** Points that it brings in every specialty. */
  readonly merit: number;
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function writerKey({ writer }: Letter): string {
  if (writer.role === 'committee') return `committee ${plain(`${writer.department ?? ''} ${writer.institution}`)}`;
  const { given, family, full } = writer.name;
  return plain(full ?? `${given ?? ''} ${family}`);
}

function supervisedPatients({ writer, sharedWork, relationship }: Letter): boolean {
  if (writer.role === 'attending' || writer.role === 'program-director') return true;
  const direct = relationship.contact !== 'indirect' && relationship.contact !== undefined;
  return direct && sharedWork.some(({ kind, handsOn }) => handsOn === true && (kind === 'rotation' || kind === 'work'));
}

function isLate({ letter, season }: LetterDraft, today: string): boolean {
  const { status, targetDate } = letter.request;
  if (status === 'uploaded') return false;
  const review = season?.events.find(({ id }) => id === 'review-begins');
  return targetDate < today || (review !== undefined && targetDate > review.date);
}

/** Months are counted as 30.5 days; the bounds are of the order of half a year. */
function recencyPoints(lastWork: string | null, targetDate: string): number {
  if (lastWork === null) return 0;
  const months = daysBetween(lastWork, targetDate) / 30.5;
  return RECENCY_MERIT.find((bound) => months <= bound.months)?.points ?? 0;
}

/** Works out what counts about a letter. */
export function traitsOf(draft: LetterDraft, { today, isImg }: { today: string; isImg: boolean }): LetterTraits {
  const { letter, writerInUs } = draft;
  const { request, relationship, sharedWork, writer } = letter;
  const ends = sharedWork.flatMap(({ start, end }) => end ?? start ?? []);
  const ongoing = ends.includes('present');
  const lastWork = ongoing ? today : (ends.map(lastDayOf).sort().at(-1) ?? null);
  const handsOn = sharedWork.some((work) => work.handsOn === true);
  const late = isLate(draft, today);
  const settled = request.status === 'uploaded' ? MERIT.uploaded : request.agreedOn ? MERIT.agreed : 0;
  return {
    draft,
    topics: topicsOf(letter),
    writer: writerKey(letter),
    site: plain(writer.institution),
    clinicalSupervisor: supervisedPatients(letter),
    handsOn,
    lastWork,
    ongoing,
    late,
    merit:
      ROLE_MERIT[builtInRole(writer.role)] +
      (relationship.contact ? CONTACT_MERIT[relationship.contact] : 0) +
      recencyPoints(lastWork, request.targetDate) +
      (handsOn ? MERIT.handsOn : 0) +
      (isImg && writerInUs ? MERIT.usWriter : 0) +
      (request.waived ? MERIT.waived : 0) +
      (late ? MERIT.late : 0) +
      settled,
  };
}

/** True when the writer is of a specialty, by its name, another name of it, or a field that counts as it. */
export function isWriterOf({ draft }: LetterTraits, { name, reference }: PlannedSpecialty): boolean {
  const written = draft.letter.writer.specialty;
  if (written === undefined) return false;
  return plain(written) === plain(name) || (reference !== null && isOfSpecialty(reference, written));
}

/** True when the letter is on the standardized form that programs of a specialty want in a season. */
export function isOnForm(
  { draft }: LetterTraits,
  specialty: PlannedSpecialty,
  tables: Reference,
  year: number,
): boolean {
  const wanted = specialty.reference ? findWantedForm(tables, specialty.reference, year) : null;
  return wanted !== null && draft.form !== null && countsAsForm(tables, draft.form.id, wanted.id);
}

/** True for the letter of a chair or department. The IM SEL takes the place of the chair letter (facts §5 [AAIM]). */
export function isChairLetter({ draft }: LetterTraits): boolean {
  const { request, writer } = draft.letter;
  return request.chairLetter || writer.role === 'chair' || writer.role === 'committee' || draft.form?.id === 'im-sel';
}
