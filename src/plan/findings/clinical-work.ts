import type { SharedWork } from '../../schema/letter.js';
import { lastDay } from './periods.js';
import type { LetterAt } from './context.js';

/** True for shared work on patients, observed or hands-on. */
export function isClinical({ kind }: SharedWork): boolean {
  return kind === 'rotation' || kind === 'work';
}

/** True when a letter can rest on clinical work that the writer supervised. */
export function isByClinicalSupervisor({ letter }: LetterAt): boolean {
  const { role } = letter.writer;
  if (letter.nature === 'personal' || role === 'research-pi' || role === 'other') return false;
  const clinical = letter.sharedWork.filter(isClinical);
  if (role === 'attending') return clinical.length > 0 || letter.sharedWork.length === 0;
  return clinical.some(({ handsOn }) => handsOn !== false);
}

/** The last day of clinical work that a letter is about, or null. */
export function lastClinicalDay({ letter }: LetterAt, today: string): string | null {
  const ends = letter.sharedWork.filter(isClinical).flatMap(({ start, end }) => {
    const last = end ?? start;
    return last === undefined ? [] : [lastDay(last, today)];
  });
  return ends.sort().at(-1) ?? null;
}

/** True when all clinical work of a letter was observing. */
export function restsOnObserving({ letter }: LetterAt): boolean {
  const clinical = letter.sharedWork.filter(isClinical);
  return clinical.length > 0 && clinical.every(({ handsOn, title }) => handsOn === false || /observer/i.test(title));
}
