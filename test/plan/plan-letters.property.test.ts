import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LetterPlan, planLetters } from '../../src/plan/index.js';
import { BUILTIN_REFERENCE, findApplicationSystem, findSpecialty } from '../../src/reference/index.js';
import type { Application } from '../../src/schema/application.js';
import { arbitraryApplication } from '../support/arbitrary-application.js';
import { TODAY } from '../support/planned.js';

const planOf = (application: Application): LetterPlan => planLetters(application, { today: TODAY });

const ONE_YEAR = ['transitional-year', 'preliminary-medicine', 'preliminary-surgery'];
function isOneYear({ specialty, track }: Application['programs'][number]): boolean {
  return ONE_YEAR.includes(specialty) || track === 'preliminary' || track === 'transitional';
}

/** True for a letter without `programs` that may be proposed for a program. */
function isFree(id: string, program: Application['programs'][number], plan: LetterPlan): boolean {
  const planned = plan.letters.find(({ letter }) => letter.id === id);
  const row = findSpecialty(BUILTIN_REFERENCE, program.specialty);
  const system = row ? findApplicationSystem(row, 2027) : 'ERAS';
  if (!planned || planned.letter.programs || planned.service.application !== system) return false;
  return planned.letter.specialty === 'general' || planned.letter.specialty === program.specialty;
}

function codes(plan: LetterPlan): string[] {
  return plan.diagnostics.map(({ code }) => code);
}

function checkAssignments(application: Application, plan: LetterPlan): void {
  const letters = new Map(application.letters.map((letter) => [letter.id, letter]));
  expect(plan.assignments.map(({ program }) => program.id)).toEqual(application.programs.map(({ id }) => id));
  for (const { program, letterIds, limit, wanted, reasons, leftOut } of plan.assignments) {
    expect(letterIds.length).toBeLessThanOrEqual(limit);
    expect(limit).toBeLessThanOrEqual(program.specialty === 'ophthalmology' ? 3 : 4);
    expect(wanted).toBeLessThanOrEqual(limit);
    expect(new Set(letterIds).size).toBe(letterIds.length);
    expect(reasons.map(({ letterId }) => letterId)).toEqual(letterIds);
    expect(reasons.every(({ reason }) => reason.length > 10)).toBe(true);

    const named = application.letters.filter((letter) => letter.programs?.includes(program.id));
    const crosses = (specialty: string): boolean => specialty !== 'general' && specialty !== program.specialty;
    const allowed = named.filter(({ specialty }) => isOneYear(program) || !crosses(specialty));
    for (const letter of allowed.length <= limit ? allowed : []) expect(letterIds).toContain(letter.id);
    if (allowed.length > limit) {
      expect(letterIds).toHaveLength(limit);
      expect(codes(plan)).toContain('letters/over-program-limit');
      const uploaded = allowed.filter(({ request }) => request.status === 'uploaded');
      for (const letter of uploaded.length <= limit ? uploaded : []) expect(letterIds).toContain(letter.id);
    }
    if (allowed.length < named.length) expect(codes(plan)).toContain('letters/other-specialty');
    expect(new Set([...letterIds, ...leftOut.map(({ letterId }) => letterId)])).toEqual(
      new Set([...letterIds, ...named.map(({ id }) => id)]),
    );

    for (const { letterId, fixed } of reasons) {
      const letter = letters.get(letterId);
      expect(fixed).toBe(letter?.programs?.includes(program.id) ?? false);
      if (!fixed) expect(isFree(letterId, program, plan)).toBe(true);
      if (!(fixed && isOneYear(program))) expect(crosses(letter?.specialty ?? '')).toBe(false);
    }
  }
}

function checkPersonal(application: Application, plan: LetterPlan): void {
  for (const { program, letterIds, reasons, wanted } of plan.assignments) {
    const isPersonal = (id: string): boolean =>
      application.letters.some((letter) => letter.id === id && letter.nature === 'personal');
    const proposed = reasons.filter(({ fixed, letterId }) => !fixed && isPersonal(letterId));
    expect(proposed.length).toBeLessThanOrEqual(1);
    if (proposed.length === 0) continue;
    expect(letterIds.length).toBeLessThanOrEqual(wanted);
    // Nobody who could have written a professional letter was passed over, unless another letter is by the same writer.
    const chosen = application.letters.filter(({ id }) => letterIds.includes(id));
    const passedOver = application.letters.filter(
      ({ id, nature }) => nature === 'professional' && !letterIds.includes(id) && isFree(id, program, plan),
    );
    for (const { writer } of passedOver) {
      expect(chosen.map((letter) => letter.writer.name.family)).toContain(writer.name.family);
    }
  }
}

