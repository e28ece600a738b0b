/** An all-day entry of a calendar. */
export interface CalendarEntry {
  /** The same for the same date of the same letter, whatever becomes of its day: a calendar then moves the entry. */
  readonly uid: string;
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  /** The day after the last, YYYY-MM-DD. */
  readonly until: string;
  readonly summary: string;
  readonly description: string;
  /** False for a date that is not settled yet. */
  readonly isSettled: boolean;
  /** When to alarm, as ISO 8601 durations from the midnight that the first day begins with: `PT9H`, `-PT15H`. */
  readonly alarms: readonly string[];
}

/** A calendar file. */
export interface Calendar {
  readonly name: string;
  /** Day of issue, YYYY-MM-DD: a later one counts over an earlier one. */
  readonly issued: string;
  readonly entries: readonly CalendarEntry[];
}

/** Octets of a line, without its end (RFC 5545, 3.1). */
const LINE = 75;
const DAY_MS = 86_400_000;

/**
 * A calendar as iCalendar text (RFC 5545): CRLF, folded lines, escaped texts. The day of issue is the time stamp, and
 * the count of its days is the `SEQUENCE`, so that the same input gives the same file and a later file updates the
 * entries of an earlier one.
 */
export function iCalendar({ name, issued, entries }: Calendar): string {
  const stamp = `${basicDate(issued)}T000000Z`;
  const sequence = Math.round(Date.parse(`${issued}T00:00:00Z`) / DAY_MS);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//lor-packet//Letters of recommendation//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(entry.uid)}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${basicDate(entry.from)}`,
      `DTEND;VALUE=DATE:${basicDate(entry.until)}`,
      `SUMMARY:${escapeText(entry.summary)}`,
      ...(entry.description === '' ? [] : [`DESCRIPTION:${escapeText(entry.description)}`]),
      `STATUS:${entry.isSettled ? 'CONFIRMED' : 'TENTATIVE'}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      ...entry.alarms.flatMap((trigger) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escapeText(entry.summary)}`,
        `TRIGGER:${trigger}`,
        'END:VALARM',
      ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function basicDate(iso: string): string {
  return iso.replaceAll('-', '');
}

/** A text as a value (RFC 5545, 3.3.11); control characters, which it may not hold, go. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** Breaks a long line; no character is cut, and the space that begins a further line counts. */
function fold(line: string): string {
  let folded = '';
  let room = LINE;
  for (const character of line) {
    const length = octetsOf(character.codePointAt(0) ?? 0);
    if (length > room) {
      folded += '\r\n ';
      room = LINE - 1;
    }
    folded += character;
    room -= length;
  }
  return folded;
}

/** Octets of a character in UTF-8 (RFC 3629); a lone surrogate becomes U+FFFD, which has three. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}
