import type { AgendaEvent, LetterPlan, PlannedLetter, ProgramAssignment } from './types.js';

/** How a letter stands to a program. */
export type PlanMark = 'fixed' | 'proposed' | 'left-out' | 'none';

/** A letter in the tables of a plan. */
export interface PlanTableLetter {
  /** A, B ... Z, AA, AB ...: by which the letter is named in the tables. */
  readonly key: string;
  readonly planned: PlannedLetter;
}

/** Why some programs get their letters: once for all programs that get the same letters for the same reasons. */
export interface ReasonGroup {
  readonly assignments: readonly ProgramAssignment[];
  readonly reasons: readonly { readonly key: string; readonly mark: PlanMark; readonly reason: string }[];
}

/** The programs of one specialty against the letters that concern any of them. */
export interface ProgramTable {
  readonly id: string;
  readonly name: string;
  readonly letters: readonly PlanTableLetter[];
  readonly rows: readonly { readonly assignment: ProgramAssignment; readonly marks: readonly PlanMark[] }[];
}

/** A plan as tables, whatever they are then written in. */
export interface PlanTables {
  readonly letters: readonly PlanTableLetter[];
  /** A table for each specialty that has programs. */
  readonly specialties: readonly ProgramTable[];
  /** The dates of each letter without those of its season. */
  readonly dates: readonly (PlanTableLetter & { readonly events: readonly AgendaEvent[] })[];
  /** The dates of each season once. Letters of one season may see different events of it: an early match has its own. */
  readonly seasons: readonly { readonly label: string; readonly events: readonly AgendaEvent[] }[];
}

/** Arranges a plan as tables. */
export function planTables(plan: LetterPlan): PlanTables {
  const letters = plan.letters.map((planned, index) => ({ key: keyOf(index), planned }));
  const seasons = new Map<string, PlanTables['seasons'][number]>();
  const dates = letters.map((letter) => {
    const { agenda, seasonLabel } = letter.planned;
    const events = agenda.filter(({ kind }) => kind === 'season');
    if (events.length > 0) seasons.set(JSON.stringify([seasonLabel, events]), { label: seasonLabel, events });
    return { ...letter, events: agenda.filter(({ kind }) => kind !== 'season') };
  });
  const specialties = plan.specialties.flatMap(({ id, name }) => {
    const assignments = plan.assignments.filter(({ program }) => program.specialty === id);
    return assignments.length === 0 ? [] : [{ id, name, ...programRows(letters, assignments) }];
  });
  return { letters, specialties, dates, seasons: [...seasons.values()] };
}

/** The reasons of a table's rows. */
export function reasonGroups({ letters, rows }: Pick<ProgramTable, 'letters' | 'rows'>): ReasonGroup[] {
  const groups = new Map<string, ProgramAssignment[]>();
  for (const { assignment } of rows) {
    const same = JSON.stringify([assignment.reasons, assignment.leftOut]);
    groups.set(same, [...(groups.get(same) ?? []), assignment]);
  }
  const keys = new Map(letters.map(({ key, planned }) => [planned.letter.id, key]));
  return [...groups.values()].map((assignments) => ({
    assignments,
    reasons: [
      ...(assignments[0]?.reasons ?? []).map(({ letterId, reason, fixed }) => {
        return { key: keys.get(letterId) ?? '', mark: fixed ? ('fixed' as const) : ('proposed' as const), reason };
      }),
      ...(assignments[0]?.leftOut ?? []).map(({ letterId, reason }) => {
        return { key: keys.get(letterId) ?? '', mark: 'left-out' as const, reason: `left out: ${reason}` };
      }),
    ],
  }));
}

/** How long there is until a letter's date: "in 3 days", "today", "2 days over", or "in" for a letter that is in. */
export function daysLeftText(days: number, isIn: boolean): string {
  if (isIn) return 'in';
  if (days === 0) return 'today';
  const length = Math.abs(days);
  const text = `${length} day${length === 1 ? '' : 's'}`;
  return days < 0 ? `${text} over` : `in ${text}`;
}

function programRows(
  letters: readonly PlanTableLetter[],
  assignments: readonly ProgramAssignment[],
): Pick<ProgramTable, 'letters' | 'rows'> {
  const concerned = letters.filter(({ planned }) =>
    assignments.some((assignment) => markOf(assignment, planned.letter.id) !== 'none'),
  );
  const rows = assignments.map((assignment) => {
    return { assignment, marks: concerned.map(({ planned }) => markOf(assignment, planned.letter.id)) };
  });
  return { letters: concerned, rows };
}

function markOf({ reasons, leftOut }: ProgramAssignment, letterId: string): PlanMark {
  const given = reasons.find((reason) => reason.letterId === letterId);
  if (given) return given.fixed ? 'fixed' : 'proposed';
  return leftOut.some((left) => left.letterId === letterId) ? 'left-out' : 'none';
}

function keyOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : keyOf(Math.floor(index / 26) - 1) + last;
}
