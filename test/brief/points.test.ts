import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefWriter } from '../../src/brief/index.js';
import { kindredWords } from '../../src/brief/kindred-words.js';
import type { ApplicationInput } from '../../src/schema/application.js';
import type { Brief } from '../../src/schema/brief.js';
import { planned } from '../support/planned.js';

type LetterInput = ApplicationInput['letters'][number];
type MomentInput = NonNullable<LetterInput['moments']>[number];

const ROTATION = { id: 'ward', title: 'Ward month', kind: 'rotation' as const, site: 'Lakeside Hospital', start: '2026-03', end: '2026-04', role: 'carried four patients' }; // prettier-ignore
const LAB = { id: 'lab', title: 'Blood spot study', kind: 'research' as const, site: 'Birch Institute', start: '2025-01', end: '2025-12', role: 'ran the samples' }; // prettier-ignore

function moment(id: string, competencies: MomentInput['competencies'], theme?: string): MomentInput {
  return { id, title: `Title of ${id}`, situation: 's', action: 'a', result: `Result of ${id}.`, competencies, ...(theme ? { theme } : {}) }; // prettier-ignore
}

/** An applicant with one theme of the ward, one of the laboratory and one of neither. */
function withThemes(input: ApplicationInput): void {
  input.cv.usce = [{ id: 'ward', site: 'Lakeside Hospital', kind: 'elective', specialty: 'Medicine', start: '2026-03', end: '2026-04', handsOn: true }]; // prettier-ignore
  input.cv.experiences = [
    { id: 'lab', organization: 'Birch Institute', title: 'Fellow', type: 'research', start: '2025-01', end: '2025-12', description: 'd' }, // prettier-ignore
    { id: 'choir', organization: 'Choir', title: 'Tenor', type: 'other-extracurricular', description: 'd' },
  ];
  input.themes = [
    { id: 'sings', title: 'Sings', claim: 'I sing', evidence: [{ text: 'The choir', from: 'experience/choir' }] },
    { id: 'bench', title: 'Bench', claim: 'I repeat a result', evidence: [{ text: 'The spots', from: 'experience/lab' }] }, // prettier-ignore
    { id: 'ward', title: 'Ward', claim: 'I carry patients', evidence: [{ text: 'The ward', from: 'usce/ward' }] },
  ];
}

function brief(change: (letter: LetterInput, input: ApplicationInput) => void): Brief {
  const { application, plan } = planned((input) => {
    withThemes(input);
    const letter = input.letters[0];
    if (letter) change(letter, input);
  });
  const [first] = plan.letters;
  if (!first) throw new Error('no letter');
  return briefWriter(application, plan, first);
}

const pointsOf = (change: (letter: LetterInput, input: ApplicationInput) => void) =>
  brief(change).points.map(({ point }) => point);

describe('a moment as a point of its own', () => {
  const told = (action: string) =>
    brief((letter) => {
      letter.moments = [{ ...moment('night', []), action }];
    }).points.find(({ point }) => point === 'Title of night.')?.because;

  it('says what the applicant did, or what came of it where that would be long', () => {
    expect(told('I asked the nurse. She was right')).toBe('I asked the nurse. She was right.');
    expect(told(`I asked ${'and asked '.repeat(20)}again.`)).toBe('Result of night.');
  });
});

