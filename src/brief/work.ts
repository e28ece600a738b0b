import type { PlannedLetter } from '../plan/index.js';
import { labelOf, SHARED_WORK_LABELS } from '../reference/index.js';
import type { Brief } from '../schema/brief.js';
import type { SharedWork } from '../schema/letter.js';
import { printList, printPeriod, sentenceCase } from './print.js';

/** Stands after the setting, or alone. */
function handsOnOf({ handsOn, setting }: SharedWork): string | null {
  if (handsOn === undefined) return null;
  const text = handsOn ? 'hands-on, under supervision' : 'observing';
  return setting ? text : sentenceCase(text);
}

/** What applicant and writer did together. */
export function workOf({ letter }: PlannedLetter): Brief['work'] {
  return letter.sharedWork.map((work) => ({
    title: work.title,
    kind: SHARED_WORK_LABELS[work.kind] ?? 'Work',
    site: work.site ?? null,
    period: printPeriod(work.start, work.end),
    setting: work.setting ? sentenceCase(work.setting) : null,
    handsOn: handsOnOf(work),
    hours: work.hoursPerWeek ? `${work.hoursPerWeek}\u00a0hours a week` : null,
    contact: work.contact ?? null,
    role: work.role ? sentenceCase(work.role) : null,
    did: work.did,
  }));
}

/** Moments that the writer saw. */
export function momentsOf({ letter, reference }: PlannedLetter): Brief['moments'] {
  return letter.moments.map((moment) => ({
    title: moment.title,
    when: moment.when ? sentenceCase(moment.when) : null,
    situation: moment.situation,
    action: moment.action,
    result: moment.result,
    competencies:
      printList(moment.competencies.map((competency) => labelOf(reference.competencies, competency))) || null,
  }));
}
