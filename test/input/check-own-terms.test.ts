import { describe, expect, it } from 'vitest';
import { briefWriter } from '../../src/brief/index.js';
import { parseApplication } from '../../src/input/index.js';
import { planLetters } from '../../src/plan/index.js';
import type { ApplicationInput } from '../../src/schema/application.js';
import { minimalApplication } from '../support/applications.js';

const OWN = {
  writerRoles: [{ id: 'preceptor', label: 'community preceptor' }],
  competencies: [{ id: 'teaching', label: 'teaching on the wards' }],
};

function parse(change: (input: ApplicationInput) => void) {
  const input = minimalApplication();
  const [letter] = input.letters;
  if (!letter) throw new Error('the minimal application has a letter');
  letter.writer.role = 'preceptor';
  letter.moments = [
    {
      id: 'rounds',
      title: 'Rounds',
      situation: 'A round.',
      action: 'I taught.',
      result: 'They learned.',
      competencies: ['teaching'],
    },
  ];
  change(input);
  return parseApplication(JSON.stringify(input, null, 2), { file: 'application.json' });
}

describe("words of the user's own", () => {
  it('are read where the reference tables add them, and printed by their names', () => {
    const { application, diagnostics } = parse((input) => {
      input.reference = OWN;
    });
    expect(diagnostics).toEqual([]);
    if (!application) throw new Error('no application');
    const plan = planLetters(application, { today: '2026-07-06' });
    const [planned] = plan.letters;
    if (!planned) throw new Error('no letter');
    const brief = briefWriter(application, plan, planned);
    expect(brief.writer).toMatchObject({ role: 'other', roleLabel: 'community preceptor' });
    expect(brief.moments[0]?.competencies).toBe('teaching on the wards');
    expect(brief.guidance.role.length).toBeGreaterThan(0);
  });

  it('are errors where no table has them', () => {
    const { diagnostics } = parse(() => undefined);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['input/bad-value', 'letters[0].writer.role'],
      ['input/bad-value', 'letters[0].moments[0].competencies[0]'],
    ]);
  });
});
