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

function readings(text: string): ProposedDate[] {
  const words = text
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .replace(/\b(of|in|about|ca|circa|early|mid|late)\b\.?/gi, ' ')
    .replace(/[,.]+(?=\s|$)/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
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
  const m = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim());
  if (!m) return null;
  if (isPartialDate(text.trim())) return null;
  const month = Number(m[2]);
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) return `there is no month ${m[2] ?? ''}`;
  if (!isPartialDate(`${m[1] ?? ''}-${m[2] ?? ''}`)) return `the year ${m[1] ?? ''} is out of range`;
  for (let day = 31; day >= 28; day -= 1) {
    if (isPartialDate(iso(m[1] ?? '', month, day))) return `${name} ${m[1] ?? ''} has ${day} days`;
  }
  return null;
}
