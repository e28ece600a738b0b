import { printable } from '../../diagnostics/frame.js';
import type { AgendaEvent, LetterPlan, PlannedLetter, ProgramAssignment } from '../../plan/index.js';
import { count } from '../io.js';
import { textTable } from '../text-table.js';

/** How a plan is written for people. */
export interface PlanTextOptions {
  /** Width of the terminal in characters. */
  readonly width: number;
  /** With the reason of each letter. */
  readonly reasons: boolean;
}

const NARROWEST = 60;
const WIDEST = 120;
const MARKS = { fixed: '#', proposed: '+', leftOut: '!', none: '.' } as const;
const LEGEND = '# you named it for the program, + proposed, ! you named it and it is left out';

/** Breaks a text at spaces; lines after the first are indented like the text after `lead`. */
function wrapped(lead: string, text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  const room = width - Array.from(lead).length;
  for (const word of printable(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && Array.from(longer).length > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  const indent = ' '.repeat(Array.from(lead).length);
  return lines.map((part, index) => `${index === 0 ? lead : indent}${part}\n`).join('');
}

function shortened(text: string, width: number): string {
  const characters = Array.from(printable(text));
  return characters.length <= width ? characters.join('') : `${characters.slice(0, width - 1).join('')}…`;
}

function indented(text: string, by = '  '): string {
  return text.replace(/^(?=.)/gm, by);
}

/** A, B ... Z, AA, AB ...: by which a letter is named in the tables. */
function keyOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : keyOf(Math.floor(index / 26) - 1) + last;
}

function daysLeft({ daysLeft: days, letter }: PlannedLetter): string {
  if (letter.request.status === 'uploaded') return 'in';
  if (days < 0) return `${count(-days, 'day')} over`;
  return days === 0 ? 'today' : `in ${count(days, 'day')}`;
}

function lettersText(plan: LetterPlan, width: number): string {
  const nameWidth = Math.max(12, Math.floor((width - 46) / 2));
  const rows = plan.letters.map((planned, index) => [
    keyOf(index),
    shortened(planned.letter.id, nameWidth),
    shortened(planned.letter.writer.name.family, nameWidth),
    planned.letter.request.status,
    planned.letter.request.targetDate,
    daysLeft(planned),
    String(planned.programs.length),
  ]);
  const titles = ['', 'letter', 'writer', 'request', 'due', '', 'programs'];
  const columns = titles.map((title) => ({
    title,
    align: title === 'programs' ? ('right' as const) : ('left' as const),
  }));
  return indented(textTable(columns, rows));
}

function markOf({ reasons, leftOut }: ProgramAssignment, letterId: string): string {
  const given = reasons.find((reason) => reason.letterId === letterId);
  if (given) return given.fixed ? MARKS.fixed : MARKS.proposed;
  return leftOut.some((left) => left.letterId === letterId) ? MARKS.leftOut : MARKS.none;
}

/** Programs of one specialty against the letters that concern any of them. */
function programsText(
  plan: LetterPlan,
  assignments: readonly ProgramAssignment[],
  { width, reasons }: PlanTextOptions,
): string {
  const letters = plan.letters.flatMap(({ letter }, index) =>
    assignments.some((assignment) => markOf(assignment, letter.id) !== MARKS.none)
      ? [{ id: letter.id, key: keyOf(index) }]
      : [],
  );
  const marksWidth = letters.reduce((sum, { key }) => sum + key.length + 2, 0);
  const idWidth = Math.max(10, width - marksWidth - 11);
  const rows = assignments.map((assignment) => [
    shortened(assignment.program.id, idWidth),
    ...letters.map(({ id }) => markOf(assignment, id)),
    `${assignment.letterIds.length} of ${assignment.wanted}`,
  ]);
  const columns = ['program', ...letters.map(({ key }) => key), 'letters'].map((title) => ({
    title,
    align: 'left' as const,
  }));
  const table = indented(textTable(columns, rows));
  return reasons ? `${table}\n${reasonsText(plan, assignments, width)}` : table;
}

/** Reasons, once for all programs that get the same letters for the same reasons. */
function reasonsText(plan: LetterPlan, assignments: readonly ProgramAssignment[], width: number): string {
  const groups = new Map<string, ProgramAssignment[]>();
  for (const assignment of assignments) {
    const key = JSON.stringify([assignment.reasons, assignment.leftOut]);
    groups.set(key, [...(groups.get(key) ?? []), assignment]);
  }
  const keys = new Map(plan.letters.map(({ letter }, index) => [letter.id, keyOf(index)]));
  return [...groups.values()]
    .map((group) => {
      const ids = group.map(({ program }) => program.id).join(', ');
      const lines = (group[0]?.reasons ?? []).map(({ letterId, reason, fixed }) =>
        wrapped(`    ${keys.get(letterId) ?? ''} ${fixed ? MARKS.fixed : MARKS.proposed} `, reason, width),
      );
      const left = (group[0]?.leftOut ?? []).map(({ letterId, reason }) =>
        wrapped(`    ${keys.get(letterId) ?? ''} ${MARKS.leftOut} `, `left out: ${reason}`, width),
      );
      return wrapped('  ', ids, width) + [...lines, ...left].join('');
    })
    .join('\n');
}

function eventText({ date, label, expected }: AgendaEvent, width: number): string {
  return wrapped(`    ${date.padEnd(10)}  `, expected ? `${label} (expected)` : label, width);
}

/** The dates of each letter, and once the dates of each season. */
function datesText(plan: LetterPlan, width: number): string {
  const seasons = new Map<string, string>();
  const letters = plan.letters.map(({ letter, seasonLabel, agenda, lateSteps }, index) => {
    const events = agenda.filter(({ kind }) => kind === 'season').map((event) => eventText(event, width));
    // Letters of one season may see different events of it: an early match has its own.
    if (events.length > 0) seasons.set(`${seasonLabel}\n${events.join('')}`, seasonLabel);
    const own = agenda.filter(({ kind }) => kind !== 'season').map((event) => eventText(event, width));
    const { title, name } = letter.writer;
    const late = lateSteps.length > 0 ? ['    less than a month’s notice:\n'] : [];
    const steps = lateSteps.map((step) => wrapped('    - ', step, width));
    const heading = shortened(`${letter.id}, ${title} ${name.family}`, width - 6);
    return `  ${keyOf(index)}  ${heading}\n${[...own, ...late, ...steps].join('')}`;
  });
  const ofSeasons = [...seasons].map(([text, label]) => `  ${label}\n${text.slice(label.length + 1)}`);
  return [...letters, ...ofSeasons].join('\n');
}

/** A plan as text: letters, a table for each specialty, and the dates. */
export function planText(plan: LetterPlan, options: PlanTextOptions): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.width));
  const parts = [`Letters\n${lettersText(plan, width)}`];
  const known = plan.specialties.map(({ id, name }) => ({ id, name }));
  for (const { id, name } of known) {
    const assignments = plan.assignments.filter(({ program }) => program.specialty === id);
    if (assignments.length === 0) continue;
    const title = `${shortened(name, width - 20)}: ${count(assignments.length, 'program')}`;
    parts.push(`${title}\n${programsText(plan, assignments, { ...options, width })}`);
  }
  if (plan.assignments.length > 0) parts.push(wrapped('', LEGEND, width));
  parts.push(`Dates\n${datesText(plan, width)}`);
  return parts.join('\n');
}
