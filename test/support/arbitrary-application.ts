import fc from 'fast-check';
import { type Application, applicationSchema, type ApplicationInput } from '../../src/schema/application.js';
import { minimalApplication } from './applications.js';

type LetterInput = ApplicationInput['letters'][number];
type ProgramInput = NonNullable<ApplicationInput['programs']>[number];

/** How large the applications are. */
export interface ApplicationSize {
  readonly letters?: number;
  readonly programs?: number;
  readonly specialties?: number;
}

/** Known specialties of three services, with and without a form and an early match, and one that no table has. */
const SPECIALTIES = [
  'internal-medicine',
  'neurology',
  'emergency-medicine',
  'general-surgery',
  'dermatology',
  'urology',
  'ophthalmology',
  'preliminary-medicine',
  'space-medicine',
];
const WRITER_SPECIALTIES = ['Internal medicine', 'Neurology', 'Emergency medicine', 'Surgery', 'Hospital medicine'];
const FOCUS = ['research', 'primary care', 'rural medicine', 'quality improvement', 'stroke', 'underserved care'];
const TRACKS = ['categorical', 'categorical', 'preliminary', 'primary-care', 'research'] as const;

const day = fc
  .date({ min: new Date('2025-10-01T00:00:00Z'), max: new Date('2027-03-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

const sharedWork = fc.record({
  id: fc.constant('work'),
  title: fc.constantFrom('Inpatient rotation', 'Stroke research', 'Outpatient clinic', 'Rural elective'),
  kind: fc.constantFrom('rotation' as const, 'research' as const, 'work' as const, 'volunteering' as const),
  start: fc.constant('2025-09'),
  end: fc.oneof(partial, fc.constant('present')),
  handsOn: fc.boolean(),
});

function letterOf(specialties: readonly string[], programs: readonly ProgramInput[]): fc.Arbitrary<LetterInput> {
  const ids = programs.map(({ id }) => id);
  return fc
    .record({
      specialty: fc.constantFrom('general', ...specialties),
      focus: fc.constantFrom('clinical' as const, 'academic' as const, 'clinical-and-academic' as const),
      nature: fc.constantFrom(
        'professional' as const,
        'professional' as const,
        'professional' as const,
        'personal' as const,
      ),
      writer: fc.record({
        name: fc.record({
          family: fc.constantFrom('Rivera', 'Chen', 'Okafor', 'Novak', 'Haddad', 'Silva', 'Berg', 'Ito'),
        }),
        role: fc.constantFrom('attending' as const, 'professor' as const, 'research-pi' as const, 'chair' as const),
        institution: fc.constantFrom('Lakeside Hospital', 'Hill Clinic', 'River University'),
        country: fc.constantFrom('United States', 'Vietnam'),
        specialty: maybe(fc.constantFrom(...WRITER_SPECIALTIES)),
        email: fc.constant('writer@example.org'),
      }),
      contact: maybe(fc.constantFrom('daily' as const, 'weekly' as const, 'indirect' as const)),
      sharedWork: fc.array(sharedWork, { maxLength: 1 }),
      programs: fc.oneof(
        { weight: 3, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constant<string[]>([]) },
        { weight: 2, arbitrary: fc.subarray(ids) },
        { weight: 2, arbitrary: fc.constant(ids) },
      ),
      request: fc.record({
        waived: fc.boolean(),
        chairLetter: fc.boolean(),
        status: fc.constantFrom('draft' as const, 'sent' as const, 'uploaded' as const),
        askedOn: maybe(day),
        agreedOn: maybe(day),
        targetDate: day,
      }),
    })
    .map(({ contact, ...letter }) => ({
      id: 'letter',
      whyYou: 'You saw me at work.',
      relationship: { summary: 'My supervisor.', contact },
      ...letter,
    }));
}

function programOf(specialties: readonly string[]): fc.Arbitrary<Omit<ProgramInput, 'id'>> {
  return fc.record({
    institution: fc.constant('A hospital'),
    specialty: fc.constantFrom(...specialties),
    track: fc.constantFrom(...TRACKS),
    focus: fc.subarray(FOCUS, { maxLength: 2 }),
    lettersWanted: maybe(fc.integer({ min: 0, max: 4 })),
  });
}

/** Few entries most of the time, and all of them now and then. */
function list<T>(entry: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> {
  const small = fc.array(entry, { minLength, maxLength: Math.min(8, maxLength) });
  if (maxLength <= 8) return small;
  const large = fc.array(entry, { minLength: maxLength - 4, maxLength, size: 'max' });
  return fc.oneof({ weight: 8, arbitrary: small }, { weight: 1, arbitrary: large });
}

/**
 * Valid applications: 1 to 20 letters, some fixed to programs, some to none, some free; 0 to 150 programs; 1 to 3
 * specialties.
 */
export function arbitraryApplication(size: ApplicationSize = {}): fc.Arbitrary<Application> {
  const { letters = 20, programs = 150, specialties = 3 } = size;
  return fc
    .tuple(fc.subarray(SPECIALTIES, { minLength: 1, maxLength: specialties }), fc.boolean())
    .chain(([chosen, isImg]) =>
      list(programOf(chosen), 0, programs).chain((rows) => {
        const named = rows.map((row, index) => ({ ...row, id: `program-${index}` }));
        return list(letterOf(chosen, named), 1, letters).map((written): Application => {
          const input = minimalApplication();
          if (isImg) {
            input.applicant.img = { trainingSystem: 'Six years.', ecfmg: { status: 'certified' } };
          }
          input.specialties = chosen.map((id) => ({ id, goals: 'To learn it well.' }));
          input.programs = named;
          input.letters = written.map((letter, index) => ({ ...letter, id: `letter-${index}` }));
          // As from a file: what is not given is not there.
          return applicationSchema.parse(JSON.parse(JSON.stringify(input)));
        });
      }),
    );
}
