import { isPartialDate } from '../schema/values.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ONGOING = /^(present|now|current(ly)?|ongoing|today|to date|continuing)$/i;

/** A date as the format writes it, with what it would mean when the text can be read in two ways. */
export interface ProposedDate {
  readonly iso: string;
  readonly meaning?: string;
}

function iso(year: string, month?: number | string, day?: number | string): string {
  const two = (value: number | string): string => String(value).padStart(2, '0');
  return [year, ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join('-');
}

function monthOf(name: string): number | undefined {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  const full = MONTH_NAMES[index]?.toLowerCase();
  const isName = full !== undefined && (full.startsWith(name.toLowerCase()) || name.toLowerCase() === 'sept');
  return isName ? index + 1 : undefined;
}

function numericDates(first: string, second: string, year: string): ProposedDate[] {
  const [a, b] = [Number(first), Number(second)];
  const american = iso(year, a, b);
  const european = iso(year, b, a);
  const both = [american, european].filter(isPartialDate);
  if (american === european || both.length < 2) return both.slice(0, 1).map((date) => ({ iso: date }));
  return [
    { iso: american, meaning: `${MONTH_NAMES[a - 1] ?? ''} ${b}` },
    { iso: european, meaning: `${MONTH_NAMES[b - 1] ?? ''} ${a}` },
  ];
}

/** With European digits, hyphens and ASCII punctuation, as keyboards of other scripts do not type them. */
function inAscii(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => {
      // The digits of every script stand in a row of ten, zero first.
      let zero = digit.codePointAt(0) ?? 0;
      const code = zero;
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
      return String(code - zero);
    })
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?$/, (_, year, month, day) =>
      [year, month, day].filter((part) => part !== undefined).join('-'),
    );
}

function readings(text: string): ProposedDate[] {
  const words = inAscii(text)
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .replace(/\b(of|in|about|ca|circa|early|mid|late)\b\.?/gi, ' ')
    .replace(/[,.]+(?=\s|$)/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  if (/^\d{4}$/.test(words) && words !== text) return [{ iso: words }];
  let m = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(words);
  if (m) return numericDates(m[1] ?? '', m[2] ?? '', m[3] ?? '');
  m = /^(\d{4})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{1,2}))?$/.exec(words);
  if (m) {
    const plain = iso(m[1] ?? '', m[2], m[3]);
    return [{ iso: isPartialDate(plain) || m[3] === undefined ? plain : iso(m[1] ?? '', m[3], m[2]) }];
  }
  m = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(words);
  if (m) return [{ iso: iso(m[2] ?? '', m[1]) }];
  m = /^(\d{4})(\d{2})(\d{2})$/.exec(words) ?? /^(\d{4}-\d{2}-\d{2})[T ]\d/.exec(words);
  if (m) return [{ iso: m[2] === undefined ? (m[1] ?? '') : iso(m[1] ?? '', m[2], m[3]) }];
  m = /^(?:(\d{1,2})[ -])?(\p{L}{3,9})[ -](?:(\d{1,2})[ -])?(\d{4})$/u.exec(words);
  if (m) {
    const month = monthOf(m[2] ?? '');
    if (month !== undefined) return [{ iso: iso(m[4] ?? '', month, m[1] ?? m[3]) }];
    if (/^(spring|summer|fall|autumn|winter|year)$/i.test(m[2] ?? '')) return [{ iso: m[4] ?? '' }];
  }
  m = /^(\d{4})[ -](\p{L}{3,9})(?:[ -](\d{1,2}))?$/u.exec(words);
  const month = m ? monthOf(m[2] ?? '') : undefined;
  return m && month !== undefined ? [{ iso: iso(m[1] ?? '', month, m[3]) }] : [];
}

/**
 * Reads a date in a form that people write, such as `09/01/2026`, `Sept 2026` or `1 September 2026`, and gives it in
 * the form of the file; two dates when it can be read in two ways (American first), none when it cannot be read.
 */
export function proposeDate(text: string): ProposedDate[] {
  if (text.length > 60) return [];
  if (ONGOING.test(text.trim())) return [{ iso: 'present' }];
  return readings(text).filter(({ iso: date }) => isPartialDate(date));
}

/** Why a text in the right form is no date, such as a day that the month does not have; null otherwise. */
export function explainImpossibleDate(text: string): string | null {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
  if (!m) return null;
  if (isPartialDate(text.trim())) return null;
  if (!isPartialDate(m[1] ?? '')) return outOfRange(Number(m[1]));
  const month = Number(m[2]);
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) return `there is no month ${m[2] ?? ''}`;
  for (let day = 31; day >= 28; day -= 1) {
    if (isPartialDate(iso(m[1] ?? '', month, day))) return `${name} ${m[1] ?? ''} has ${day} days`;
  }
  return null;
}

/** Years of the Buddhist calendar, as Thai documents have them, are 543 ahead. */
function outOfRange(year: number): string {
  const christian = year - 543;
  const buddhist =
    christian >= 1950 && christian < 2060 ? `; if it is of the Buddhist calendar, write ${christian}` : '';
  return `the year ${year} is out of range${buddhist}`;
}
