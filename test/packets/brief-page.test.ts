import { beforeAll, describe, expect, it } from 'vitest';
import { briefWriter } from '../../src/brief/index.js';
import { parseDocument } from '../../src/document/index.js';
import { layoutDocument, type LaidOutDocument } from '../../src/layout/index.js';
import type { ApplicationInput } from '../../src/schema/application.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { composeMarkdown } from '../../src/template/index.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';
import type { FontTypesetter } from '../../src/text/index.js';
import { testTypesetter } from '../support/fonts.js';
import { planned } from '../support/planned.js';
import { textOf } from '../layout/support/page-text.js';

const template = prepareTemplate(BUILTIN_TEMPLATES['classic']!);
let typesetter: FontTypesetter;
beforeAll(async () => {
  typesetter = await testTypesetter();
});

/** The packet of the first letter of an application, laid out. */
function packet(change: (input: ApplicationInput) => void): LaidOutDocument {
  const { application, plan } = planned(change);
  const composed = composeMarkdown(template, briefWriter(application, plan, plan.letters[0]!));
  const { tree } = parseDocument(composed.markdown, composed.slots);
  const furniture = { header: { left: 'a', right: 'b' }, footer: { left: 'c' } };
  return layoutDocument(tree, { theme: template.theme, typesetter, lang: 'en-US', ...furniture });
}

const long = (length: number, word = 'Wolfeschlegelstein'): string => `${word} `.repeat(length).slice(0, length).trim();
const points = (length: number) =>
  Array.from({ length: 5 }, (_, index) => ({
    point: `${index} ${long(length, 'steadily')}`,
    because: long(length, 'because'),
  }));
const text = (laidOut: LaidOutDocument, from: number, to?: number): string =>
  laidOut.pages
    .slice(from, to)
    .flatMap((page) => page.items.filter((item) => item.element).map(textOf))
    .join('');

describe('page 1 of a packet', () => {
  const expectOnePage = (laidOut: LaidOutDocument): void => {
    const second = laidOut.outline.filter(({ level }) => level === 1)[1];
    expect(second?.page).toBe(2);
    expect(laidOut.pages[1]!.items.some((item) => item.element?.role === 'H1')).toBe(true);
    for (const item of laidOut.pages[0]!.items) {
      if (item.kind === 'text' && item.element) expect(item.y).toBeLessThan(792 - 48);
    }
    expect(laidOut.diagnostics.filter(({ code }) => code === 'layout/overflow')).toEqual([]);
  };

  it('is as the template has it when all fits', () => {
    const laidOut = packet(() => undefined);
    expectOnePage(laidOut);
    expect(laidOut.diagnostics).toEqual([]);
  });

  it('moves what supports five long points to a later section, and says so', () => {
    const laidOut = packet((input) => {
      input.letters[0]!.points = points(330);
    });
    expectOnePage(laidOut);
    expect(laidOut.diagnostics).toMatchObject([{ code: 'layout/brief-shortened' }]);
    expect(laidOut.diagnostics[0]!.message).toContain('what supports the points to');
    expect(text(laidOut, 0, 1)).not.toContain('because');
    expect(text(laidOut, 1)).toContain('because');
  });

  for (const length of [120, 250, 300, 390]) {
    it(`stays one page with every name of ${length} characters and five points as long`, () => {
      const laidOut = packet((input) => {
        const { applicant, letters } = input;
        applicant.name = { ...applicant.name, given: long(length), family: long(length), pronunciation: long(length) };
        applicant.credentials = long(length);
        applicant.phone = '+1 555 0100 ext. 12345';
        letters[0]!.points = points(length);
        for (const { writer } of input.letters) {
          writer.name = { ...writer.name, given: long(length), family: long(length) };
          writer.institution = long(length);
        }
      });
      expectOnePage(laidOut);
      // Nothing is lost: every point stands somewhere in full.
      for (const { point } of points(length))
        expect(text(laidOut, 0).replace(/\s+/g, ' ')).toContain(point.slice(0, 60));
      expect(laidOut.diagnostics.some(({ code }) => code === 'layout/brief-shortened')).toBe(true);
    });
  }
});