function checkDates(plan: LetterPlan): void {
  for (const { letter, timeline, agenda, askBy } of plan.letters) {
    for (const dates of [timeline, agenda].map((events) => events.map(({ date }) => date))) {
      expect([...dates].sort()).toEqual(dates);
    }
    expect(askBy.date < letter.request.targetDate).toBe(true);
    expect(agenda.filter(({ kind }) => kind === 'target')).toHaveLength(1);
    expect(agenda.filter(({ kind }) => kind === 'thanks')).toHaveLength(1);
  }
}

describe('planLetters, for any application', () => {
  it('keeps limits, fixed assignments and specialties, and orders every date', () => {
    fc.assert(
      fc.property(arbitraryApplication(), (application) => {
        const plan = planOf(application);
        checkAssignments(application, plan);
        checkPersonal(application, plan);
        checkDates(plan);
        for (const { letter, programs } of plan.letters) {
          const given = plan.assignments.filter(({ letterIds }) => letterIds.includes(letter.id));
          expect(programs.map(({ id }) => id)).toEqual(given.map(({ program }) => program.id));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives each program the same letters in whatever order the programs are listed', () => {
    const withOrder = arbitraryApplication({ programs: 30 }).chain((application) =>
      fc.tuple(
        fc.constant(application),
        fc.shuffledSubarray(application.programs, { minLength: application.programs.length }),
      ),
    );
    fc.assert(
      fc.property(withOrder, ([application, programs]) => {
        const byId = (plan: LetterPlan) =>
          new Map(plan.assignments.map(({ program, ...assignment }) => [program.id, assignment]));
        expect(byId(planOf({ ...application, programs }))).toEqual(byId(planOf(application)));
      }),
      { numRuns: 40 },
    );
  });

  it('proposes no set that another choice of the applicant would beat', () => {
    const small = arbitraryApplication({ letters: 6, programs: 1, specialties: 2 }).filter(
      ({ programs }) => programs.length === 1,
    );
    fc.assert(
      fc.property(small, (application) => {
        const plan = planOf(application);
        const [proposal] = plan.assignments;
        const free = application.letters.filter(({ programs, nature }) => !programs && nature === 'professional');
        const program = application.programs[0];
        if (!proposal || !program) return;
        for (let bits = 0; bits < 2 ** free.length; bits += 1) {
          const chosen = free.filter((_, index) => (bits >> index) & 1);
          if (!isAllowed(chosen, application, plan)) continue;
          const letters = application.letters.map((letter) =>
            free.includes(letter) ? { ...letter, programs: chosen.includes(letter) ? [program.id] : [] } : letter,
          );
          const [other] = planOf({ ...application, letters }).assignments;
          expect(other?.score).toBeLessThanOrEqual(proposal.score);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** True for letters that could be proposed together with those that the application fixes. */
function isAllowed(chosen: Application['letters'], application: Application, plan: LetterPlan): boolean {
  const [assignment] = plan.assignments;
  if (!assignment) return false;
  const { program, limit, wanted, reasons } = assignment;
  const fixed = application.letters.filter(({ id }) => reasons.some((one) => one.fixed && one.letterId === id));
  const professional = fixed.filter(({ nature }) => nature === 'professional').length;
  const most = Math.min(wanted >= 3 ? wanted + 1 : wanted, limit - (fixed.length - professional));
  if (chosen.length > 0 && chosen.length + professional > most) return false;
  const writers = [...fixed, ...chosen].map(({ writer }) => writer.name.family);
  const repeats = chosen.some(({ writer }) => writers.filter((name) => name === writer.name.family).length > 1);
  return !repeats && chosen.every(({ id }) => isFree(id, program, plan));
}
