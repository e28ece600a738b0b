import type { Letter, WriterRole } from '../schema/letter.js';

/**
 * Points by which letters are chosen for programs. They order letters that an applicant has; they are no measure of a
 * letter or a person, and are never shown to a writer. Sources: facts §3, §4, §5 and the guide's sections on types of
 * letters and writers.
 */

/** What a letter brings by itself. */
export const MERIT = {
  /** The writer is of the program's specialty. */
  sameSpecialty: 3,
  /** Written for this specialty, not as a general letter. */
  written: 2,
  /** For an international graduate: the writer practices in the United States. */
  usWriter: 4,
  handsOn: 2,
  waived: 2,
  uploaded: 2,
  /** Agreed on, but not in yet. */
  agreed: 1,
  /** Not in by the time programs begin reviewing, or past its date. */
  late: -3,
} as const;

/** How often the writer saw the applicant at work. */
export const CONTACT_MERIT: Readonly<Record<NonNullable<Letter['relationship']['contact']>, number>> = {
  daily: 4,
  weekly: 3,
  monthly: 1,
  occasional: 0,
  indirect: 0,
};

/** Attending physicians carry the most weight; others supplement them. */
export const ROLE_MERIT: Readonly<Record<WriterRole, number>> = {
  attending: 3,
  'program-director': 3,
  chair: 2,
  committee: 2,
  professor: 2,
  'research-pi': 1,
  other: 0,
};

/** Points for the end of the last shared work, by the months since then. */
export const RECENCY_MERIT: readonly { readonly months: number; readonly points: number }[] = [
  { months: 12, points: 3 },
  { months: 24, points: 1 },
];

/** What a set of letters brings together: points for the first, second ... letter that meets it. */
export const DEMAND = {
  clinicalSupervisor: [10],
  /** Programs that expect a form read it first (facts §5). */
  requiredForm: 20,
  customaryForm: 8,
  /** Each further letter on the form that programs like to see. */
  preferredForm: 14,
  expectedChair: [10],
  customaryChair: [7],
  fromSpecialty: 9,
  outside: 8,
  usWriter: [12],
  programFocus: [7],
} as const;

/** Points for each different view in a set. */
export const VIEW = { role: 2, site: 1, focus: 1 } as const;

/** Points for each place that the program wants filled: no letter is so weak that the place stays empty. */
export const FILLED = 40;

/**
 * Cost of a letter above the number wanted, which readers did not ask for (facts §4 [AAFP]). More than all views together
 * can bring, and less than any demand: one letter above the number must add something that the others lack.
 */
export const EXTRA = 6;

/** Smallest number wanted above which one more letter may be proposed: "three to four". */
export const EXTRA_FROM = 3;
