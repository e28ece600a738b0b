import { describe, expect, it } from 'vitest';
import { planLetters } from '../../src/plan/index.js';
import type { ApplicationInput } from '../../src/schema/application.js';
import { application, planned, TODAY } from '../support/planned.js';

type RequestInput = Partial<ApplicationInput['letters'][number]['request']>;

/** The only letter of the minimal application, due 2026-12-15 unless told otherwise, for a specialty. */
function letterFor(
  request: RequestInput,
  specialty = 'internal-medicine',
  ends: readonly string[] = [],
  today = TODAY,
) {
  const data = application((input) => {
    input.specialties = [{ id: specialty, goals: 'To learn it well.' }];
    const [letter] = input.letters;
    if (!letter) return;
    letter.specialty = specialty;
    letter.sharedWork = ends.map((end, index) => ({ id: `work-${index}`, title: 'Wards', kind: 'rotation', end }));
    letter.request = { ...letter.request, targetDate: '2026-12-15', ...request };
  });
  const plan = planLetters(data, { today });
  const [letter] = plan.letters;
  if (!letter) throw new Error('the minimal application has a letter');
  return { plan, letter };
}

const askBy = (...args: Parameters<typeof letterFor>) => letterFor(...args).letter.askBy;

describe('when to ask', () => {
  it('is when the season opens, or three months before the date, whichever comes first', () => {
    expect(askBy({ targetDate: '2026-09-15' })).toEqual({
      date: '2026-06-03',
      because: 'season-opens',
      state: 'passed',
    });
    expect(askBy({ targetDate: '2026-08-01' })).toMatchObject({ date: '2026-05-02', because: 'lead-time' });
  });

  it('is the end of the work together when that was shortly before, or comes later', () => {
    expect(askBy({}, undefined, ['2026-04-24'])).toMatchObject({ date: '2026-04-24', because: 'end-of-work' });
    expect(askBy({}, undefined, ['2026-08'])).toMatchObject({ date: '2026-08-31', state: 'ahead' });
    expect(askBy({}, undefined, ['2022-07'])).toMatchObject({ because: 'season-opens' });
    expect(askBy({}, undefined, ['2026-04', 'present'])).toMatchObject({ because: 'season-opens' });
    expect(askBy({}, undefined, ['2026'])).toMatchObject({ because: 'season-opens' });
  });

  it('is a month before the date at the latest, though the work goes on', () => {
    expect(askBy({ targetDate: '2026-09-15' }, undefined, ['2026-09-10'])).toMatchObject({ date: '2026-08-16' });
  });

  it('does not take the opening of ERAS for a letter on another service', () => {
    expect(askBy({}, 'emergency-medicine')).toMatchObject({ date: '2026-09-15', because: 'lead-time', state: 'ahead' });
  });

  it('comes a month earlier for an early match', () => {
    expect(askBy({}, 'ophthalmology')).toMatchObject({ date: '2026-08-16', because: 'lead-time' });
  });

  it('is done once the writer was asked', () => {
    expect(askBy({ askedOn: '2026-06-20' }).state).toBe('done');
    expect(askBy({ status: 'confirmed' }).state).toBe('done');
    expect(askBy({ askedOn: '2026-08-01' }, undefined, ['2026-08']).state).toBe('ahead');
  });
});

