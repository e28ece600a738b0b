import * as z from 'zod';

/** Days of a month of the proleptic Gregorian calendar; month counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True for YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar (years 1900 to 2199). */
export function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const BAD_DATE = { params: { code: 'input/bad-date' } };

/** YYYY, YYYY-MM or YYYY-MM-DD: a date as exactly as it is known. Compared and printed without a time zone. */
export const partialDate = z.string().refine(isPartialDate, {
  message: 'must be a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar',
  ...BAD_DATE,
});

/** YYYY-MM-DD. */
export const fullDate = z.string().refine((text) => text.length === 10 && isPartialDate(text), {
  message: 'must be a date as YYYY-MM-DD that exists in the calendar',
  ...BAD_DATE,
});

/** The end of a period: a date, or `present` while it goes on. */
export const endDate = z.string().refine((text) => text === 'present' || isPartialDate(text), {
  message: 'must be a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar, or "present"',
  ...BAD_DATE,
});

/** An id inside one application: letters, digits, `-` and `_`. */
export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/i, 'must be 1 to 64 letters, digits, "-" or "_", starting with a letter or digit');

/** One of the words given, or the id of a row that the user's own reference tables add. */
export function orOwn<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.union([z.enum(words), id]);
}

/** A single line of text that is not empty. */
export const line = z.string().trim().min(1, 'must not be empty').max(400, 'must be at most 400 characters');

/** Running text that is not empty; blank lines separate paragraphs. */
export const prose = z.string().trim().min(1, 'must not be empty').max(4000, 'must be at most 4,000 characters');

/**
 * Characters that nobody sees and that come along from documents: soft hyphen, zero-width space, marks of direction. As
 * the inside of a class of a regular expression. Joiners are not among them: Persian domain names need them.
 */
export const HIDDEN_CHARACTERS = String.raw`\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF`;
const NOT_IN_ADDRESS = String.raw`\s<>"${HIDDEN_CHARACTERS}`;
const EMAIL_PART = String.raw`[^@()[\],;:${NOT_IN_ADDRESS}]`;
const EMAIL_LABEL = String.raw`[^.@()[\],;:${NOT_IN_ADDRESS}]`;

/** An e-mail address as RFC 6531 allows it: non-ASCII local parts and domains included. */
export const email = z
  .string()
  .trim()
  .max(254)
  .regex(new RegExp(`^${EMAIL_PART}+@(?:${EMAIL_LABEL}+\\.)+${EMAIL_LABEL}{2,}$`, 'u'), 'must be an e-mail address');

/** A web address; only https and http. */
export const webAddress = z
  .string()
  .trim()
  .max(500)
  .regex(new RegExp(`^https?://[^${NOT_IN_ADDRESS}]+$`, 'i'), 'must be a web address (https://…)');

/** Text in a language and script of its own, such as a name as it is written at home. */
export const nativeText = z
  .strictObject({
    text: line.describe('The text in its own script, such as "Trường Đại học Y Hà Nội".'),
    lang: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as "vi", "ar" or "ru"')
      .describe('Language tag (BCP 47), such as "vi", "ar", "ru".'),
  })
  .describe('A name in its own language and script.');

/** A place; country may be left out for the United States. */
export const place = z
  .strictObject({
    city: line.optional().describe('City.'),
    state: line.optional().describe('State or province.'),
    country: line.optional().describe('Country; leave out for the United States.'),
  })
  .describe('City, state and country.');

/** A person's name. Order and punctuation follow `full` when given, else given, middle, family, suffix. */
export const personName = z
  .strictObject({
    given: line.optional().describe('Given (first) name; leave out for a single name.'),
    middle: line.optional().describe('Middle name or names.'),
    family: line.describe('Family (last) name, or the single name.'),
    suffix: line.optional().describe('Suffix such as "Jr.".'),
    full: line
      .optional()
      .describe('The whole name as it is to be printed, when it is not given, middle, family, suffix.'),
    preferred: line.optional().describe('Name that the person goes by.'),
    pronunciation: line.optional().describe('How to say the name, such as "NWIN tee HOM".'),
    native: nativeText.optional().describe('The name in its own script.'),
  })
  .describe('Name parts.');

export type PersonName = z.infer<typeof personName>;
export type Place = z.infer<typeof place>;
export type NativeText = z.infer<typeof nativeText>;
