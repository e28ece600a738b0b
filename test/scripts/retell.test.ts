import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { retelling, retold } from '../../scripts/batch-proof/retell.js';

const STATEMENT = readFileSync('examples/img-internal-medicine/personal-statement-internal-medicine.md', 'utf8');

it('tells each applicant of a class apart: of forty statements no two share a long paragraph', () => {
  const long = (text: string): string[] => text.split('\n\n').filter((paragraph) => paragraph.length > 400);
  const told = Array.from({ length: 40 }, (_, at) => long(retelling(at + 1)(STATEMENT)));
  const paragraphs = told.flat();
  expect(paragraphs.length).toBeGreaterThan(200);
  expect(new Set(paragraphs).size).toBe(paragraphs.length);
});

it('tells the same applicant the same way each time', () => {
  expect(retelling(7)(STATEMENT)).toBe(retelling(7)(STATEMENT));
  expect(retelling(7)(STATEMENT)).not.toBe(retelling(8)(STATEMENT));
});

it('leaves an initial with its name', () => {
  const signer = 'Margaret L. Holloway, MD, MACP, Chair of the Department of Medicine';
  for (let number = 1; number < 20; number += 1) expect(retelling(number)(signer)).toMatch(/^Margaret L\. \p{Lu}/u);
});

it('renames alike in all texts of one applicant, and lets no long text grow', () => {
  const site = 'Harbor Point Medical Center';
  const value = { site, years: 2, texts: [`Two weeks at ${site}.`], id: 'harbor-point', start: '2026-03-02' };
  for (let number = 1; number < 40; number += 1) {
    const told = retold(value, retelling(number));
    expect(told.texts[0]).toContain(told.site);
    expect(told).toMatchObject({ id: 'harbor-point', start: '2026-03-02', years: 2 });
    const prose = `${'It was a small list of days. '.repeat(9)}I wrote it for the doctor on the ward.`;
    expect(retelling(number)(prose).length).toBeLessThanOrEqual(prose.length);
  }
});
