import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefWriter } from '../../src/brief/index.js';
import type { ApplicationInput } from '../../src/schema/application.js';
import { type Brief, briefSchema } from '../../src/schema/brief.js';
import { planned } from '../support/planned.js';

function briefs(change?: (input: ApplicationInput) => void): Brief[] {
  const { application, plan } = planned(change);
  return plan.letters.map((letter) => briefWriter(application, plan, letter));
}

function brief(change?: (input: ApplicationInput) => void): Brief {
  const result = briefs(change)[0];
  if (!result) throw new Error('no letter');
  return result;
}

/** Everything that must never be printed, or only where it is shared, each with a marker of its own. */
function withSecrets(input: ApplicationInput): void {
  input.advisor = { name: 'ADVISOR-NAME', email: 'advisor@example.org', notes: 'ADVISOR-NOTES' };
  input.cv.exams = [{ name: 'USMLE Step 2 CK', result: 'SCORE-251' }];
  input.cv.impactfulExperience = 'HARDSHIP';
  input.cv.usce = [
    {
      id: 'sub',
      site: 'Lakeside',
      kind: 'elective',
      specialty: 'Medicine',
      handsOn: true,
      supervisor: 'SUPERVISOR Stone',
    },
  ];
  input.applicant.img = {
    trainingSystem: 'Six years.',
    ownGrades: 'OWN-GRADES',
    ecfmg: { status: 'certified' },
    gaps: [{ start: '2022', end: '2023', explanation: 'GAP-DETAIL' }],
    visa: 'VISA-NEED',
  };
  input.programs = [{ id: 'p', institution: 'PROGRAM-NAME', specialty: 'internal-medicine', signal: 'gold' }];
}

const SHARED = {
  scores: 'SCORE-251',
  grades: 'OWN-GRADES',
  'program-names': 'PROGRAM-NAME',
  visa: 'VISA-NEED',
  hardship: 'HARDSHIP',
  gaps: 'GAP-DETAIL',
} as const;
const NEVER = ['ADVISOR-NAME', 'advisor@example.org', 'ADVISOR-NOTES', 'SUPERVISOR', 'gold'];

describe('briefWriter: where the letter goes', () => {
  const typesOf = (...types: ('community' | 'university' | 'university-affiliated')[]): string | null | undefined => {
    const input = (one: ApplicationInput): void => {
      one.programs = types.map((type, index) => {
        return { id: `p${index}`, institution: `Program ${index}`, specialty: 'internal-medicine', type };
      });
    };
    return brief(input).destination.bySpecialty[0]?.types;
  };

  it('counts types of programs, and says plainly when all are of one', () => {
    expect(typesOf('community')).toBe('community');
    expect(typesOf('community', 'community')).toBe('both community');
    expect(typesOf('university', 'university', 'university')).toBe('all university');
    expect(typesOf('university', 'community', 'university')).toBe('2 university, 1 community');
    expect(typesOf()).toBeUndefined();
  });
});

describe('briefWriter: contract', () => {
  it('gives every key of the contract and none besides', () => {
    expect(briefSchema.safeParse(brief()).error).toBeUndefined();
    expect(briefSchema.safeParse(brief(withSecrets)).error).toBeUndefined();
  });

  it('is plain JSON', () => {
    const value = brief(withSecrets);
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });
});

describe('briefWriter: privacy', () => {
  it('prints nothing private by default', () => {
    const text = JSON.stringify(brief(withSecrets));
    for (const secret of [...NEVER, ...Object.values(SHARED)]) expect(text).not.toContain(secret);
  });

  it.each(Object.entries(SHARED))('prints %s, and only that, where it is shared', (key, marker) => {
    const text = JSON.stringify(
      brief((input) => {
        withSecrets(input);
        const letter = input.letters[0];
        if (letter) letter.share = [key as keyof typeof SHARED];
      }),
    );
    expect(text).toContain(marker);
    for (const other of [...NEVER, ...Object.values(SHARED).filter((value) => value !== marker)])
      expect(text).not.toContain(other);
  });

  it('keeps two letters apart', () => {
    const [a, b] = briefs((input) => {
      const letter = input.letters[0];
      if (!letter) return;
      input.letters = ['AAA', 'BBB'].map((mark) => ({
        ...letter,
        id: mark.toLowerCase(),
        note: `note ${mark}`,
        whyYou: `why ${mark}`,
        writer: { ...letter.writer, name: { family: `Family${mark}` }, email: `${mark}@example.org` },
        request: { ...letter.request, letterId: `ID-${mark}` },
        moments: [{ id: 'm', title: `title ${mark}`, situation: mark, action: mark, result: mark }],
        feedback: [{ text: `feedback ${mark}` }],
        points: [{ point: `point ${mark}` }],
      }));
    });
    expect(JSON.stringify(a)).not.toContain('BBB');
    expect(JSON.stringify(b)).not.toContain('AAA');
    expect(JSON.stringify(a)).toContain('ID-AAA');
  });
});

