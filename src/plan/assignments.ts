import type { Diagnostic } from '../diagnostics/index.js';
import type { Application, Program } from '../schema/application.js';
import { leftOutOf, reasonsOf } from './assignment-reasons.js';
import { chooseLetters, fixedLetters } from './choose-letters.js';
import { finding } from './findings/context.js';
import type { LetterTraits } from './letter-traits.js';
import { type DemandContext, demandsOf, type ProgramDemands } from './program-demands.js';
import type { ProgramAssignment } from './types.js';

type Code = 'letters/over-program-limit' | 'letters/too-few' | 'letters/other-specialty';

/** What is amiss with the letters of a program, as far as one message serves several programs. */
interface Shortfall {
  readonly code: Code;
  readonly specialty: string;
  readonly given: readonly string[];
  readonly expected: number;
  readonly programs: { readonly id: string; readonly index: number }[];
}

function shortfallFinding({ code, specialty, given, expected, programs }: Shortfall): Diagnostic {
  const ids = programs.map(({ id }) => id).join(', ');
  const isOne = programs.length === 1;
  const who = isOne ? `program ${ids}` : `${programs.length} ${specialty} programs`;
  const path = `programs[${programs[0]?.index ?? 0}]`;
  const found = given.length > 0 ? given.join(', ') : 'no letter';
  const hints = isOne ? [] : [`the programs are: ${ids}`];
  if (code === 'letters/too-few') {
    const message = `${who} ${isOne ? 'gets' : 'get'} ${given.length} of ${expected} letters`;
    return finding(code, message, { path, found, hints });
  }
  if (code === 'letters/over-program-limit') {
    const message = `${given.length} letters are named for ${who}; a program takes at most ${expected}`;
    return finding(code, message, { path, found, hints });
  }
  const letters = given.length === 1 ? `letter ${found} is` : `letters ${found} are`;
  return finding(code, `${letters} for another specialty than ${who}`, { path, found, hints });
}

/** Collects what is amiss, one finding for all programs of a specialty that get the same letters. */
class Shortfalls {
  readonly #byKey = new Map<string, Shortfall>();

  add(
    code: Code,
    given: readonly string[],
    expected: number,
    wants: ProgramDemands,
    at: { id: string; index: number },
  ) {
    const specialty = wants.specialty.inText;
    const key = JSON.stringify([code, specialty, expected, given]);
    const shortfall = this.#byKey.get(key) ?? { code, specialty, given, expected, programs: [] };
    shortfall.programs.push(at);
    this.#byKey.set(key, shortfall);
  }

  findings(): Diagnostic[] {
    return [...this.#byKey.values()].map(shortfallFinding);
  }
}

type Letters = Pick<ProgramAssignment, 'letterIds' | 'reasons' | 'leftOut' | 'score'>;

/** Chooses once for all programs that want the same and name the same letters. */
class Chooser {
  readonly #letters: readonly LetterTraits[];
  readonly #known = new Map<string, Letters>();

  constructor(letters: readonly LetterTraits[]) {
    this.#letters = letters;
  }

  lettersOf(program: Program, wants: ProgramDemands): Letters {
    const named = fixedLetters(program, this.#letters);
    const ids = (letters: readonly LetterTraits[]): string[] => letters.map(({ draft }) => draft.letter.id);
    const { specialty, wanted, limit, focus } = wants;
    const key = JSON.stringify([specialty.id, wanted, limit, focus, ids(named.fixed), ids(named.crossing)]);
    const known = this.#known.get(key);
    if (known) return known;
    const choice = chooseLetters(program, this.#letters, wants);
    const letters: Letters = {
      letterIds: ids(choice.letters),
      reasons: reasonsOf(choice, wants),
      leftOut: leftOutOf(choice, wants),
      score: choice.score,
    };
    this.#known.set(key, letters);
    return letters;
  }
}

/**
 * Lays letters against programs: those that the application names for a program, then the best of the others, never more
 * than the service takes. Says where too many are named, where too few are left, and where a named letter is for another
 * specialty.
 */
export function assignLetters(
  application: Application,
  letters: readonly LetterTraits[],
  context: DemandContext,
): { assignments: ProgramAssignment[]; diagnostics: Diagnostic[] } {
  const shortfalls = new Shortfalls();
  const chooser = new Chooser(letters);
  const personal = new Set(
    letters.flatMap(({ draft: { letter } }) => (letter.nature === 'personal' ? [letter.id] : [])),
  );
  const assignments = application.programs.map((program, index): ProgramAssignment => {
    const wants = demandsOf(program, context);
    const chosen = chooser.lettersOf(program, wants);
    const at = { id: program.id, index };
    const leftOut = (because: string): string[] =>
      chosen.leftOut.flatMap((left) => (left.because === because ? [left.letterId] : []));

    const over = leftOut('over-limit');
    const crossing = leftOut('other-specialty');
    const professional = chosen.letterIds.filter((id) => !personal.has(id));
    const { wanted, limit } = wants;
    if (crossing.length > 0) shortfalls.add('letters/other-specialty', crossing, 0, wants, at);
    if (over.length > 0) {
      const named = letters.map(({ draft }) => draft.letter.id).filter((id) => isNamed(id, chosen, over));
      shortfalls.add('letters/over-program-limit', named, limit, wants, at);
    } else if (professional.length < wanted) {
      shortfalls.add('letters/too-few', professional, wanted, wants, at);
    }
    return { program, wanted, limit, ...chosen };
  });
  return { assignments, diagnostics: shortfalls.findings() };
}

function isNamed(id: string, { reasons }: Letters, over: readonly string[]): boolean {
  return over.includes(id) || reasons.some(({ letterId, fixed }) => letterId === id && fixed);
}
