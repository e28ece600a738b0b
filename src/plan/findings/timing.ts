import type { Diagnostic } from '../../diagnostics/index.js';
import { leadDays } from '../../reference/index.js';
import { addDays, daysBetween } from '../calendar.js';
import { isClinical } from './clinical-work.js';
import { finding, type FindingContext, type LetterAt, writerName } from './context.js';
import { firstDay } from './periods.js';

/** Five business days are at most a week (facts §3). */
const PROCESSING_DAYS = 7;
/** How long before the end of a rotation asking is early. */
const EARLY_IN_ROTATION_DAYS = 14;
const YEAR = 365;

/** `on 2026-09-23`, or `expected on 2026-09-23` for a projection. */
const dated = ({ date, expected }: { date: string; expected: boolean }): string =>
  `${expected ? 'expected on' : 'on'} ${date}`;

function targetDate(planned: LetterAt, { today, plan, isImg }: FindingContext): Diagnostic[] {
  const { letter, path, daysLeft, season } = planned;
  const { targetDate: target, askedOn } = letter.request;
  const place = { path: `${path}.request.targetDate`, found: target };
  const findings: Diagnostic[] = [];
  const notice = daysBetween(askedOn ?? today, target);
  if (daysLeft < 0) {
    const message = `the target date of letter "${letter.id}" passed ${-daysLeft} days ago`;
    findings.push(finding('timing/overdue', message, place));
  } else if (notice < leadDays(plan.reference, 'shortest')) {
    const message = `${writerName(planned)} has less than a month for letter "${letter.id}"`;
    findings.push(finding('timing/late-request', message, { ...place, hints: planned.lateSteps }));
  } else if (notice < leadDays(plan.reference, 'usual')) {
    const message = `${writerName(planned)} has ${notice} days for letter "${letter.id}"; six weeks are usual`;
    findings.push(finding('timing/short-notice', message, place));
  }
  const review = season?.events.find(({ id }) => id === 'review-begins');
  if (review && target > review.date) {
    const message = `letter "${letter.id}" is due after programs begin reviewing (${dated(review)})`;
    const hints = [`agree on a date before ${review.date}`];
    findings.push(finding('timing/after-review', message, { ...place, hints }));
  } else if (review && isImg && addDays(target, PROCESSING_DAYS) > review.date) {
    const message = `letter "${letter.id}" is due within a week of the start of review (${dated(review)})`;
    findings.push(finding('timing/processing-margin', message, place));
  }
  // 1970-01-01 was a Thursday; from a Monday on, days 5 and 6 are the weekend.
  const weekday = ((daysBetween('1970-01-05', target) % 7) + 7) % 7;
  if (daysLeft >= 0 && weekday >= 5) {
    const day = weekday === 5 ? 'Saturday' : 'Sunday';
    const hints = [`the Friday before is ${addDays(target, 4 - weekday)}`];
    findings.push(
      finding('timing/weekend', `the target date of letter "${letter.id}" is a ${day}`, { ...place, hints }),
    );
  }
  return findings;
}

function requestDates({ letter, path, season }: LetterAt, { today }: FindingContext): Diagnostic[] {
  const { askedOn, agreedOn, targetDate: target, status, newVersion } = letter.request;
  const findings: Diagnostic[] = [];
  if (askedOn !== undefined && addDays(askedOn, YEAR) < target && !newVersion) {
    const message = `letter "${letter.id}" was asked for over a year before its date`;
    findings.push(finding('timing/asked-early', message, { path: `${path}.request.askedOn`, found: askedOn }));
  }
  for (const key of ['askedOn', 'agreedOn'] as const) {
    const date = key === 'askedOn' ? askedOn : agreedOn;
    if (date === undefined || date <= today) continue;
    const message = `\`${key}\` of letter "${letter.id}" is in the future`;
    findings.push(finding('timing/asked-in-future', message, { path: `${path}.request.${key}`, found: date }));
    break;
  }
  const opens = season?.events.find(({ id }) => id === 'season-opens');
  if ((status === 'confirmed' || status === 'sent') && opens && today < opens.date && !newVersion) {
    const message = `the request of letter "${letter.id}" is ${status}, and the season opens ${dated(opens)}`;
    findings.push(finding('timing/season-not-open', message, { path: `${path}.request.status`, found: status }));
  }
  return findings;
}

/** The request against the end of the rotation that the letter is about. */
function rotation({ letter, path }: LetterAt, { today }: FindingContext): Diagnostic[] {
  const { askedOn, targetDate: target } = letter.request;
  const ends = letter.sharedWork.filter(isClinical).map(({ end }) => end ?? '');
  const last = ends
    .filter((end) => end !== '' && end !== 'present')
    .map(firstDay)
    .sort()
    .at(-1);
  if (last === undefined || ends.includes('present')) return [];
  if (target < last) {
    const message = `letter "${letter.id}" is due before the rotation ends (${last})`;
    return [finding('timing/target-before-end', message, { path: `${path}.request.targetDate`, found: target })];
  }
  if (askedOn === undefined || last < today || addDays(askedOn, EARLY_IN_ROTATION_DAYS) >= last) return [];
  const message = `letter "${letter.id}" was asked for ${daysBetween(askedOn, last)} days before the rotation ends`;
  return [finding('timing/before-rotation-ends', message, { path: `${path}.request.askedOn`, found: askedOn })];
}

function timing(context: FindingContext): Diagnostic[] {
  return context.letters
    .filter(({ letter }) => letter.request.status !== 'uploaded')
    .flatMap((planned) => [targetDate, requestDates, rotation].flatMap((check) => check(planned, context)));
}

export const TIMING_CHECKS = [timing];
