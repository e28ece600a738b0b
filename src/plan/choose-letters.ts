import type { ApplicationSystem } from '../reference/index.js';
import type { Program } from '../schema/application.js';
import { type BestSet, type Candidate, findBestSet, type SetRules } from './best-set.js';
import type { LetterTraits } from './letter-traits.js';
import { meritFor, type ProgramDemands, viewsOf } from './program-demands.js';

/** A fixed letter that a program does not get after all, and why. */
export interface LeftOut {
  readonly letter: LetterTraits;
  readonly because: 'over-limit' | 'other-specialty';
}

/** The letters of a program. */
export interface Choice {
  /** In the order of the application. */
  readonly letters: readonly LetterTraits[];
  /** Those that the application names for the program. */
  readonly fixed: ReadonlySet<LetterTraits>;
  readonly leftOut: readonly LeftOut[];
  /** Points of the professional letters together. */
  readonly score: number;
  /** The proposed letter above the number wanted, or null. */
  readonly extra: LetterTraits | null;
  /** A personal letter that fills a place for which there is no professional one, or null. */
  readonly personal: LetterTraits | null;
}

/** Specialties and tracks of one year, to which letters of the advanced specialty may go (facts §5 [UPSTATE]). */
const ONE_YEAR = new Set(['transitional-year', 'preliminary-medicine', 'preliminary-surgery']);

function isOneYear({ specialty, track }: Program): boolean {
  return ONE_YEAR.has(specialty) || track === 'preliminary' || track === 'transitional';
}

/** True when a letter of one specialty is kept from a program of another: general letters go to all. */
function isOfOtherSpecialty({ draft: { letter } }: LetterTraits, program: Program): boolean {
  return letter.specialty !== 'general' && letter.specialty !== program.specialty;
}

/** The letters that the application names for a program, and those among them that it must not get. */
export function fixedLetters(
  program: Program,
  letters: readonly LetterTraits[],
): { readonly fixed: readonly LetterTraits[]; readonly crossing: readonly LetterTraits[] } {
  const named = letters.filter(({ draft }) => draft.letter.programs?.includes(program.id));
  const crossing = isOneYear(program) ? [] : named.filter((letter) => isOfOtherSpecialty(letter, program));
  return { fixed: named.filter((letter) => !crossing.includes(letter)), crossing };
}

/** True when a letter without `programs` may be proposed for a program: of its specialty or general, and its service. */
function isFreeFor(letter: LetterTraits, program: Program, system: ApplicationSystem): boolean {
  const { letter: data, service } = letter.draft;
  return !data.programs && !isOfOtherSpecialty(letter, program) && service.application === system;
}

const isPersonal = ({ draft }: LetterTraits): boolean => draft.letter.nature === 'personal';
const isUploaded = ({ draft }: LetterTraits): boolean => draft.letter.request.status === 'uploaded';

/** Letters as the search sees them: demands first, then the views that they bring. */
function searchSpace(
  letters: readonly LetterTraits[],
  fixed: ReadonlySet<LetterTraits>,
  { specialty, demands }: ProgramDemands,
): { readonly candidates: Candidate[]; readonly points: readonly (readonly number[])[] } {
  const points: (readonly number[])[] = demands.map((demand) => demand.points);
  const views = new Map<string, number>();
  const candidates: Candidate[] = [];
  for (const letter of letters) {
    const meets: number[] = [];
    for (let index = 0; index < demands.length; index++) if (demands[index]!.meets(letter)) meets.push(index);
    for (const view of viewsOf(letter)) {
      const index = views.get(view.key) ?? points.push([view.points]) - 1;
      views.set(view.key, index);
      meets.push(index);
    }
    candidates.push({ merit: meritFor(letter, specialty), meets, writer: letter.writer, fixed: fixed.has(letter) });
  }
  return { candidates, points };
}

/** The best of too many fixed letters: uploaded ones stay, then those that score highest together. */
function bestOfFixed(fixed: readonly LetterTraits[], wants: ProgramDemands): readonly LetterTraits[] {
  const uploaded = fixed.filter(isUploaded);
  const staying = new Set(uploaded.length <= wants.limit ? uploaded : []);
  const pool = uploaded.length > wants.limit ? uploaded : fixed;
  const { candidates, points } = searchSpace(pool, staying, wants);
  const distinct = candidates.map((candidate, index) => ({ ...candidate, writer: String(index) }));
  const { chosen } = findBestSet(distinct, { demands: points, wanted: wants.limit, most: wants.limit });
  return chosen.flatMap((index) => pool[index] ?? []);
}

/**
 * Chooses the letters of a program: the ones that the application names for it, as far as the program takes them, then
 * the best of the others. Professional letters are chosen first; a personal one only fills a place that would stay empty.
 *
 * @param letters all letters, in the order of the application
 */
export function chooseLetters(program: Program, letters: readonly LetterTraits[], wants: ProgramDemands): Choice {
  const named = fixedLetters(program, letters);
  const kept = named.fixed.length > wants.limit ? bestOfFixed(named.fixed, wants) : named.fixed;
  const fixed = new Set(kept);
  const free = letters.filter((letter) => isFreeFor(letter, program, wants.system));

  const personal = kept.filter(isPersonal).length;
  const pool = letters.filter((letter) => !isPersonal(letter) && (fixed.has(letter) || free.includes(letter)));
  const { candidates, points } = searchSpace(pool, fixed, wants);
  const rules: SetRules = {
    demands: points,
    wanted: Math.min(wants.wanted, wants.limit - personal),
    most: Math.min(wants.most, wants.limit - personal),
  };
  const best = findBestSet(candidates, rules);
  const professional = best.chosen.flatMap((index) => pool[index] ?? []);
  const supplement =
    professional.length + personal < wants.wanted
      ? bestPersonal(free.filter(isPersonal), [...professional, ...kept.filter(isPersonal)], wants)
      : null;

  const chosen = new Set([...professional, ...kept, ...(supplement ? [supplement] : [])]);
  return {
    letters: letters.filter((letter) => chosen.has(letter)),
    fixed,
    leftOut: [
      ...named.crossing.map((letter) => ({ letter, because: 'other-specialty' as const })),
      ...named.fixed
        .filter((letter) => !fixed.has(letter))
        .map((letter) => ({ letter, because: 'over-limit' as const })),
    ],
    score: best.score,
    extra: extraOf(best, candidates, pool, rules),
    personal: supplement,
  };
}

function bestPersonal(
  pool: readonly LetterTraits[],
  chosen: readonly LetterTraits[],
  { specialty }: ProgramDemands,
): LetterTraits | null {
  if (chosen.some(isPersonal)) return null;
  const others = pool.filter(({ writer }) => chosen.every((letter) => letter.writer !== writer));
  const [first] = others
    .map((letter) => ({ letter, merit: meritFor(letter, specialty) }))
    .sort((a, b) => b.merit - a.merit);
  return first?.letter ?? null;
}

/**
 * Of a set above the number wanted, the proposed letter that brings least by itself: it is there for the demands that it
 * meets, or because it is better than one that the application names.
 */
function extraOf(
  { chosen }: BestSet,
  candidates: readonly Candidate[],
  pool: readonly LetterTraits[],
  rules: SetRules,
): LetterTraits | null {
  if (chosen.length <= rules.wanted) return null;
  const free = chosen.flatMap((index) => {
    const candidate = candidates[index];
    return candidate && !candidate.fixed ? [{ index, merit: candidate.merit }] : [];
  });
  const [least] = free.sort((a, b) => a.merit - b.merit || b.index - a.index);
  return least ? (pool[least.index] ?? null) : null;
}
