import type { FormId } from '../schema/letter.js';
import type { Form, FormQuestion } from './types.js';

const WHO: readonly FormQuestion[] = [
  { label: 'Applicant', from: 'applicant-name' },
  { label: 'AAMC ID', from: 'aamc-id' },
];
const RELATION: readonly FormQuestion[] = [
  { label: 'How long known', from: 'known-since' },
  { label: 'Nature of contact', from: 'contact' },
];

/** The standardized forms and the facts that each asks for, in its order (facts §1.3, §5). */
export const FORMS: Record<FormId, Form> = {
  'im-sel': {
    id: 'im-sel',
    name: 'IM SEL',
    fullName: 'Structured Evaluative Letter for internal medicine (AAIM)',
    channel: 'pdf',
    note: 'The letter takes the place of the chair letter and is uploaded as one PDF. Where no department committee exists, a single observer may write it. Scores, comments of the dean’s letter and the CV are not copied into it; the narrative is at most 200 words.',
    questions: [
      ...WHO,
      { label: 'Institution and evaluators', from: 'writer' },
      { label: 'Signers', from: 'signers' },
      { label: 'Evaluator’s contact', from: 'writer-contact' },
      ...RELATION,
      { label: 'Rotation and duration', from: 'duration' },
      { label: 'Setting', from: 'settings' },
      { label: 'Student’s role', from: 'role' },
      { label: 'Grading policy', from: 'grading' },
      { label: 'Narrative, at most 200 words', from: 'writer-judgement' },
    ],
    sources: ['IMSEL', 'AAIM', 'RESEXP', 'DRALLYS'],
    confidence: 'high',
  },
  eslor: {
    id: 'eslor',
    name: 'eSLOR',
    fullName: 'AOA/CORD electronic Standardized Letter of Recommendation for orthopaedic surgery',
    channel: 'external-form-then-pdf',
    note: 'Fill in the form on the AOA site, sign it by hand, download it as PDF and upload it yourself: nothing is transferred automatically. It stands alone; no letter is appended.',
    questions: [...WHO, { label: 'ERAS Letter ID', from: 'letter-id' }, { label: 'Evaluator', from: 'writer' }, ...RELATION, { label: 'Rotation', from: 'duration' }, { label: 'Ratings and comments', from: 'writer-judgement' }],
    sources: ['AOA-NEW'],
    confidence: 'high',
  },
  esloe: {
    id: 'esloe',
    name: 'eSLOE',
    fullName: 'CORD electronic Standardized Letter of Evaluation for emergency medicine',
    channel: 'cas-form',
    note: 'The form needs the ResidencyCAS Letter ID. A form saved without one can be found again by the UUID on its PDF.',
    questions: [...WHO, { label: 'ResidencyCAS Letter ID', from: 'letter-id' }, { label: 'Evaluator', from: 'writer' }, ...RELATION, { label: 'Rotation', from: 'duration' }, { label: 'Ratings and comments', from: 'writer-judgement' }],
    sources: ['ESLOE', 'CORD'],
    confidence: 'high',
  },
  'apgo-sloe': {
    id: 'apgo-sloe',
    name: 'APGO SLOE',
    fullName: 'APGO Standardized Letter of Evaluation for obstetrics and gynecology',
    channel: 'cas-form',
    note: 'Written by those who know the applicant best, ideally from a sub-internship. Whoever writes the SLOE writes no second letter.',
    questions: [...WHO, { label: 'Evaluator', from: 'writer' }, ...RELATION, { label: 'Rotation', from: 'duration' }, { label: 'Ratings and comments', from: 'writer-judgement' }],
    sources: ['LIAISON', 'ACOG', 'UCI'],
    confidence: 'high',
  },
  dermatology: {
    id: 'dermatology',
    name: 'Standardized dermatology letter',
    fullName: 'Standardized dermatology letter in the AAMC Letter Writer Portal',
    channel: 'portal-form',
    note: 'It is typed into the portal’s own form; a PDF of that form is refused.',
    questions: [...WHO, { label: 'Evaluator', from: 'writer' }, ...RELATION, { label: 'Ratings and comments', from: 'writer-judgement' }],
    sources: ['AAMC-TC27'],
    confidence: 'high',
  },
  'plastic-surgery': {
    id: 'plastic-surgery',
    name: 'Standardized plastic surgery letter',
    fullName: 'Standardized integrated plastic surgery letter in the AAMC Letter Writer Portal',
    channel: 'portal-form',
    note: 'It is typed into the portal’s own form; a PDF of that form is refused.',
    questions: [...WHO, { label: 'Evaluator', from: 'writer' }, ...RELATION, { label: 'Ratings and comments', from: 'writer-judgement' }],
    sources: ['AAMC-TC27'],
    confidence: 'high',
  },
  urology: {
    id: 'urology',
    name: 'Standardized urology letter',
    fullName: 'Standardized urology letter in the AAMC Letter Writer Portal',
    channel: 'portal-form',
    note: 'It is typed into the portal’s own form; a PDF of that form is refused.',
    questions: [...WHO, { label: 'Evaluator', from: 'writer' }, ...RELATION, { label: 'Ratings and comments', from: 'writer-judgement' }],
    sources: ['AAMC-TC27'],
    confidence: 'high',
  },
};
