import type { Choice } from './choose-letters.js';
import type { LetterTraits } from './letter-traits.js';
import type { Demand, ProgramDemands } from './program-demands.js';
import type { AssignmentReason, LetterLeftOut } from './types.js';

const CONTACT: Readonly<Record<string, string>> = {
  daily: 'saw you daily',
  weekly: 'saw you every week',
  monthly: 'saw you every month',
};
const ORDINALS = ['', 'one', 'a second', 'a third', 'a fourth'];
/** Most demands that one reason names. */
const MOST_NAMED = 3;

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** How directly and how lately the writer saw the applicant at work. */
function closeness({ draft, handsOn, lastWork, ongoing }: LetterTraits): string {
  const { contact } = draft.letter.relationship;
  const parts = [
    (contact && CONTACT[contact]) ?? '',
    handsOn ? 'hands-on' : '',
    ongoing ? 'still works with you' : lastWork ? `until ${lastWork.slice(0, 7)}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Demands that the others of a set leave open and this letter meets. */
function addedBy(letter: LetterTraits, { letters }: Choice, demands: readonly Demand[]): readonly Demand[] {
  const added: Demand[] = [];
  for (const demand of demands) {
    if (!demand.meets(letter)) continue;
    let others = 0;
    for (const other of letters) if (other !== letter && demand.meets(other)) others += 1;
    if (others < demand.points.length) added.push(demand);
  }
  return added;
}

function proposed(letter: LetterTraits, choice: Choice, { demands, specialty }: ProgramDemands): string {
  const added = addedBy(letter, choice, demands);
  if (letter === choice.personal) {
    return 'a personal letter, in a place for which there is no professional one; it replaces none';
  }
  if (letter === choice.extra) {
    const ordinal = ORDINALS[choice.letters.length] ?? 'one more';
    const adds = list(added.map(({ label }) => label));
    const because = adds ? `this writer ${adds}, which the others leave open` : 'it says more than one that you named';
    return `${ordinal} letter, because ${because}`;
  }
  const met = [...added];
  for (const demand of demands) if (!added.includes(demand) && demand.meets(letter)) met.push(demand);
  const named = met.slice(0, MOST_NAMED).map(({ label }) => label);
  const scope = letter.draft.specialty ? `for ${specialty.inText}` : 'general letter';
  const parts = [list(named), closeness(letter), named.length === 0 ? scope : '', letter.late ? 'but late' : ''];
  return parts.filter((part) => part !== '').join('; ') || 'fills the number wanted';
}

function fixed(letter: LetterTraits, { system }: ProgramDemands): string {
  const { service, letter: data } = letter.draft;
  const parts = ['named for it under `programs`'];
  if (data.request.status === 'uploaded') parts.push('uploaded');
  if (service.application !== system) parts.push(`needs a request of its own in ${system}`);
  return parts.join('; ');
}

/** Why each letter of a choice goes to the program, in the order of its letters. */
export function reasonsOf(choice: Choice, wants: ProgramDemands): AssignmentReason[] {
  return choice.letters.map((letter) => {
    const isFixed = choice.fixed.has(letter);
    return {
      letterId: letter.draft.letter.id,
      fixed: isFixed,
      reason: isFixed ? fixed(letter, wants) : proposed(letter, choice, wants),
    };
  });
}

/** Why letters that the application names for a program do not go there. */
export function leftOutOf({ leftOut }: Choice, { limit, specialty }: ProgramDemands): LetterLeftOut[] {
  return leftOut.map(({ letter, because }) => ({
    letterId: letter.draft.letter.id,
    because,
    reason:
      because === 'over-limit'
        ? `the program takes at most ${limit} letters, and others serve it better`
        : `it is for ${letter.draft.specialty?.inText ?? 'another specialty'}, and the program is in ${specialty.inText}`,
  }));
}
