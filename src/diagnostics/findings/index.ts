import { CONSISTENCY_FINDINGS } from './consistency.js';
import { DOCUMENT_FINDINGS } from './documents.js';
import { INTERNATIONAL_FINDINGS, SILENCE_FINDINGS } from './international.js';
import { LETTER_FINDINGS } from './letters.js';
import { NARRATIVE_FINDINGS } from './narrative.js';
import { PRIVACY_FINDINGS } from './privacy.js';
import { REQUEST_FINDINGS } from './request.js';
import { TIMING_FINDINGS } from './timing.js';

/**
 * Every finding of planning with its severity, who can mend it, why it matters, what to do, and its sources. The one
 * place: codes, messages of the command line, and the documentation come from here.
 */
export const FINDINGS = {
  ...LETTER_FINDINGS,
  ...REQUEST_FINDINGS,
  ...TIMING_FINDINGS,
  ...NARRATIVE_FINDINGS,
  ...PRIVACY_FINDINGS,
  ...CONSISTENCY_FINDINGS,
  ...INTERNATIONAL_FINDINGS,
  ...DOCUMENT_FINDINGS,
  ...SILENCE_FINDINGS,
};

/** The code of a finding of planning. */
export type FindingCode = keyof typeof FINDINGS;
