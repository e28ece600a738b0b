import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';
import { InputError } from '../../src/errors.js';
import { planLetters } from '../../src/plan/index.js';
import {
  BUILTIN_REFERENCE,
  createReference,
  findForm,
  findSeason,
  findSpecialty,
  findUploadGuide,
  resolveReference,
  type Reference,
} from '../../src/reference/index.js';
import type { ReferenceInput, referenceRows } from '../../src/schema/reference.js';
import { application, TODAY } from '../support/planned.js';

function problems(input: unknown): string[] {
  return resolveReference(input as ReferenceInput).diagnostics.map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  );
}

describe('the schema of rows', () => {
  it('gives rows of the types that the pipeline reads', () => {
    type Rows = { [Table in keyof Reference]: z.output<(typeof referenceRows)[Table]> };
    type Wanted = { [Table in keyof Reference]: Reference[Table][number] };
    expectTypeOf<Rows>().toExtend<Omit<Wanted, 'specialties'>>();
    expectTypeOf<Rows['specialties']>().toExtend<Omit<Wanted['specialties'], 'application' | 'form'>>();
  });
});

describe('createReference', () => {
  it('is the built-in tables when there is nothing to change', () => {
    expect(createReference()).toBe(BUILTIN_REFERENCE);
    expect(createReference({})).toEqual(BUILTIN_REFERENCE);
  });

  it('changes the fields given, keeps the others, and says so', () => {
    const before = findSpecialty(BUILTIN_REFERENCE, 'psychiatry')!;
    const reference = createReference({ specialties: [{ id: 'psychiatry', wants: { fromSpecialty: 2 } }] });
    expect(findSpecialty(reference, 'psychiatry')).toEqual({
      ...before,
      wants: { ...before.wants, fromSpecialty: 2 },
      sources: ['user', ...before.sources],
    });
    expect(reference.specialties.map(({ id }) => id)).toEqual(BUILTIN_REFERENCE.specialties.map(({ id }) => id));
    expect(reference.forms).toEqual(BUILTIN_REFERENCE.forms);
  });

  it('takes a date that the user gives as a fact, and keeps the season in order', () => {
    const reference = createReference({
      seasons: [{ id: 'eras-2027', events: [{ id: 'review-begins', date: '2026-08-30' }] }],
    });
    const season = findSeason(reference, 2027)!;
    const review = season.events.find(({ id }) => id === 'review-begins');
    expect(review).toMatchObject({
      date: '2026-08-30',
      expected: false,
      label: 'Programs begin reviewing applications',
    });
    expect(review?.sources[0]).toBe('user');
    const dates = season.events.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(season.events.find(({ id }) => id === 'match-day')?.sources).not.toContain('user');
  });

  it('adds rows with the defaults of their table', () => {
    const reference = createReference({
      sources: [{ id: 'OUR-OFFICE', title: 'Our advising office' }],
      forms: [{ id: 'ent-slor', name: 'ENT SLOR', note: 'One page.', sources: ['OUR-OFFICE'] }],
      specialties: [
        { id: 'aerospace-medicine', name: 'Aerospace medicine', wants: { form: { id: 'ent-slor', required: true } } },
      ],
      focusAreas: [{ id: 'planetary-health', label: 'planetary health' }],
    });
    expect(findForm(reference, 'ent-slor')).toMatchObject({
      fullName: 'ENT SLOR',
      channel: 'pdf',
      sources: ['user', 'OUR-OFFICE'],
    });
    expect(findSpecialty(reference, 'aerospace-medicine')).toMatchObject({
      inText: 'aerospace medicine',
      application: 'ERAS',
      form: 'ent-slor',
      letters: { usual: 3, max: 4 },
      wants: { fromSpecialty: 0, chair: 'none', form: { count: 1, preferred: 1, required: true } },
    });
    expect(reference.focusAreas.at(-1)?.id).toBe('planetary-health');
  });

  it('finds a guide of the user’s before a built-in one', () => {
    const own = { id: 'ours', service: 'eras-letter-writer-portal', short: ['Call us.'], steps: ['Call our office.'] };
    const reference = createReference({ uploadGuides: [own] });
    expect(findUploadGuide(reference, 'eras-letter-writer-portal', 2027)).toMatchObject({ id: 'ours', fileRules: [] });
    expect(findUploadGuide(reference, 'residencycas', 2027)?.id).toBe('residencycas-2025');
  });

  it('moves a specialty to another application system', () => {
    const reference = createReference({
      specialties: [{ id: 'pediatrics', systems: [{ application: 'ResidencyCAS' }] }],
    });
    expect(findSpecialty(reference, 'pediatrics')?.application).toBe('ResidencyCAS');
  });

  it('throws all problems at once', () => {
    const bad = () => createReference({ specialties: [{ id: 'new-one' }], forms: [{ id: 'new-form', name: 'New' }] });
    expect(bad).toThrow(InputError);
    expect(bad).toThrow(/"name" is missing.*"note" is missing/);
  });
});

