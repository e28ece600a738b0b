import {
  findApplicationSystem,
  findForm,
  findServiceFor,
  findWantedForm,
  type ApplicationSystem,
  type Reference,
} from '../reference/index.js';
import type { Program } from '../schema/application.js';
import { isChairLetter, isOnForm, isWriterOf, type LetterTraits } from './letter-traits.js';
import { focusOf, speaksTo } from './program-focus.js';
import type { PlannedSpecialty } from './types.js';
import { DEMAND, EXTRA_FROM, MERIT, VIEW } from './weights.js';

/** Something that the letters of a program are to have between them. */
export interface Demand {
  /** What a writer who meets it does, as in "the writer practices neurology". */
  readonly label: string;
  /** Points for the first, second ... letter that meets it; never rising. */
  readonly points: readonly number[];
  readonly meets: (letter: LetterTraits) => boolean;
}

/** A demand for something of its own: a focus, a specialty, a form. */
class DemandFor<Wanted> implements Demand {
  constructor(
    readonly label: string,
    readonly points: readonly number[],
    private readonly wanted: Wanted,
    private readonly brings: (letter: LetterTraits, wanted: Wanted) => boolean,
  ) {}

  meets(letter: LetterTraits): boolean {
    return this.brings(letter, this.wanted);
  }
}

/** What a program wants; programs that want the same share one. */
export interface ProgramDemands {
  readonly specialty: PlannedSpecialty;
  readonly system: ApplicationSystem;
  /** Letters that it wants, as far as its service takes them. */
  readonly wanted: number;
  /** Most letters that its service takes. */
  readonly limit: number;
  /** Most letters to propose. */
  readonly most: number;
  readonly focus: readonly string[];
  readonly demands: readonly Demand[];
}

/** What all programs of an application have in common. */
export interface DemandContext {
  readonly specialties: readonly PlannedSpecialty[];
  readonly reference: Reference;
  readonly season: number;
  readonly isImg: boolean;
}

/** Most letters that a program takes where no service is known. */
const USUAL_LIMIT = 4;
const USUAL_NUMBER = 3;

/** What a program wants, by its specialty, season and focus. Every program may differ (facts §5). */
export function demandsOf(program: Program, context: DemandContext): ProgramDemands {
  const { specialties, reference, season } = context;
  const specialty = specialties.find(({ id }) => id === program.specialty) ?? {
    id: program.specialty,
    name: program.specialty,
    inText: program.specialty,
    reference: null,
  };
  const row = specialty.reference;
  const system = row ? findApplicationSystem(row, season) : 'ERAS';
  const ofService = findServiceFor(reference, system, season)?.maxPerProgram ?? USUAL_LIMIT;
  const limit = Math.min(row?.letters.max ?? USUAL_LIMIT, ofService);
  const wanted = Math.min(program.lettersWanted ?? row?.letters.usual ?? USUAL_NUMBER, limit);
  const focus = focusOf(program);
  return {
    specialty,
    system,
    wanted,
    limit,
    most: wanted >= EXTRA_FROM ? Math.min(limit, wanted + 1) : wanted,
    focus,
    demands: [...conventions(specialty, context), ...focus.map(focusDemand)],
  };
}

function focusDemand(focus: string): Demand {
  return new DemandFor(`can speak to the focus on ${focus}`, DEMAND.programFocus, focus, bringsFocus);
}

function bringsFocus({ topics }: LetterTraits, focus: string): boolean {
  return speaksTo(topics, focus);
}

function conventions(specialty: PlannedSpecialty, { reference, season, isImg }: DemandContext): Demand[] {
  const { inText, reference: row } = specialty;
  const demands: Demand[] = [
    {
      label: 'supervised your work with patients',
      points: DEMAND.clinicalSupervisor,
      meets: ({ clinicalSupervisor }) => clinicalSupervisor,
    },
  ];
  if (isImg) {
    demands.push({ label: 'writes from the US', points: DEMAND.usWriter, meets: ({ draft }) => draft.writerInUs });
  }
  if (!row) {
    demands.push(fromSpecialty(specialty, 1));
    return demands;
  }
  const form = findWantedForm(reference, row, season);
  if (form) {
    const first = form.required ? DEMAND.requiredForm : DEMAND.customaryForm;
    const points = [
      ...Array<number>(form.count).fill(first),
      ...Array<number>(Math.max(0, form.preferred - form.count)).fill(DEMAND.preferredForm),
    ];
    const name = findForm(reference, form.id)?.name ?? form.id;
    const label = `writes the ${/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name}`;
    demands.push(new DemandFor(label, points, { specialty, reference, season }, bringsForm));
  }
  const { chair, fromSpecialty: own, outside } = row.wants;
  if (chair !== 'none') {
    const points = chair === 'expected' ? DEMAND.expectedChair : DEMAND.customaryChair;
    demands.push({ label: 'writes for the chair or department', points, meets: isChairLetter });
  }
  if (own > 0) demands.push(fromSpecialty(specialty, own));
  if (outside > 0) {
    const label = `gives a clinical view from outside ${inText}`;
    demands.push(new DemandFor(label, Array<number>(outside).fill(DEMAND.outside), specialty, isOutsideView));
  }
  return demands;
}

function fromSpecialty(specialty: PlannedSpecialty, count: number): Demand {
  const points = Array<number>(count).fill(DEMAND.fromSpecialty);
  return new DemandFor(`practices ${specialty.inText}`, points, specialty, isWriterOf);
}

function bringsForm(
  letter: LetterTraits,
  { specialty, reference, season }: { specialty: PlannedSpecialty; reference: Reference; season: number },
): boolean {
  return isOnForm(letter, specialty, reference, season);
}

function isOutsideView(letter: LetterTraits, specialty: PlannedSpecialty): boolean {
  const { writer, focus } = letter.draft.letter;
  return writer.specialty !== undefined && focus !== 'academic' && !isWriterOf(letter, specialty);
}

/** A view that a letter brings: of a role, from a site, on one side of the work. Sets gain by different ones. */
export function viewsOf({ site, draft }: LetterTraits): { readonly key: string; readonly points: number }[] {
  const { writer, focus } = draft.letter;
  return [
    { key: `role ${writer.role}`, points: VIEW.role },
    { key: `site ${site}`, points: VIEW.site },
    { key: `focus ${focus}`, points: VIEW.focus },
  ];
}

/** Points of a letter by itself, for a program of a specialty. */
export function meritFor(letter: LetterTraits, specialty: PlannedSpecialty): number {
  return (
    letter.merit +
    (isWriterOf(letter, specialty) ? MERIT.sameSpecialty : 0) +
    (letter.draft.specialty?.id === specialty.id ? MERIT.written : 0)
  );
}