/** A letter of its own kind whose every text holds a mark. */
function markedLetter(mark: string, kind: LetterKind): ApplicationInput['letters'][number] {
  const { role, focus, nature, status, waived, newVersion, form, country } = kind;
  return {
    id: `letter-${mark.toLowerCase()}`,
    specialty: 'internal-medicine',
    focus,
    nature,
    writer: {
      name: { given: 'W', family: `Family${mark}`, native: { text: `Native${mark}`, lang: 'vi' } },
      role,
      position: `position ${mark}`,
      institution: `Institution${mark}`,
      country,
      email: `${mark}@example.org`,
      phone: `phone ${mark}`,
      signers: role === 'committee' ? [`Signer${mark}`] : [],
      assistant: { name: `Assistant${mark}` },
    },
    relationship: { summary: `summary ${mark}` },
    whyYou: `why ${mark}`,
    help: `help ${mark}`,
    note: `note ${mark}`,
    sharedWork: [{ id: 'w', title: `work ${mark}`, kind: 'rotation', site: `site ${mark}`, role: `role ${mark}` }],
    moments: [{ id: 'm', title: `title ${mark}`, situation: mark, action: mark, result: mark, theme: 'shared' }],
    feedback: [{ text: `feedback ${mark}` }],
    request: {
      type: form ? 'standardized' : 'narrative',
      ...(form ? { form } : {}),
      waived,
      newVersion,
      status,
      letterId: `ID-${mark}`,
      portalUrl: `https://example.org/${mark}`,
      targetDate: '2026-09-15',
    },
  };
}

const letterKind = fc.record({
  role: fc.constantFrom('attending', 'professor', 'research-pi', 'program-director', 'chair', 'committee', 'other'),
  focus: fc.constantFrom('clinical', 'academic', 'clinical-and-academic'),
  nature: fc.constantFrom('professional', 'personal'),
  status: fc.constantFrom('draft', 'confirmed', 'sent', 'uploaded'),
  waived: fc.boolean(),
  newVersion: fc.boolean(),
  form: fc.constantFrom('im-sel', 'eslor', 'dermatology', undefined),
  country: fc.constantFrom('United States', 'Vietnam'),
} as const);
type LetterKind = typeof letterKind extends fc.Arbitrary<infer Kind> ? Kind : never;

describe('briefWriter: letters of any kind', () => {
  it('keep the contract and hold nothing of one another', () => {
    const marks = ['QQA', 'QQB', 'QQC', 'QQD'];
    fc.assert(
      fc.property(fc.array(letterKind, { minLength: 2, maxLength: 4 }), (kinds) => {
        const all = briefs((input) => {
          withSecrets(input);
          input.themes = [{ id: 'shared', title: 'Shared', claim: 'A claim', evidence: [{ text: 'Evidence' }] }];
          input.letters = kinds.map((kind, index) => markedLetter(marks[index] ?? '', kind));
        });
        for (const [index, own] of all.entries()) {
          expect(briefSchema.safeParse(own).error).toBeUndefined();
          const text = JSON.stringify(own);
          expect(text).toContain(`ID-${marks[index] ?? ''}`);
          expect(text).not.toContain('Assistant');
          for (const secret of [...NEVER, ...Object.values(SHARED)]) expect(text).not.toContain(secret);
          for (const mark of marks) if (mark !== marks[index]) expect(text).not.toContain(mark);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('briefWriter: tailoring', () => {
  it('differs by role, focus and country of the writer', () => {
    const pi = brief((input) => {
      const letter = input.letters[0];
      if (letter)
        Object.assign(letter, {
          focus: 'academic',
          writer: { ...letter.writer, role: 'research-pi', country: 'Vietnam' },
        });
    });
    const attending = brief();
    expect(pi.guidance.purpose).not.toEqual(attending.guidance.purpose);
    expect(pi.guidance.role).not.toEqual(attending.guidance.role);
    expect(pi.writer.isUs).toBe(false);
    expect(pi.guidance.usLetters.length).toBeGreaterThan(3);
    expect(attending.guidance.usLetters).toEqual([]);
  });

  it('asks for the facts of the standardized form in its order, those only that are known', () => {
    const { form, request } = brief((input) => {
      const letter = input.letters[0];
      if (letter) letter.request = { ...letter.request, type: 'standardized', form: 'im-sel', chairLetter: true };
    });
    expect(request.kind).toBe('IM SEL');
    expect(form?.questions.map(({ label }) => label)).toEqual([
      'Applicant',
      'Institution and evaluators',
      'Evaluator’s contact',
      'Nature of contact',
      'Grading policy',
      'Narrative, at most 200 words',
    ]);
  });

  it('falls back from points to the claims of the themes', () => {
    const { points } = brief((input) => {
      input.themes = [
        { id: 't', title: 'Handoffs', claim: 'I hand over carefully.', evidence: [{ text: 'A template.' }] },
      ];
    });
    expect(points).toEqual([{ point: 'I hand over carefully.', because: 'A template.', theme: 'Handoffs' }]);
  });

  it('marks US experience with this writer', () => {
    const { img } = brief((input) => {
      withSecrets(input);
      const usce = input.cv.usce?.[0];
      if (usce) usce.supervisor = 'Elena Rivera, MD';
    });
    expect(img?.usce[0]?.withWriter).toBe(true);
    expect(brief(withSecrets).img?.usce[0]?.withWriter).toBe(false);
  });
});
