import { CHECKED_ON } from './checked-on.js';
import {
  CHARACTERISTIC_LABELS,
  COMPETENCY_LABELS,
  EXPERIENCE_TYPE_LABELS,
  FOCUS_AREA_LABELS,
  WRITER_ROLE_LABELS,
} from './labels.js';
import type { Confidence, Term } from './types.js';

function terms(
  labels: Readonly<Record<string, string>>,
  confidence: Confidence,
  ...sources: readonly string[]
): readonly Term[] {
  return Object.entries(labels).map(([id, label]) => ({ id, label, sources, confidence, checkedOn: CHECKED_ON }));
}

/** ACGME core competencies, in their order (facts §7). */
export const COMPETENCIES = terms(COMPETENCY_LABELS, 'high', 'SDN-DRAFT', 'ACCEPTED');
/** Roles in which a letter is written (facts §1.1, §1.3; guide "Who should write"). */
export const WRITER_ROLES = terms(WRITER_ROLE_LABELS, 'high', 'AAMC-LOR-OLD', 'SEED');
/** Experience types of MyERAS (facts §1.4). */
export const EXPERIENCE_TYPES = terms(EXPERIENCE_TYPE_LABELS, 'high', 'AAMC-EXP', 'ACCEPTED');
/** Primary focus areas of MyERAS (facts §1.4). */
export const FOCUS_AREAS = terms(FOCUS_AREA_LABELS, 'medium', 'SDN-EXP');
/** Key characteristics of MyERAS (facts §1.4). */
export const CHARACTERISTICS = terms(CHARACTERISTIC_LABELS, 'medium', 'SDN-EXP');