describe('the dates of a letter', () => {
  it('run from asking to thanking, reminders ahead only', () => {
    const { agenda } = letterFor({ targetDate: '2026-07-20', askedOn: '2026-05-01', agreedOn: '2026-05-08' }).letter;
    expect(agenda.filter(({ kind }) => kind !== 'season').map(({ date, kind }) => [date, kind])).toEqual([
      ['2026-05-01', 'request'],
      ['2026-05-08', 'request'],
      ['2026-07-13', 'reminder'],
      ['2026-07-18', 'reminder'],
      ['2026-07-20', 'target'],
      ['2026-07-23', 'thanks'],
    ]);
  });

  it('have the reminder of the day itself, which the writer reads in that reminder', () => {
    const { agenda, timeline } = letterFor({ targetDate: '2026-07-20', askedOn: '2026-05-01' }, undefined, [], '2026-07-13').letter; // prettier-ignore
    const remindersOf = (events: typeof agenda | typeof timeline): string[] =>
      events.filter(({ kind }) => kind === 'reminder').map(({ date }) => date);
    expect(remindersOf(agenda)).toEqual(['2026-07-13', '2026-07-18']);
    expect(remindersOf(timeline)).toEqual(['2026-07-18']);
  });

  it('say to ask now when the day has passed', () => {
    const { agenda } = letterFor({ targetDate: '2026-09-15' }).letter;
    expect(agenda[0]).toMatchObject({ date: TODAY, kind: 'ask-by', label: 'ask now: the day to ask was 2026-06-03' });
  });

  it('have no reminder and thanks at once when the letter is in', () => {
    const { agenda } = letterFor({ status: 'uploaded' }).letter;
    expect(agenda.map(({ kind }) => kind)).not.toContain('reminder');
    expect(agenda.find(({ kind }) => kind === 'thanks')).toMatchObject({ date: TODAY });
  });

  it('take the events of its own service and match', () => {
    const events = (specialty: string) => letterFor({}, specialty).letter.agenda.flatMap(({ event }) => event ?? []);
    expect(events('internal-medicine')).toContain('review-begins');
    expect(events('emergency-medicine')).not.toContain('review-begins');
    expect(events('emergency-medicine')).toContain('match-day');
    expect(events('ophthalmology')).toEqual(['early-match']);
    expect(events('urology')).toContain('early-match');
    expect(events('urology')).not.toContain('match-day');
  });
});

describe('the steps for a late request', () => {
  const steps = (targetDate: string, specialty?: string, request: RequestInput = {}) =>
    letterFor({ targetDate, ...request }, specialty).letter.lateSteps;

  it('are for letters with less than a month only', () => {
    expect(steps('2026-08-05')).toEqual([]);
    expect(steps('2026-08-04')).not.toEqual([]);
    expect(steps('2026-07-20', undefined, { askedOn: '2026-05-01' })).toEqual([]);
    expect(steps('2026-07-20', undefined, { status: 'uploaded' })).toEqual([]);
    expect(steps('2026-07-01')).toEqual([]);
  });

  it('do not look for another writer once this one agreed', () => {
    const agreed = steps('2026-07-20', undefined, { askedOn: '2026-07-01', agreedOn: '2026-07-02' });
    expect(agreed.at(-1)).toBe('the writer has agreed: hand over everything at once');
  });

  it('offers a later date while the season leaves one, marked as expected', () => {
    expect(steps('2026-07-20')[0]).toBe(
      'offer a later date, up to 2026-09-16 (a week before programs are expected to begin reviewing)',
    );
    const august = letterFor({ targetDate: '2026-09-20' }, undefined, [], '2026-09-10').letter;
    expect(august.lateSteps[0]).toContain('no later date before programs begin reviewing');
  });

  it('invents no date for a service whose dates are not known', () => {
    expect(steps('2026-07-20', 'emergency-medicine')[0]).toBe(
      'ask the programs until when letters are read, and offer the writer that date',
    );
  });

  it('offers a short letter and a way out', () => {
    expect(steps('2026-07-20').slice(1)).toEqual([
      'offer that a short letter is enough, and add one or two moments that the writer saw',
      'make it easy to decline, and have another writer in mind who knows your work',
    ]);
  });

  it('names a letter that could take its place', () => {
    const { plan } = planned((input) => {
      const [letter] = input.letters;
      if (!letter) return;
      letter.request.targetDate = '2026-07-20';
      const agreed = { ...letter.request, targetDate: '2026-09-01', agreedOn: '2026-06-01' };
      input.letters.push({ ...letter, id: 'spare', programs: [], request: agreed });
      input.programs = [{ id: 'one', institution: 'A hospital', specialty: 'internal-medicine' }];
    });
    const [letter] = plan.letters;
    expect(letter?.lateSteps.at(-1)).toContain('letter "spare" could go to these programs');
  });
});
