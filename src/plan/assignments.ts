import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import type { Application } from '../schema/application.js';
import type { PlannedLetter, PlannedSpecialty, ProgramAssignment } from './types.js';

/** True when a letter goes to a program: named there, or, without a list, of its specialty or general. */
export function letterServesProgram(
  letter: { readonly programs?: readonly string[] | undefined; readonly specialty: string },
  program: { readonly id: string; readonly specialty: string },
): boolean {
  if (letter.programs) return letter.programs.includes(program.id);
  return letter.specialty === 'general' || letter.specialty === program.specialty;
}

/** A program that gets too many or too few letters, as far as one message serves several programs. */
interface Shortfall {
  readonly code: 'letters/over-program-limit' | 'letters/too-few';
  readonly specialty: string;
  readonly given: readonly string[];
  readonly expected: number;
  readonly programs: { readonly id: string; readonly index: number }[];
}

function shortfallFinding({ code, specialty, given, expected, programs }: Shortfall): Diagnostic {
  const ids = programs.map(({ id }) => id).join(', ');
  const who = programs.length === 1 ? `program ${ids} gets` : `${programs.length} ${specialty} programs get`;
  const tooMany = code === 'letters/over-program-limit';
  const message = tooMany
    ? `${who} ${given.length} letters; a program takes at most ${expected}`
    : `${who} ${given.length} of ${expected} letters`;
  const remedy = tooMany
    ? 'list the programs of each letter under `programs`, so that each program gets its best letters'
    : 'add a letter, or add these programs to the `programs` of a letter that you have';
  return diagnostic('warning', code, message, {
    path: `programs[${programs[0]?.index ?? 0}]`,
    found: given.length > 0 ? given.join(', ') : 'no letter',
    hints: programs.length === 1 ? [remedy] : [remedy, `the programs are: ${ids}`],
    reference: tooMany ? 'AAMC-FAQ27' : 'AAFP',
  });
}

/**
 * Lays letters against programs as the application gives them, and says where programs get too many or too few: one
 * finding for all programs of a specialty that get the same letters.
 */
export function assignLetters(
  application: Application,
  letters: readonly PlannedLetter[],
  specialties: readonly PlannedSpecialty[],
): { assignments: ProgramAssignment[]; diagnostics: Diagnostic[] } {
  const shortfalls = new Map<string, Shortfall>();
  const assignments = application.programs.map((program, index): ProgramAssignment => {
    const given = letters.filter(({ letter }) => letterServesProgram(letter, program)).map(({ letter }) => letter.id);
    const specialty = specialties.find(({ id }) => id === program.specialty);
    const limit = specialty?.reference?.letters.max ?? 4;
    const wanted = program.lettersWanted ?? specialty?.reference?.letters.usual ?? 3;
    const code = given.length > limit ? 'letters/over-program-limit' : given.length < wanted ? 'letters/too-few' : null;
    if (code) {
      const expected = code === 'letters/too-few' ? wanted : limit;
      const key = JSON.stringify([code, program.specialty, expected, given]);
      const shortfall = shortfalls.get(key) ?? {
        code,
        specialty: specialty?.inText ?? program.specialty,
        given,
        expected,
        programs: [],
      };
      shortfall.programs.push({ id: program.id, index });
      shortfalls.set(key, shortfall);
    }
    return { program, letterIds: given, wanted, limit };
  });
  return { assignments, diagnostics: [...shortfalls.values()].map(shortfallFinding) };
}
