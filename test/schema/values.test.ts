import { describe, expect, it } from 'vitest';
import {
  daysInMonth,
  email,
  endDate,
  fullDate,
  id,
  isPartialDate,
  line,
  nativeText,
  partialDate,
  webAddress,
} from '../../src/schema/values.js';

describe('dates', () => {
  it.each(['2026', '2026-01', '2026-12', '2026-12-31', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])(
    '%s exists',
    (text) => {
      expect(isPartialDate(text)).toBe(true);
      expect(partialDate.safeParse(text).success).toBe(true);
    },
  );

  it.each([
    '2026-13',
    '2026-00',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-1',
    '26',
    '1899',
    '2200',
    '2026-09-15 ',
    '２０２６',
  ])('%s does not', (text) => {
    expect(isPartialDate(text)).toBe(false);
  });

  it('knows the days of a month in leap years and centuries', () => {
    expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    const all = Array.from({ length: 12 }, (_, month) => daysInMonth(2025, month + 1));
    expect(all).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it('takes a whole date only where one is needed, and "present" only at an end', () => {
    expect(fullDate.safeParse('2026-09').success).toBe(false);
    expect(fullDate.safeParse('2026-09-15').success).toBe(true);
    expect(endDate.safeParse('present').success).toBe(true);
    expect(partialDate.safeParse('present').success).toBe(false);
  });

  it('marks a bad date with the code of bad dates', () => {
    for (const schema of [partialDate, fullDate, endDate]) {
      expect(schema.safeParse('soon').error?.issues[0]).toMatchObject({
        code: 'custom',
        params: { code: 'input/bad-date' },
      });
    }
  });
});

describe('id', () => {
  it.each(['a', '7', 'internal-medicine', 'A_b-9', 'x'.repeat(64)])('takes %s', (text) => {
    expect(id.safeParse(text).success).toBe(true);
  });
  it.each(['', '-a', '_a', 'a b', 'a/b', '..', 'é', 'a\n', 'x'.repeat(65)])('refuses %j', (text) => {
    expect(id.safeParse(text).success).toBe(false);
  });
});

describe('email', () => {
  it.each([
    'a@b.co',
    'linh.tran+eras@mail.example.org',
    "o'hara@example.org",
    'јован@пример.срб',
    '用户@例子.广告',
    'ana@xn--e1afmkfd.xn--p1ai',
    ' a@b.co ',
  ])('takes %s', (text) => {
    expect(email.safeParse(text).success).toBe(true);
  });
  it.each(['', 'a', 'a@b', 'a@@b.co', 'a b@c.co', 'a@b.c', '<a@b.co>', 'a@b.co, c@d.co', `${'a'.repeat(250)}@b.co`])(
    'refuses %j',
    (text) => {
      expect(email.safeParse(text).success).toBe(false);
    },
  );
});

describe('addresses', () => {
  it('refuses characters that nobody sees, and a domain with an empty part', () => {
    for (const hidden of ['\u00AD', '\u200B', '\u200F', '\u202D', '\u2066', '\uFEFF']) {
      expect(email.safeParse(`li${hidden}nh@example.org`).success, JSON.stringify(hidden)).toBe(false);
      expect(email.safeParse(`linh@exam${hidden}ple.org`).success, JSON.stringify(hidden)).toBe(false);
      expect(webAddress.safeParse(`https://example.org/a${hidden}b`).success, JSON.stringify(hidden)).toBe(false);
    }
    expect(email.safeParse('linh@example..org').success).toBe(false);
    expect(email.safeParse('a@نامه\u200Cای.com').success).toBe(true);
  });
});

describe('texts', () => {
  it('trims, and refuses what is empty then', () => {
    expect(line.parse('  x ')).toBe('x');
    expect(line.safeParse(' \t').success).toBe(false);
  });
  it('takes web addresses of http and https only', () => {
    expect(webAddress.safeParse('https://example.org/a?b=c').success).toBe(true);
    for (const text of ['javascript:alert(1)', 'ftp://example.org', 'example.org', 'https://a b']) {
      expect(webAddress.safeParse(text).success, text).toBe(false);
    }
  });
  it('takes language tags', () => {
    for (const lang of ['vi', 'sr-Cyrl', 'zh-Hant-TW'])
      expect(nativeText.safeParse({ text: 'x', lang }).success, lang).toBe(true);
    for (const lang of ['', 'Vietnamese', 'VI', 'v'])
      expect(nativeText.safeParse({ text: 'x', lang }).success, lang).toBe(false);
  });
});
