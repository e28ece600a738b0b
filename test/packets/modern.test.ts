import { beforeAll, describe, expect, it } from 'vitest';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { composeMarkdown, fillMarks } from '../../src/template/index.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';
import { type FixtureLetter, loadFixtureApplicants } from './fixture-applicants.js';

let letters: readonly FixtureLetter[];
beforeAll(async () => {
  letters = (await loadFixtureApplicants()).flatMap((applicant) => applicant.letters);
});

/** The first-level headings of a packet, in order. */
function headings(template: string, { brief }: FixtureLetter): string[] {
  const { markdown, slots } = composeMarkdown(prepareTemplate(BUILTIN_TEMPLATES[template]!), brief);
  return [...fillMarks(markdown, slots).matchAll(/^# (.+)$/gm)].map(([, heading]) => heading!);
}

describe('modern', () => {
  it('has the dates under the request, or at the end once the letter is in', () => {
    for (const letter of letters) {
      const sections = headings('modern', letter);
      const at = sections.indexOf('Dates');
      expect([letter.id, sections[at - 1]]).toEqual([
        letter.id,
        letter.brief.request.isUploaded ? 'Your letter is in' : 'My request',
      ]);
    }
  });

  it('has the sections of classic, each once', () => {
    for (const letter of letters) {
      expect(headings('modern', letter).sort()).toEqual(headings('classic', letter).sort());
    }
  });
});
