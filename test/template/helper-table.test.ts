import { describe, expect, it } from 'vitest';

import { HELPERS } from '../../src/template/index.js';
import { render } from './build.js';

describe('helpers', () => {
  const brief = {
    xs: ['a', '', 'b', null, 'c'],
    two: ['a', 'b'],
    one: ['a'],
    none: [],
    nil: null,
    s: 'text',
    empty: '',
    n: 3,
    zero: 0,
    yes: true,
    from: '2024-09',
    to: '2025-01-02',
  };
  it.each([
    ['{{join xs ", "}}', 'a, b, c'],
    ['{{join nil ", "}}', ''],
    ['{{join-with ", " s empty nil n}}', 'text, 3'],
    ['{{and-list xs}}', 'a, b and c'],
    ['{{and-list two}}', 'a and b'],
    ['{{and-list one}}', 'a'],
    ['{{and-list none}}', ''],
    ['{{count xs}}', '5'],
    ['{{count nil}}', '0'],
    ['{{n}} {{plural n "day" "days"}}', '3 days'],
    ['{{plural 1 "day" "days"}} {{plural 0 "day" "days"}} {{plural -1 "day" "days"}}', 'day days day'],
    ['{{concat s "-" n nil}}', 'text-3'],
    [
      '{{default nil "none"}} {{default empty "none"}} {{default s "none"}} {{default zero "none"}}',
      'none none text 0',
    ],
    [
      '{{date from}} {{date to}} {{date "2026"}} {{date nil}} {{date "spring 2026"}}',
      'Sep 2024 January 2, 2025 2026  spring 2026',
    ],
    ['{{short-date from}} {{short-date to}} {{short-date "2026"}} {{short-date nil}}', 'Sep 2024 Jan 2, 2025 2026 '],
    ['{{date-range from to}}', 'Sep 2024 – January 2, 2025'],
    ['{{or nil empty s}} {{or nil zero}}', 'text 0'],
    ['{{and s n}}|{{and s nil n}}|{{and s empty}}', '3||'],
    ['{{#if (and s (not nil))}}y{{/if}}', 'y'],
    ['{{#if (or nil none)}}y{{else}}n{{/if}}', 'n'],
    ['{{eq n 3}} {{eq n "3"}} {{ne s "text"}} {{eq nil undefined}}', 'true false false true'],
    ['{{gt n 2}} {{lt n 2}} {{lt from to}} {{gt nil 1}} {{lt nil 1}}', 'true false true false false'],
    ['{{not zero}} {{not none}} {{not yes}}', 'true true false'],
  ])('%s', (body, expected) => {
    expect(render(`[${body}]`, brief)).toBe(`[${expected}]`);
  });

  it.each([
    ['2024-09', null, 'Sep 2024 – present'],
    [null, null, ''],
    [null, '2024', '2024'],
    ['2024', '2024', '2024'],
    ['2019', '2021', '2019–2021'],
    ['2024-09', '2024-10', 'Sep–Oct 2024'],
    ['2019-07', '2021-06', 'Jul 2019 – Jun 2021'],
    ['2026-09-15', '2026-09-28', 'September 15–28, 2026'],
    ['2026-09-15', '2026-10-02', 'September 15 – October 2, 2026'],
    ['2026-12-15', '2027-01-02', 'December 15, 2026 – January 2, 2027'],
    ['2026', '2026-03', '2026 – Mar 2026'],
    ['2026-13', '2027', '2026-13–2027'],
  ])('date-range %s %s', (from, to, expected) => {
    expect(render('[{{date-range from to}}]', { from, to })).toBe(`[${expected}]`);
  });

  it('document themselves with a usage that begins with their name', () => {
    for (const [name, { usage, gives, takes }] of Object.entries(HELPERS)) {
      expect(usage.split(' ')[0]).toBe(name);
      expect(gives).not.toBe('');
      expect(takes[0]).toBeLessThanOrEqual(takes[1]);
    }
  });
});
