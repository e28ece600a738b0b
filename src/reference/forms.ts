import { CHECKED_ON } from './checked-on.js';
import type { Form, FormQuestion } from './types.js';

const WHO: readonly FormQuestion[] = [
  { label: 'Applicant', from: 'applicant-name' },
  { label: 'AAMC ID', from: 'aamc-id' },
];
const RELATION: readonly FormQuestion[] = [
  { label: 'How long known', from: 'known-since' },
  { label: 'Nature of contact', from: 'contact' },
];

const PORTAL_QUESTIONS: readonly FormQuestion[] = [
  ...WHO,
  { label: 'Evaluator', from: 'writer' },
  ...RELATION,
  { label: 'Ratings and comments', from: 'writer-judgement' },
];
const PORTAL_FORM_NOTE =
  'The portal shows the questions, and the letter is typed into its own form; a PDF of that form is refused.';
const ESLOE_QUESTIONS: readonly FormQuestion[] = [
  ...WHO,
  { label: 'ResidencyCAS Letter ID', from: 'letter-id' },
  { label: 'Evaluator', from: 'writer' },
  ...RELATION,
  { label: 'Rotation', from: 'duration' },
  { label: 'Ratings and comments', from: 'writer-judgement' },
];
const ESLOE_NOTE =
  'The form of the current application year is filled in on the CORD site and needs the ResidencyCAS Letter ID. A form saved without one can be found again by the UUID on its PDF.';

function esloeVariant(id: string, name: string, use: string, countsAsBase = true): Form {
  return {
    id,
    name,
    fullName: `CORD Standardized Letter of Evaluation, ${use}`,
    variantOf: 'esloe',
    countsAsBase,
    fromSeason: null,
    channel: 'cas-form',
    note: ESLOE_NOTE,
    questions: ESLOE_QUESTIONS,
    sources: ['CORD-SLOE', 'ESLOE'],
    confidence: 'high',
    checkedOn: CHECKED_ON,
  };
}

/** The standardized forms and the facts that each asks for, in its order (facts §1.3, §5). */
export const FORMS: readonly Form[] = [
  {
    id: 'im-sel',
    name: 'IM SEL',
    fullName: 'Structured Evaluative Letter for internal medicine (AAIM)',
    variantOf: null,
    countsAsBase: true,
    fromSeason: null,
    channel: 'pdf',
    note: 'The letter takes the place of the chair letter and is uploaded as one PDF. Where no department committee exists, a single observer may write it. Scores, comments of the dean’s letter and the CV are not copied into it; the narrative is at most 200 words.',
    questions: [
      ...WHO,
      { label: 'Institution and evaluators', from: 'writer' },
      { label: 'Signers', from: 'signers' },
      { label: 'Evaluator’s contact', from: 'writer-contact' },
      ...RELATION,
      { label: 'Rotation and duration', from: 'duration' },
      { label: 'Settings and who observed', from: 'settings' },
      { label: 'Student’s role', from: 'role' },
      { label: 'Grading policy', from: 'grading' },
      { label: 'Narrative, at most 200 words', from: 'writer-judgement' },
    ],
    sources: ['IMSEL', 'AAIM', 'RESEXP', 'DRALLYS'],
    confidence: 'high',
    checkedOn: CHECKED_ON,
  },
  {
    id: 'eslor',
    name: 'eSLOR',
    fullName: 'AOA/CORD electronic Standardized Letter of Recommendation for orthopaedic surgery',
    variantOf: null,
    countsAsBase: true,
    fromSeason: null,
    channel: 'external-form-then-pdf',
    note: 'Fill in the form on the AOA site, sign it by hand, download it as PDF, and upload it yourself: nothing is transferred automatically. It stands alone; no letter is appended.',
    questions: [
      ...WHO,
      { label: 'ERAS Letter ID', from: 'letter-id' },
      { label: 'Evaluator', from: 'writer' },
      ...RELATION,
      { label: 'Rotation', from: 'duration' },
      { label: 'Ratings and comments', from: 'writer-judgement' },
    ],
    sources: ['AOA-NEW'],
    confidence: 'high',
    checkedOn: CHECKED_ON,
  },
  {
    id: 'esloe',
    name: 'eSLOE',
    fullName: 'CORD electronic Standardized Letter of Evaluation for emergency medicine',
    variantOf: null,
    countsAsBase: true,
    fromSeason: null,
    channel: 'cas-form',
    note: ESLOE_NOTE,
    questions: ESLOE_QUESTIONS,
    sources: ['ESLOE', 'CORD'],
    confidence: 'high',
    checkedOn: CHECKED_ON,
  },
  esloeVariant('esloe-non-residency', 'Non-residency SLOE', 'for faculty without an emergency medicine residency'),
  esloeVariant('esloe-subspecialty', 'Subspecialty SLOE', 'for a rotation in a subspecialty of emergency medicine'),
  esloeVariant('osloe', 'OSLOE', 'for faculty of a rotation outside emergency medicine (off service)', false),
  {
    id: 'apgo-sloe',
    name: 'APGO SLOE',
    fullName: 'APGO Standardized Letter of Evaluation for obstetrics and gynecology',
    variantOf: null,
    countsAsBase: true,
    fromSeason: null,
    channel: 'cas-form',
    note: 'Written by those who know the applicant best, ideally from a sub-internship. Whoever writes the SLOE writes no second letter.',
    questions: [
      ...WHO,
      { label: 'Evaluator', from: 'writer' },
      ...RELATION,
      { label: 'Rotation', from: 'duration' },
      { label: 'Ratings and comments', from: 'writer-judgement' },
    ],
    sources: ['LIAISON', 'ACOG', 'UCI'],
    confidence: 'high',
    checkedOn: CHECKED_ON,
  },
  {
    id: 'dermatology',
    name: 'Standardized dermatology letter',
    fullName: 'Standardized dermatology letter in the AAMC Letter Writer Portal',
    variantOf: null,
    countsAsBase: true,
    fromSeason: 2027,
    channel: 'portal-form',
    note: PORTAL_FORM_NOTE,
    questions: PORTAL_QUESTIONS,
    sources: ['AAMC-TC27'],
    confidence: 'high',
    checkedOn: CHECKED_ON,
  },
  {
    id: 'plastic-surgery',
    name: 'Standardized plastic surgery letter',
    fullName: 'Standardized integrated plastic surgery letter in the AAMC Letter Writer Portal',
    variantOf: null,
    countsAsBase: true,
    fromSeason: 2027,
    channel: 'portal-form',
    note: PORTAL_FORM_NOTE,
    questions: PORTAL_QUESTIONS,
    sources: ['AAMC-TC27'],
    confidence: 'high',
    checkedOn: CHECKED_ON,
  },
  {
    id: 'urology',
    name: 'Standardized urology letter',
    fullName: 'Standardized urology letter in the AAMC Letter Writer Portal',
    variantOf: null,
    countsAsBase: true,
    fromSeason: 2027,
    channel: 'portal-form',
    note: PORTAL_FORM_NOTE,
    questions: PORTAL_QUESTIONS,
    sources: ['AAMC-TC27'],
    confidence: 'high',
    checkedOn: CHECKED_ON,
  },
];
