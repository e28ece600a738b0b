import type { Diagnostic } from '../../diagnostics/index.js';
import { nearestWord } from '../../input/did-you-mean.js';
import { finding, type FindingContext, type SpecialtyAt, writerName } from './context.js';

/** Letters that a specialty usually wants; three where the tables do not know it. */
function usualCount(specialty: SpecialtyAt): number {
  return specialty.reference?.letters.usual ?? 3;
}

/** Too few letters for a specialty without programs in the list; with programs, the assignments say it. */
function fewForSpecialty({ application, specialties }: FindingContext): Diagnostic[] {
  return specialties.flatMap((specialty) => {
    const usual = usualCount(specialty);
    const { letters, inText } = specialty;
    if (letters.length >= usual || application.programs.some((program) => program.specialty === specialty.id))
      return [];
    return finding('letters/too-few', `${inText} has ${letters.length} of the usual ${usual} letters`, {
      path: specialty.path,
      found: letters.length > 0 ? letters.map(({ letter }) => letter.id).join(', ') : 'no letter',
      hints: ['ask one more writer, or check what the programs want'],
    });
  });
}

/** Specialties that the tables would know if they were spelt as there. */
function misspelt({ application, plan, specialties }: FindingContext): Diagnostic[] {
  const known = plan.reference.specialties.map(({ id }) => id);
  return specialties.flatMap(({ id, path, reference }, index) => {
    if (reference || application.specialties[index]?.name !== undefined) return [];
    const meant = nearestWord(id, known);
    if (meant === null) return [];
    const hints = [`did you mean "${meant}"?`];
    return finding('letters/specialty-misspelt', `no known specialty has the id "${id}"`, { path, found: id, hints });
  });
}

/** Personal letters in the place of professional ones. */
function personal({ specialties }: FindingContext): Diagnostic[] {
  return specialties.flatMap((specialty) => {
    const { letters, inText, path } = specialty;
    const usual = usualCount(specialty);
    const own = letters.filter(({ letter }) => letter.nature === 'personal');
    const [first] = own;
    if (!first) return [];
    if (own.length === letters.length) {
      return finding('letters/only-personal', `every letter for ${inText} is personal`, { path, found: specialty.id });
    }
    if (letters.length < usual || letters.length - own.length >= usual) return [];
    const message = `${inText} reaches ${usual} letters only with the personal letter "${first.letter.id}"`;
    return finding('letters/personal-counted', message, { path: `${first.path}.nature`, found: 'personal' });
  });
}

/** Letters that no program gets, although there are programs. */
function goesNowhere({ application, plan, letters }: FindingContext): Diagnostic[] {
  if (application.programs.length === 0) return [];
  const assigned = new Set(plan.assignments.flatMap(({ letterIds }) => letterIds));
  return letters.flatMap((planned) => {
    const { letter, path } = planned;
    if (assigned.has(letter.id)) return [];
    const message = `no program gets the letter of ${writerName(planned)}`;
    return finding('letters/goes-nowhere', message, { path, found: letter.id });
  });
}

export const COUNT_CHECKS = [fewForSpecialty, misspelt, personal, goesNowhere];
