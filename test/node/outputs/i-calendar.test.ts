import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { iCalendar } from '../../../src/node/outputs/i-calendar.js';

describe('iCalendar', () => {
  it.each(['a', 'é', '陈', '🩺', 'é陈🩺a'])('folds lines of "%s" at 75 octets and cuts no character', (character) => {
    const summary = character.repeat(200);
    const entry = { uid: 'one@lor-packet', from: '2026-09-15', until: '2026-09-16', summary, description: '', isSettled: true, alarms: [] }; // prettier-ignore
    const text = iCalendar({ name: summary, issued: '2026-07-06', entries: [entry] });
    const lines = text.split('\r\n');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(line).toString()).toBe(line);
    }
    // Lines are filled: four octets are the longest character.
    const folded = lines.filter((line, index) => lines[index + 1]?.startsWith(' ') === true);
    expect(Math.min(...folded.map((line) => Buffer.byteLength(line)))).toBeGreaterThan(75 - 4);
    const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('summary')).toBe(summary);
  });
});
