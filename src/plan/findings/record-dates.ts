import type { Diagnostic } from '../../diagnostics/index.js';
import { addDays, daysBetween } from '../calendar.js';
import { finding, type FindingContext } from './context.js';
import { certainOverlap, firstDay, isOutside, lastDay, spanOf } from './periods.js';
import { type RecordEntry, recordEntries } from './record.js';
import { isSameSite, siteKey } from './sites.js';

/** Days by which full-time entries may overlap, as at a change of place. */
const OVERLAP_DAYS = 31;
/** Three months have at most 92 days (facts §3); the day after them is the 93rd. */
const GAP_DAYS = 93;

function overlaps({ application, today }: FindingContext): Diagnostic[] {
  const full = recordEntries(application.cv).filter(({ fullTime }) => fullTime);
  return full.flatMap((entry, index) =>
    full.slice(0, index).flatMap((earlier) => {
      const { start, end } = entry;
      if (start === undefined || end === undefined || earlier.start === undefined || earlier.end === undefined)
        return [];
      // The same work may stand as an experience and as US clinical experience.
      if (isSameSite(entry.site, earlier.site)) return [];
      const days = certainOverlap({ start, end }, { start: earlier.start, end: earlier.end }, today);
      if (days <= OVERLAP_DAYS) return [];
      const message = `"${earlier.label}" and "${entry.label}" both fill the week for ${days} days`;
      return finding('consistency/overlapping-full-time', message, { path: `${entry.path}.start`, found: start });
    }),
  );
}

function gaps({ application, today }: FindingContext): Diagnostic[] {
  const { cv, applicant } = application;
  const entries = recordEntries(cv).filter(({ accountsForTime }) => accountsForTime);
  const explained = (applicant.img?.gaps ?? []).map(({ start, end }) => ({ start, end, path: 'cv' }));
  const spans = [...entries, ...explained]
    .flatMap(({ start, end, path }) => {
      const span = spanOf(start, end, today);
      return span ? [{ ...span, path }] : [];
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.path < b.path ? -1 : 1));
  const findings: Diagnostic[] = [];
  // Nobody asks about the time before medical school.
  const school = spans.find(({ path }) => path.startsWith('cv.medicalEducation'));
  let covered = school?.to;
  for (const { from, to, path } of [...spans, { from: today, to: today, path: 'cv' }]) {
    if (covered === undefined) break;
    if (from > covered && daysBetween(covered, from) > GAP_DAYS) {
      const [since, until] = [addDays(covered, 1), from === today && path === 'cv' ? 'today' : addDays(from, -1)];
      const message = `nothing in the CV accounts for the time from ${since} to ${until}`;
      findings.push(finding('consistency/unexplained-gap', message, { path, found: `${since} to ${until}` }));
    }
    if (to > covered) covered = to;
  }
  return findings;
}

function handsOn({ application }: FindingContext): Diagnostic[] {
  return application.cv.usce.flatMap((usce, index) => {
    if (usce.kind !== 'observership' || !usce.handsOn) return [];
    const message = `the observership at ${usce.site} is marked as hands-on`;
    return finding('consistency/observership-hands-on', message, { path: `cv.usce[${index}].handsOn`, found: 'true' });
  });
}

/** The shared work of the letters against the record. */
function sharedWork({ application, letters, today }: FindingContext): Diagnostic[] {
  const entries = recordEntries(application.cv);
  const inSchool = (start: string): boolean =>
    entries.some(({ section, ...entry }) => {
      const span = section === 'medicalEducation' ? spanOf(entry.start, entry.end, today) : null;
      return span !== null && !isOutside(start, [span], today);
    });
  return letters.flatMap(({ letter, path }) => {
    const findings: Diagnostic[] = [];
    letter.sharedWork.forEach((work, index) => {
      const { site, start, end } = work;
      const place = `${path}.sharedWork[${index}]`;
      if (site === undefined || siteKey(site) === null) return;
      const there = entries.filter((entry) => isSameSite(entry.site, site));
      // A clerkship of the school years needs no entry of its own.
      if (there.length === 0) {
        if (start !== undefined && inSchool(start)) return;
        const message = `letter "${letter.id}" tells of work at ${site}, which the CV does not have`;
        findings.push(finding('consistency/shared-work-site', message, { path: `${place}.site`, found: site }));
        return;
      }
      findings.push(...handsOnAt(application, work, place, today));
      const outside = datesOutside(there, start, end, today);
      if (outside === null || (start !== undefined && inSchool(start))) return;
      const message = `letter "${letter.id}" has work at ${site} from ${start ?? '?'} to ${end ?? '?'}; the CV has ${periodsOf(there)}`;
      findings.push(
        finding('consistency/shared-work-dates', message, {
          path: `${place}.${outside}`,
          found: outside === 'start' ? start : end,
        }),
      );
    });
    const { knownSince } = letter.relationship;
    const starts = letter.sharedWork.flatMap(({ start }) => (start === undefined ? [] : [start]));
    const first = starts.sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))[0];
    if (knownSince !== undefined && first !== undefined && firstDay(knownSince) > lastDay(first, today)) {
      const message = `letter "${letter.id}" says known since ${knownSince}, and the shared work began in ${first}`;
      findings.push(
        finding('consistency/known-since', message, { path: `${path}.relationship.knownSince`, found: knownSince }),
      );
    }
    return findings;
  });
}

const periodsOf = (entries: readonly RecordEntry[]): string =>
  entries.map(({ start, end }) => `${start ?? '?'} to ${end ?? '?'}`).join(', ');

/** Which date of shared work lies outside every entry at its site; null when none does or nothing is known. */
function datesOutside(
  there: readonly RecordEntry[],
  start: string | undefined,
  end: string | undefined,
  today: string,
): 'start' | 'end' | null {
  const spans = there.flatMap((entry) => spanOf(entry.start, entry.end, today) ?? []);
  if (spans.length < there.length) return null;
  if (start !== undefined && isOutside(start, spans, today)) return 'start';
  return end !== undefined && end !== 'present' && isOutside(end, spans, today) ? 'end' : null;
}

function handsOnAt(
  { cv }: FindingContext['application'],
  work: FindingContext['letters'][number]['letter']['sharedWork'][number],
  place: string,
  today: string,
): Diagnostic[] {
  const { site, start, end, handsOn: claimed, kind } = work;
  if (claimed !== true || kind !== 'rotation' || site === undefined) return [];
  const span = spanOf(start, end, today);
  const atSite = cv.usce.filter((usce) => {
    const own = spanOf(usce.start, usce.end, today);
    return isSameSite(usce.site, site) && span !== null && own !== null && span.from <= own.to && own.from <= span.to;
  });
  if (atSite.length === 0 || atSite.some((usce) => usce.handsOn)) return [];
  const message = `the letter has hands-on work at ${site}, and the CV has an ${atSite[0]?.kind} without`;
  return [finding('consistency/hands-on-disagrees', message, { path: `${place}.handsOn`, found: 'true' })];
}

export const RECORD_DATE_CHECKS = [overlaps, gaps, handsOn, sharedWork];
