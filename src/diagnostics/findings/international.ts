import type { FindingMeaning } from '../finding.js';

/** International medical graduates. */
export const INTERNATIONAL_FINDINGS = {
  'img/ecfmg-not-started': {
    title: 'ECFMG certification not started',
    severity: 'warning',
    who: 'applicant',
    meaning: 'the season is open or near, and ECFMG certification has not been started',
    why: 'certification is needed before training starts, and its steps take time',
    remedy: 'begin with ECFMG now, and say under `detail` what is left',
    sources: ['VISALAW', 'FAIMER'],
  },
  'img/background-missing': {
    title: 'International background missing',
    severity: 'warning',
    who: 'applicant',
    meaning: 'a medical school outside the United States, and no `applicant.img`',
    why: 'a writer cannot explain a training system that the packet does not explain',
    remedy: 'fill in `applicant.img`',
    sources: ['SEED', 'RA-IMG'],
  },
  'img/limited-experience-unaddressed': {
    title: 'Little US experience, not addressed',
    severity: 'warning',
    who: 'advisor',
    meaning: 'no hands-on US clinical experience, and `limitedUsExperience` is empty',
    why: 'letters can speak of adaptability and effort when the packet tells of them',
    remedy: 'say under `limitedUsExperience` what you did to learn the US system',
    sources: ['SEED'],
  },
  'img/strengths-missing': {
    title: 'International experience not told as a strength',
    severity: 'info',
    who: 'applicant',
    meaning: '`strengths` is empty',
    why: 'international experience sets an applicant apart when a writer can name it',
    remedy: 'add one line each under `strengths`, with evidence',
    sources: ['SEED'],
  },
  'img/adaptability-missing': {
    title: 'No evidence of adapting to US practice',
    severity: 'info',
    who: 'applicant',
    meaning: '`adaptability` is empty',
    why: 'program directors ask whether a graduate works safely in a US team from day one',
    remedy: 'add one line each under `adaptability`: what was new, and how you learned it',
    sources: ['SEED', 'RA-IMG'],
  },
  'img/grading-missing': {
    title: 'Grading not explained',
    severity: 'info',
    who: 'applicant',
    meaning: 'a standardized letter asks for the grading policy, or own grades are shown, and `grading` is empty',
    why: 'marks of another country cannot be read without their scale',
    remedy: 'explain the scale under `grading`',
    sources: ['IMSEL', 'SEED'],
  },
  'img/gap-unseen': {
    title: 'Explained gap that no writer sees',
    severity: 'info',
    who: 'advisor',
    meaning: 'a gap is explained, and no letter of a writer who knew the applicant then shows it',
    why: 'a writer who was there can vouch for it in a sentence',
    remedy: 'consider "gaps" in the `share` of that letter',
    sources: ['SEED', 'RA-IMG'],
  },
} as const satisfies Record<string, FindingMeaning>;

/** The list of silenced findings itself. */
export const SILENCE_FINDINGS = {
  'silence/unknown-code': {
    title: 'Silence of a code that is no finding',
    severity: 'warning',
    who: 'applicant',
    meaning: '`silence` names a code that no finding of planning has; errors of the input cannot be silenced',
    why: 'a misspelt code silences nothing',
    remedy: 'copy the code from the output of "lor-packet check"',
    sources: ['lor-packet'],
  },
  'silence/matches-nothing': {
    title: 'Silence that matches nothing',
    severity: 'info',
    who: 'applicant',
    meaning: '`silence` names a finding that is not there',
    why: 'what it was about is mended, or it would hide something later',
    remedy: 'remove the entry',
    sources: ['lor-packet'],
  },
} as const satisfies Record<string, FindingMeaning>;
