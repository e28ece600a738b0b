import { beforeAll, describe, expect, it } from 'vitest';
import type { LaidOutDocument } from '../../src/layout/index.js';
import { sampleBrief } from '../../src/schema/sample-brief.js';
import type { Brief } from '../../src/schema/brief.js';
import { setBrief, type SetPages } from '../../src/set-brief.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import type { FontTypesetter } from '../../src/text/index.js';
import { textOf } from '../layout/support/page-text.js';
import { testTypesetter } from '../support/fonts.js';
import { type FixtureLetter, loadFixtureApplicants } from './fixture-applicants.js';

const PAPERS = ['letter', 'a4'] as const;
let typesetter: FontTypesetter;
let letters: readonly FixtureLetter[];
beforeAll(async () => {
  typesetter = await testTypesetter();
  letters = (await loadFixtureApplicants()).flatMap((applicant) => applicant.letters);
});

function compact(brief: Brief, size: (typeof PAPERS)[number] = 'letter'): Promise<SetPages> {
  return setBrief(brief, { typesetter, template: BUILTIN_TEMPLATES['compact']!, theme: { page: { size } } });
}

const text = ({ pages }: LaidOutDocument, from = 0): string =>
  pages
    .slice(from)
    .flatMap((page) => page.items.filter((item) => item.element).map(textOf))
    .join(' ')
    .replace(/\s+/g, ' ');

/** A value with every text in it repeated up to a length. */
function longer<T>(value: T, length: number, key = ''): T {
  if (Array.isArray(value)) return value.map((item: unknown) => longer(item, length)) as T;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([name, inner]) => [name, longer(inner, length, name)]);
    return Object.fromEntries(entries) as T;
  }
  const fixed = /^(?:iso|on|from|to|kind|lang|text|email|url|portalUrl|emphasis|axis|handsOn|due|weekday|season)$/;
  if (typeof value !== 'string' || fixed.test(key)) return value;
  return `${value} `
    .repeat(Math.ceil(length / (value.length + 1)))
    .slice(0, length)
    .trim() as T;
}

/** A brief in which all that an applicant writes is of one length. */
function written(brief: Brief, length: number): Brief {
  const { applicant, writer, relationship, points, work, moments, goals, themes, cv, img } = brief;
  return {
    ...brief,
    ...longer({ applicant, writer, relationship, points, work, moments, goals, themes, cv, img }, length),
  };
}

describe('a compact packet', () => {
  it.each(PAPERS)('has two pages on %s, and one when the letter is in', async (size) => {
    for (const { brief, id } of letters) {
      const { laidOut, diagnostics } = await compact(brief, size);
      expect({ id, pages: laidOut.pages.length }).toEqual({ id, pages: brief.request.isUploaded ? 1 : 2 });
      expect(diagnostics).toEqual([]);
    }
  });

  it('lists a few appendices on its second page', async () => {
    const row = { kind: 'document', isAttached: false, label: 'A', count: 3, pages: 'A-1 to A-3', missing: null };
    const { brief } = letters.find((letter) => !letter.brief.request.isUploaded)!;
    const appendices = [
      { ...row, title: 'Letter Request Form' },
      { ...row, title: 'Old form', label: null, pages: null, count: 0, missing: 'The file could not be read.' },
    ];
    const { laidOut } = await compact({ ...brief, appendices });
    expect(laidOut.pages).toHaveLength(2);
    expect(text(laidOut, 1)).toMatch(/A-1 to A-3 ?Letter Request Form/);
    expect(text(laidOut, 1)).toContain('Old form. The file could not be read.');
  });

  it('has two pages for a brief with everything', async () => {
    const { laidOut, diagnostics } = await compact(sampleBrief('everything'));
    expect(laidOut.pages).toHaveLength(2);
    expect(diagnostics).toEqual([]);
  });

  it.each([120, 300])('moves what does not fit, with texts of %i characters, and says so', async (length) => {
    for (const { brief } of letters.slice(0, 3)) {
      const { laidOut, diagnostics } = await compact(written(brief, length));
      expect(diagnostics.filter(({ code }) => code !== 'layout/brief-shortened')).toEqual([]);
      expect(laidOut.outline.find(({ title }) => title === 'For when you write')?.page).toBe(2);
      if (diagnostics.length === 0) expect(laidOut.pages).toHaveLength(2);
    }
  });
});