describe('resolveReference', () => {
  it('says where each bad row is wrong, and leaves it out', () => {
    const { reference, diagnostics } = resolveReference({
      specialties: [{ id: 'neurology', letters: { usual: 9 } }, { id: 'unheard-of' }],
      uploadGuides: [{ id: 'x', service: 'no-such', short: [], steps: [], fromSeason: 2028, toSeason: 2027 }],
    });
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['input/missing', 'reference.specialties[1].name'],
      ['input/unknown-reference', 'reference.uploadGuides[0].service'],
      ['input/bad-value', 'reference.uploadGuides[0].toSeason'],
      ['input/bad-value', 'reference.specialties[0].letters.max'],
    ]);
    expect(findSpecialty(reference, 'unheard-of')).toBeNull();
  });

  it.each<[string, unknown, string]>([
    ['an unknown key', { forms: [{ id: 'eslor', nmae: 'x' }] }, 'error input/unknown-key reference.forms[0].nmae'],
    ['an unknown table', { form: [] }, 'error input/unknown-key reference.form'],
    ['a date that does not exist', { seasons: [{ id: 'eras-2027', events: [{ id: 'match-day', date: '2027-02-30' }] }] }, 'error input/bad-value reference.seasons[0].events[0].date'], // prettier-ignore
    ['an event that no season has', { seasons: [{ id: 'eras-2027', events: [{ id: 'party' }] }] }, 'error input/bad-value reference.seasons[0].events[0].id'], // prettier-ignore
    ['a row without its id', { forms: [{ name: 'x' }] }, 'error input/missing reference.forms[0].id'],
    ['a new role without its name', { writerRoles: [{ id: 'preceptor' }] }, 'error input/missing reference.writerRoles[0].label'], // prettier-ignore
    ['an id twice', { forms: [{ id: 'eslor' }, { id: 'eslor' }] }, 'error input/duplicate-id reference.forms[1].id'],
    ['an unknown source', { forms: [{ id: 'eslor', sources: ['NO'] }] }, 'error input/unknown-reference reference.forms[0].sources[0]'], // prettier-ignore
    ['a form that does not exist', { specialties: [{ id: 'neurology', wants: { form: { id: 'nn' } } }] }, 'error input/unknown-reference reference.specialties[0].wants.form.id'], // prettier-ignore
    ['a second season for a year', { seasons: [{ id: 'mine', year: 2027 }] }, 'error input/duplicate-id reference.seasons[0].id'], // prettier-ignore
  ])('reports %s', (_, input, expected) => {
    expect(problems(input)).toEqual([expected]);
  });

  it('lays rows over tables that were changed before', () => {
    const school = createReference({ reminders: [{ id: 'last', daysBefore: 3 }] });
    const { reference } = resolveReference({ reminders: [{ id: 'first', daysBefore: 28 }] }, { base: school });
    expect(reference.reminders.map(({ daysBefore }) => daysBefore)).toEqual([28, 7, 3]);
  });
});

describe('a plan', () => {
  it('reads the tables given, and those of the application over them', () => {
    const school = createReference({
      uploadGuides: [{ id: 'eras-letter-writer-portal-2027', short: ['Step of the school.'] }],
    });
    const data = application((input) => {
      input.reference = { specialties: [{ id: 'internal-medicine', name: 'Medicine' }] };
    });
    const plan = planLetters(data, { today: TODAY, reference: school });
    expect(plan.letters[0]?.guide?.short).toEqual(['Step of the school.']);
    expect(plan.specialties[0]?.name).toBe('Medicine');
    expect(plan.reference.specialties.find(({ id }) => id === 'internal-medicine')?.sources[0]).toBe('user');
    expect(planLetters(data, { today: TODAY }).letters[0]?.guide?.short).not.toEqual(['Step of the school.']);
  });

  it('reports bad rows of the application, and a file that nobody loaded', () => {
    const codes = (reference: ReferenceInput | string) =>
      planLetters(
        application((input) => (input.reference = reference)),
        { today: TODAY },
      )
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ code, path }) => `${code} ${path}`);
    expect(codes({ services: [{ id: 'new' }] })[0]).toMatch(/^input\/missing reference\.services\[0\]/);
    expect(codes('reference.yaml')).toEqual(['input/file-missing reference']);
  });
});