describe('points chosen for a writer', () => {
  it('differ for the attending of the ward and for the principal investigator of the laboratory', () => {
    const attending = pointsOf((letter) => {
      letter.sharedWork = [ROTATION];
    });
    const pi = pointsOf((letter) => {
      letter.sharedWork = [LAB];
      letter.focus = 'academic';
      letter.writer.role = 'research-pi';
    });
    expect(attending[0]).toBe('I carry patients.');
    expect(pi[0]).toBe('I repeat a result.');
    expect(attending).not.toContain('I repeat a result.');
    expect(pi).not.toContain('I carry patients.');
  });

  it('put a theme with a moment that the writer saw before one without, and name the moment', () => {
    const { points } = brief((letter) => {
      letter.sharedWork = [ROTATION];
      letter.moments = [moment('encore', ['professionalism'], 'sings')];
      letter.themes = ['sings'];
    });
    expect(points[0]).toEqual({ point: 'I sing.', because: 'You saw it: “Title of encore.”', theme: 'Sings' });
  });

  it('rank moments by what the role can judge', () => {
    const moments = [moment('systems', ['systems-based-practice']), moment('care', ['patient-care'])];
    const order = (role: LetterInput['writer']['role'], focus: 'clinical' | 'academic') =>
      pointsOf((letter) => Object.assign(letter, { moments, focus, writer: { ...letter.writer, role } })).filter(
        (point) => point.startsWith('Title'),
      );
    expect(order('attending', 'clinical')).toEqual(['Title of care.', 'Title of systems.']);
    expect(order('program-director', 'academic')).toEqual(['Title of systems.', 'Title of care.']);
  });

  it('leave out what this writer did not see, except for a chair, who speaks from the record', () => {
    const unseen = (role: LetterInput['writer']['role']) =>
      pointsOf((letter) => Object.assign(letter, { sharedWork: [ROTATION], writer: { ...letter.writer, role } }));
    expect(unseen('attending')).not.toContain('I sing.');
    expect(unseen('chair').length).toBeGreaterThan(unseen('attending').length);
  });

  it('stand as given when the applicant wrote up to five', () => {
    const given = ['e', 'd', 'c', 'b', 'a'].map((point) => ({ point }));
    expect(pointsOf((letter) => Object.assign(letter, { points: given }))).toEqual(['e.', 'd.', 'c.', 'b.', 'a.']);
  });

  it('are ranked by fit when there are more than five', () => {
    const given = [
      ...['p', 'q', 'r', 's', 't'].map((point) => ({ point })),
      { point: 'fits', theme: 'ward', because: 'Title of rounds' },
    ];
    const points = pointsOf((letter) =>
      Object.assign(letter, { points: given, sharedWork: [ROTATION], moments: [moment('rounds', ['patient-care'])] }),
    );
    expect(points).toEqual(['fits.', 'p.', 'q.', 'r.', 's.']);
  });

  it('are at most five, distinct, and the same each time, for any moments and themes', () => {
    const competency = fc.constantFrom('patient-care', 'communication', 'professionalism', 'practice-based-learning');
    const theme = fc.constantFrom('sings', 'bench', 'ward', undefined);
    const rows = fc.array(fc.tuple(fc.array(competency, { maxLength: 3 }), theme), { maxLength: 9 });
    fc.assert(
      fc.property(rows, fc.constantFrom('attending', 'research-pi', 'chair', 'other'), (moments, role) => {
        const change = (letter: LetterInput): void => {
          Object.assign(letter, {
            sharedWork: [ROTATION, LAB],
            moments: moments.map(([competencies, id], index) => moment(`m${index}`, competencies as MomentInput['competencies'], id)), // prettier-ignore
            writer: { ...letter.writer, role },
          });
        };
        const { points } = brief(change);
        expect(points.length).toBeLessThanOrEqual(5);
        expect(new Set(points.map(({ point }) => point)).size).toBe(points.length);
        const told = points.flatMap(
          ({ point, because }) => /Title of m\d/.exec(`${point} ${because ?? ''}`)?.[0] ?? [],
        );
        expect(new Set(told).size).toBe(told.length);
        expect(brief(change).points).toEqual(points);
      }),
      { numRuns: 60 },
    );
  });
});

describe('themes', () => {
  it('to reinforce are those that the writer saw something of, best fit first, when the letter names none', () => {
    const { themes } = brief((letter) => {
      letter.sharedWork = [ROTATION];
    });
    expect(themes.filter(({ isFocus }) => isFocus).map(({ title }) => title)).toEqual(['Ward']);
  });

  it('to reinforce are those that the letter names, whatever their fit', () => {
    const { themes } = brief((letter) => {
      letter.sharedWork = [ROTATION];
      letter.themes = ['sings'];
    });
    expect(themes.filter(({ isFocus }) => isFocus).map(({ title }) => title)).toEqual(['Sings']);
  });
});

describe('kindred words', () => {
  it('count words that tell something, by their stem', () => {
    expect(kindredWords('Careful with handoffs', 'I rewrote the handoff after the night')).toBe(1);
    expect(kindredWords('patients and doctors at the hospital', 'a doctor and a patient in hospital')).toBe(0);
    expect(kindredWords('', 'anything')).toBe(0);
  });
});
