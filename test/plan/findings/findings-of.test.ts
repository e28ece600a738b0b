import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINDINGS, hasErrors } from '../../../src/diagnostics/index.js';
import { planLetters } from '../../../src/plan/index.js';
import { applicationSchema } from '../../../src/schema/application.js';
import { cleanApplication } from '../../support/clean-application.js';
import { completeApplication } from '../../support/complete-application.js';
import { findingsAfter, letterOf, TODAY } from './found.js';

describe('findingsOf', () => {
  it('lists by who can mend it, the most severe first', () => {
    const found = findingsAfter((input) => {
      letterOf(input, 'rivera').request.waived = false;
      letterOf(input, 'rivera').writer.country = 'Vietnam';
      delete letterOf(input, 'chen').help;
      letterOf(input, 'chen').request.waived = false;
      input.letters.pop();
    });
    expect(found.map(({ who, severity, code, path }) => [who, severity, code, path])).toEqual([
      ['applicant', 'warning', 'request/not-waived', 'letters[0].request.waived'],
      ['applicant', 'warning', 'request/not-waived', 'letters[1].request.waived'],
      ['applicant', 'info', 'narrative/help-missing', 'letters[1]'],
      ['advisor', 'warning', 'letters/too-few', 'programs[0]'],
      ['advisor', 'info', 'letters/department-letter-missing', 'specialties[0]'],
      ['writer', 'info', 'request/letter-language', 'letters[0].writer.country'],
    ]);
  });

  it('points into the file of a statement', () => {
    const found = findingsAfter((input) => {
      const [statement] = input.statements ?? [];
      if (!statement) throw new Error('the clean application has a statement');
      statement.file = 'ps.md';
      statement.text = `${statement.text ?? ''}\nAt last, Mrs. Alvarez slept.\n`;
    });
    expect(found).toMatchObject([
      {
        code: 'privacy/possible-patient-identifier',
        path: 'statements[0].file',
        source: { file: 'ps.md', line: 9, column: 10 },
        found: 'Mrs. Alvarez',
      },
    ]);
  });
});

describe('silence', () => {
  const silence = [{ code: 'request/not-waived', letter: 'chen', reason: 'Dr. Chen asked me to keep it.' }];

  it('lists a silenced finding last, with the reason, and does not count it', () => {
    const found = findingsAfter((input) => {
      letterOf(input, 'rivera').request.waived = false;
      letterOf(input, 'chen').request.waived = false;
      input.silence = silence;
    });
    expect(found.map(({ severity, path, silenced }) => [severity, path, silenced])).toEqual([
      ['warning', 'letters[0].request.waived', undefined],
      ['info', 'letters[1].request.waived', 'Dr. Chen asked me to keep it.'],
    ]);
  });

  it('silences a code everywhere without a letter, and findings about programs', () => {
    const found = findingsAfter((input) => {
      input.letters.pop();
      input.silence = ['letters/too-few', 'letters/department-letter-missing'].map((code) => ({
        code,
        reason: 'Late.',
      }));
    });
    expect(found.map(({ code, silenced }) => [code, silenced])).toEqual([
      ['letters/too-few', 'Late.'],
      ['letters/department-letter-missing', 'Late.'],
    ]);
  });

  it('reports the second of two equal entries', () => {
    const found = findingsAfter((input) => {
      letterOf(input, 'chen').request.waived = false;
      input.silence = [...silence, ...silence];
    });
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['silence/matches-nothing', 'silence[1]'],
      ['request/not-waived', 'letters[1].request.waived'],
    ]);
  });
});

/** Every place of a value, as paths of keys. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    ...(path.length > 0 ? [path] : []),
    ...keys.flatMap((key) => placesOf((value as never)[key], [...path, key])),
  ];
}

type Container = Record<string | number, unknown>;

/** Replaces or removes what stands at a path. */
function mutate(root: unknown, path: readonly (string | number)[], value: unknown): void {
  let at = root as Container | undefined;
  for (const key of path.slice(0, -1)) at = at?.[key] as Container | undefined;
  const last = path.at(-1);
  if (typeof at !== 'object' || at === null || last === undefined || !(last in at)) return;
  if (value === REMOVED && Array.isArray(at)) at.splice(Number(last), 1);
  else if (value === REMOVED) Reflect.deleteProperty(at, last);
  else at[last] = value;
}

const REMOVED = Symbol('removed');
const values = fc.oneof(
  fc.constant(REMOVED),
  fc.constantFrom<unknown>(true, false, [], 'present', '2024', '2026-02', '2026-02-28', '2027-12-31', 1, 60),
  fc.constantFrom<unknown>(
    'general',
    'neurology',
    'dermatology',
    'emergency-medicine',
    'esloe',
    'chair',
    'committee',
    'India',
    'draft',
    'personal',
    'standardized',
    'observership',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);

describe('any valid application', () => {
  it.each([
    ['capitals', 'A '],
    ['initials', 'A.'],
    ['words before a hospital', 'Cedar of the '],
    ['digits', '1234567'],
    ['numbers', '12 '],
    ['counts', '640 patients, '],
    ['blank lines', '\n \n'],
    ['stops', '. '],
    ['titles', 'as a clinical '],
    ['hyphens', 'a-'],
    ['sites', 'Lakeside Hospital in March 2020. '],
  ])('takes long texts of %s', (_, unit) => {
    const found = findingsAfter((input) => {
      const [statement] = input.statements ?? [];
      if (statement) statement.text = unit.repeat(Math.floor(40_000 / unit.length));
      letterOf(input, 'rivera').whyYou = `x${unit.repeat(Math.floor(3_900 / unit.length))}x`;
      Object.assign(letterOf(input, 'rivera').moments?.[0] ?? {}, { action: letterOf(input, 'rivera').whyYou });
    });
    expect(hasErrors(found)).toBe(false);
  });

  it('takes specialties with any name', () => {
    const found = findingsAfter((input) => {
      input.specialties.push({ id: 'physical-medicine-rehabilitation', goals: 'Function.' });
      input.specialties.push({ id: 'own', name: 'A+B (C) [D] \\ & $1', goals: 'Own.' });
    });
    expect(found.map(({ code }) => code)).toContain('statement/missing');
  });

  it('gets findings with known codes and no errors, the same each time', () => {
    const bases = [cleanApplication(), completeApplication()];
    const places = bases.map((base) => placesOf(base));
    let valid = 0;
    fc.assert(
      fc.property(
        fc.nat({ max: 1 }),
        fc.array(fc.tuple(fc.nat(), values), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(TODAY, '2025-01-31', '2028-02-29'),
        (which, mutations, today) => {
          const input = structuredClone(bases[which]);
          const own = places[which] ?? [];
          for (const [index, value] of mutations) {
            const before = structuredClone(input);
            mutate(input, own[index % own.length] ?? [], value);
            if (!applicationSchema.safeParse(input).success) Object.assign(input ?? {}, before);
          }
          const parsed = applicationSchema.safeParse(input);
          if (!parsed.success) return;
          valid += 1;
          const found = planLetters(parsed.data, { today }).diagnostics;
          expect(hasErrors(found)).toBe(false);
          for (const { code, path, who, hints } of found) {
            expect(FINDINGS).toHaveProperty([code]);
            expect([path, who]).not.toContain(undefined);
            expect(hints.length).toBeGreaterThan(0);
          }
          expect(planLetters(parsed.data, { today }).diagnostics).toEqual(found);
        },
      ),
      { numRuns: 100 },
    );
    expect(valid).toBeGreaterThan(50);
  });
});
