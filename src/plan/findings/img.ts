import type { Diagnostic } from '../../diagnostics/index.js';
import { daysBetween } from '../calendar.js';
import { finding, type FindingContext } from './context.js';
import { isOutside, spanOf } from './periods.js';

/** Days before programs begin reviewing from which the season is near. */
const NEAR_DAYS = 180;
const US = /^(?:united states(?: of america)?|u\.?s\.?(?:a\.?)?|puerto rico)$/i;

function certification({ application, plan, today }: FindingContext): Diagnostic[] {
  const ecfmg = application.applicant.img?.ecfmg;
  if (ecfmg?.status !== 'not-started') return [];
  const event = (id: string) => plan.season?.events.find((candidate) => candidate.id === id)?.date;
  const [opens, review] = [event('season-opens'), event('review-begins')];
  const near =
    (opens !== undefined && opens <= today) || (review !== undefined && daysBetween(today, review) <= NEAR_DAYS);
  if (!near) return [];
  const message = `ECFMG certification is not started, and season ${application.season} is near`;
  return [finding('img/ecfmg-not-started', message, { path: 'applicant.img.ecfmg.status', found: 'not-started' })];
}

function background({ application }: FindingContext): Diagnostic[] {
  const { applicant, cv } = application;
  if (applicant.img) return [];
  const abroad = cv.medicalEducation.findIndex(({ place }) => {
    const country = place?.country;
    // Schools in Canada are accredited as US schools are, or were until 2025: their graduates may be no IMGs.
    return country !== undefined && !US.test(country.trim()) && !/^canada$/i.test(country.trim());
  });
  if (abroad < 0) return [];
  const school = cv.medicalEducation[abroad];
  const message = `${school?.institution} is in ${school?.place?.country}, and \`applicant.img\` is missing`;
  return [finding('img/background-missing', message, { path: `cv.medicalEducation[${abroad}]` })];
}

function story({ application, letters }: FindingContext): Diagnostic[] {
  const { img } = application.applicant;
  if (!img) return [];
  const findings: Diagnostic[] = [];
  const path = 'applicant.img';
  if (!application.cv.usce.some(({ handsOn }) => handsOn) && img.limitedUsExperience === undefined) {
    const message = 'the CV has no hands-on US clinical experience, and nothing is said about it';
    findings.push(finding('img/limited-experience-unaddressed', message, { path }));
  }
  if (img.strengths.length === 0) {
    findings.push(finding('img/strengths-missing', 'no strength of your international experience is named', { path }));
  }
  if (img.adaptability.length === 0) {
    findings.push(finding('img/adaptability-missing', 'nothing shows how you adapted to US practice', { path }));
  }
  if (img.grading === undefined) {
    const asking = letters.find(
      ({ form, share }) =>
        form?.questions.some(({ from }) => from === 'grading') === true ||
        (share.has('grades') && img.ownGrades !== undefined),
    );
    if (asking) {
      const message = `letter "${asking.letter.id}" needs the grading scale of your school`;
      findings.push(finding('img/grading-missing', message, { path }));
    }
  }
  return findings;
}

/** A gap that a writer saw, and that no packet shows. */
function gaps({ application, letters, today }: FindingContext): Diagnostic[] {
  return (application.applicant.img?.gaps ?? []).flatMap(({ start, end }, index) => {
    const span = spanOf(start, end, today);
    if (!span || letters.some(({ share }) => share.has('gaps'))) return [];
    const witness = letters.find(({ letter }) => {
      const { knownSince } = letter.relationship;
      const known = knownSince === undefined ? null : spanOf(knownSince, 'present', today);
      return known !== null && !isOutside(span.from, [known], today);
    });
    if (!witness) return [];
    const message = `the writer of letter "${witness.letter.id}" knew you in the gap of ${start} to ${end}, and no packet shows it`;
    return finding('img/gap-unseen', message, { path: `applicant.img.gaps[${index}]`, found: witness.letter.id });
  });
}

export const IMG_CHECKS = [certification, background, story, gaps];
