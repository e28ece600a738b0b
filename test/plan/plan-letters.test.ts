import { describe, expect, it } from 'vitest';
import type { ApplicationInput } from '../../src/schema/application.js';
import { planned } from '../support/planned.js';

function first(input: ApplicationInput): ApplicationInput['letters'][number] {
  const letter = input.letters[0];
  if (!letter) throw new Error('the minimal application has a letter');
  return letter;
}

/** Codes of the findings of some areas; what the minimal application lacks otherwise is not the matter here. */
const codes = (change?: (input: ApplicationInput) => void) =>
  planned(change)
    .plan.diagnostics.map(({ code }) => code)
    .filter((code) => /^(?:timing|request)\//.test(code));

describe('planLetters: service and guide', () => {
  it('sends an ERAS 2027 letter to the Letter Writer Portal and an ERAS 2026 one to LoRP', () => {
    const of = (season: number) =>
      planned((input) => {
        input.season = season;
      }).plan.letters[0];
    expect(of(2027)?.service.id).toBe('eras-letter-writer-portal');
    expect(of(2027)?.guide?.fromSeason).toBe(2027);
    expect(of(2026)?.service.id).toBe('eras-lorp');
    expect(of(2026)?.guide?.toSeason).toBe(2026);
  });

  it('takes the service of the specialty', () => {
    const letter = planned((input) => {
      input.specialties = [{ id: 'emergency-medicine', goals: 'Acute care.' }];
      first(input).specialty = 'emergency-medicine';
    }).plan.letters[0];
    expect(letter?.service.id).toBe('residencycas');
    expect(letter?.guide?.service).toBe('residencycas');
  });

  it('takes the service that the request names', () => {
    const letter = planned((input) => {
      first(input).request.service = 'sf-match';
    }).plan.letters[0];
    expect(letter?.service.id).toBe('sf-match');
  });

  it('prints no guide of a service that did not exist in the season', () => {
    const letter = planned((input) => {
      first(input).request.service = 'eras-lorp';
    }).plan.letters[0];
    expect(letter?.guide).toBeNull();
  });
});

describe('planLetters: dates', () => {
  it('counts the days from issue to the target date', () => {
    expect(planned().plan.letters[0]?.daysLeft).toBe(71);
  });

  it('lists the dates in order, reminders only ahead of issue, projections as expected', () => {
    const timeline = planned((input) => {
      first(input).request.targetDate = '2026-07-20';
      first(input).request.askedOn = '2026-05-01';
    }).plan.letters[0]?.timeline;
    const dates = timeline?.map(({ date }) => date) ?? [];
    expect([...dates].sort()).toEqual(dates);
    expect(timeline?.filter(({ kind }) => kind === 'reminder').map(({ date }) => date)).toEqual([
      '2026-07-13',
      '2026-07-18',
    ]);
    expect(timeline?.find(({ label }) => label === 'Match Day')).toMatchObject({ date: '2027-03-19', expected: true });
    expect(timeline?.some(({ date, kind }) => kind === 'season' && date < '2026-07-06')).toBe(false);
  });

  it('says what is overdue, late, and after review', () => {
    expect(
      codes((input) => {
        first(input).request.targetDate = '2026-07-01';
      }),
    ).toContain('timing/overdue');
    expect(
      codes((input) => {
        first(input).request.targetDate = '2026-07-20';
      }),
    ).toContain('timing/late-request');
    expect(
      codes((input) => {
        first(input).request.targetDate = '2026-10-20';
      }),
    ).toContain('timing/after-review');
    expect(codes()).toEqual([]);
  });

  it('says nothing about the timing of an uploaded letter', () => {
    const change = (input: ApplicationInput) => {
      first(input).request.targetDate = '2026-07-01';
      first(input).request.status = 'uploaded';
    };
    expect(codes(change)).toEqual([]);
  });
});

describe('planLetters: programs', () => {
  const program = (id: string, specialty = 'internal-medicine') => ({ id, institution: `Hospital ${id}`, specialty });

  it('gives a letter to the programs that it names, else to those of its specialty', () => {
    const { plan } = planned((input) => {
      input.specialties.push({ id: 'neurology', goals: 'The brain.' });
      input.programs = [program('one'), program('two'), program('three', 'neurology')];
      const letter = first(input);
      const by = (family: string) => ({ ...letter.writer, name: { family } });
      input.letters = [
        letter,
        { ...letter, id: 'second', writer: by('Chen'), programs: ['two'] },
        { ...letter, id: 'third', writer: by('Okafor'), specialty: 'general' },
      ];
    });
    expect(plan.assignments.map(({ letterIds }) => letterIds)).toEqual([
      ['rivera', 'third'],
      ['rivera', 'second', 'third'],
      ['third'],
    ]);
    expect(plan.letters[2]?.serves.map(({ id }) => id)).toEqual(['internal-medicine', 'neurology']);
  });

  it('warns of a program with too many or too few letters', () => {
    const { plan } = planned((input) => {
      input.programs = [program('full'), program('poor')];
      const letter = first(input);
      input.letters = [1, 2, 3, 4, 5].map((n) => ({
        ...letter,
        id: `letter-${n}`,
        programs: n === 1 ? ['full', 'poor'] : ['full'],
      }));
    });
    const found = plan.diagnostics.filter(({ path }) => path?.startsWith('programs'));
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['letters/over-program-limit', 'programs[0]'],
      ['letters/too-few', 'programs[1]'],
    ]);
  });
});

describe('planLetters: requests', () => {
  it('warns of a letter that is not waived and of a missing e-mail address', () => {
    const change = (input: ApplicationInput) => {
      first(input).request.waived = false;
      delete first(input).writer.email;
    };
    expect(codes(change)).toEqual(['request/not-waived', 'request/email-missing']);
  });

  it('tells US from foreign writers, and the same from another specialty', () => {
    const letter = planned((input) => {
      first(input).writer.country = 'Vietnam';
      first(input).writer.specialty = 'Internal Medicine';
    }).plan.letters[0];
    expect(letter).toMatchObject({ writerInUs: false, sameSpecialty: true });
    const other = planned((input) => {
      first(input).writer.country = 'USA';
      first(input).writer.specialty = 'Neurology';
    }).plan.letters[0];
    expect(other).toMatchObject({ writerInUs: true, sameSpecialty: false });
  });

  it('lets the share list of a letter replace that of the application', () => {
    const letter = planned((input) => {
      input.share = ['scores', 'visa'];
      first(input).share = ['gaps'];
    }).plan.letters[0];
    expect([...(letter?.share ?? [])]).toEqual(['gaps']);
  });
});
