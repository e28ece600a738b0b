import { type Diagnostic, FINDINGS, type Who } from '../../diagnostics/index.js';
import type { Application } from '../../schema/application.js';
import type { LetterPlan } from '../types.js';
import { type FindingCheck, findingContext } from './context.js';
import { COUNT_CHECKS } from './counts.js';
import { IMG_CHECKS } from './img.js';
import { MIX_CHECKS } from './mix.js';
import { NARRATIVE_CHECKS } from './narrative.js';
import { PRIVACY_CHECKS } from './privacy.js';
import { RECORD_DATE_CHECKS } from './record-dates.js';
import { REQUEST_CHECKS } from './request.js';
import { silenceFindings } from './silence.js';
import { STATEMENT_CHECKS } from './statement.js';
import { STATEMENT_RECORD_CHECKS } from './statement-record.js';
import { THEME_AND_CV_CHECKS } from './themes-and-cv.js';
import { TIMING_CHECKS } from './timing.js';
import { WRITER_CHECKS } from './writers.js';

const CHECKS: readonly FindingCheck[] = [
  ...COUNT_CHECKS,
  ...MIX_CHECKS,
  ...WRITER_CHECKS,
  ...REQUEST_CHECKS,
  ...TIMING_CHECKS,
  ...NARRATIVE_CHECKS,
  ...PRIVACY_CHECKS,
  ...STATEMENT_RECORD_CHECKS,
  ...RECORD_DATE_CHECKS,
  ...IMG_CHECKS,
  ...STATEMENT_CHECKS,
  ...THEME_AND_CV_CHECKS,
];

/** The order in which findings are listed by who can mend them. */
export const WHO_ORDER: readonly Who[] = ['applicant', 'advisor', 'writer'];

/** Headings of findings by who can mend them. */
export const WHO_HEADINGS: Readonly<Record<Who, string>> = {
  applicant: 'For the applicant',
  advisor: 'For applicant and advisor together',
  writer: 'To bring up with the letter writer',
};

const SEVERITY_ORDER = ['error', 'warning', 'info'];
const CODE_ORDER = new Map(Object.keys(FINDINGS).map((code, index) => [code, index]));

/**
 * Everything that a good advisor would notice about an application and its plan: what `plan.diagnostics` already has
 * (from laying letters against programs) and what the checks find. Sorted by who can mend it, severity, code and place;
 * findings that the application silences come last, with their reasons. The same input gives the same list.
 *
 * @example findingsOf(application, plan).filter(({ who }) => who === 'advisor')
 */
export function findingsOf(application: Application, plan: LetterPlan): Diagnostic[] {
  const context = findingContext(application, plan);
  const assigned = plan.diagnostics.map(withOwner);
  const found = [...assigned, ...CHECKS.flatMap((check) => check(context))];
  const ranked = silenceFindings(found, application).map((finding, index) => ({ finding, key: rank(finding), index }));
  ranked.sort((a, b) => compareKeys(a.key, b.key) || a.index - b.index);
  return ranked.map(({ finding }) => finding);
}

/** Findings of other parts of the plan get what the catalog says about who can mend them. */
function withOwner(found: Diagnostic): Diagnostic {
  const row = Object.hasOwn(FINDINGS, found.code) ? FINDINGS[found.code as keyof typeof FINDINGS] : null;
  return row && found.who === undefined ? { ...found, why: row.why, who: row.who } : found;
}

function rank({ severity, who, code, path, silenced }: Diagnostic): (number | string)[] {
  const numbered = (path ?? '').replace(/\d+/g, (digits) => digits.padStart(6, '0'));
  return [
    silenced === undefined ? 0 : 1,
    who === undefined ? -1 : WHO_ORDER.indexOf(who),
    SEVERITY_ORDER.indexOf(severity),
    CODE_ORDER.get(code) ?? -1,
    numbered,
  ];
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? one;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
