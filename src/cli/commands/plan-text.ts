import { printable } from '../../diagnostics/frame.js';
import { daysLeftText, planTables, reasonGroups, type AgendaEvent, type LetterPlan, type PlanTables, type ProgramTable } from '../../plan/index.js'; // prettier-ignore
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
const MARKS = { fixed: '#', proposed: '+', 'left-out': '!', none: '.' } as const;
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

function lettersText({ letters }: PlanTables, width: number): string {
  const nameWidth = Math.max(12, Math.floor((width - 46) / 2));
  const rows = letters.map(({ key, planned }) => [
    key,
    shortened(planned.letter.id, nameWidth),
    shortened(planned.letter.writer.name.family, nameWidth),
    planned.letter.request.status,
    planned.letter.request.targetDate,
    daysLeftText(planned.daysLeft, planned.letter.request.status === 'uploaded'),
    String(planned.programs.length),
  ]);
  const titles = ['', 'letter', 'writer', 'request', 'due', '', 'programs'];
  const columns = titles.map((title) => ({
    title,
    align: title === 'programs' ? ('right' as const) : ('left' as const),
  }));
  return indented(textTable(columns, rows));
}

function programsText(programs: ProgramTable, { width, reasons }: PlanTextOptions): string {
  const { letters } = programs;
  const marksWidth = letters.reduce((sum, { key }) => sum + key.length + 2, 0);
  const idWidth = Math.max(10, width - marksWidth - 11);
  const rows = programs.rows.map(({ assignment, marks }) => [
    shortened(assignment.program.id, idWidth),
    ...marks.map((mark) => MARKS[mark]),
    `${assignment.letterIds.length} of ${assignment.wanted}`,
  ]);
  const columns = ['program', ...letters.map(({ key }) => key), 'letters'].map((title) => ({
    title,
    align: 'left' as const,
  }));
  const table = indented(textTable(columns, rows));
  return reasons ? `${table}\n${reasonsText(programs, width)}` : table;
}

function reasonsText(programs: ProgramTable, width: number): string {
  return reasonGroups(programs)
    .map(({ assignments, reasons }) => {
      const ids = assignments.map(({ program }) => program.id).join(', ');
      const lines = reasons.map(({ key, mark, reason }) => wrapped(`    ${key} ${MARKS[mark]} `, reason, width));
      return wrapped('  ', ids, width) + lines.join('');
    })
    .join('\n');
}

function eventText({ date, label, expected }: AgendaEvent, width: number): string {
  return wrapped(`    ${date.padEnd(10)}  `, expected ? `${label} (expected)` : label, width);
}

/** The dates of each letter, and once the dates of each season. */
function datesText({ dates, seasons }: PlanTables, width: number): string {
  const letters = dates.map(({ key, planned, events }) => {
    const { letter, lateSteps } = planned;
    const own = events.map((event) => eventText(event, width));
    const { title, name } = letter.writer;
    const late = lateSteps.length > 0 ? ['    less than a month’s notice:\n'] : [];
    const steps = lateSteps.map((step) => wrapped('    - ', step, width));
    const heading = shortened(`${letter.id}, ${title} ${name.family}`, width - 6);
    return `  ${key}  ${heading}\n${[...own, ...late, ...steps].join('')}`;
  });
  const ofSeasons = seasons.map(
    ({ label, events }) => `  ${label}\n${events.map((event) => eventText(event, width)).join('')}`,
  );
  return [...letters, ...ofSeasons].join('\n');
}

/** A plan as text: letters, a table for each specialty, and the dates. */
export function planText(plan: LetterPlan, options: PlanTextOptions): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.width));
  const tables = planTables(plan);
  const parts = [`Letters\n${lettersText(tables, width)}`];
  for (const programs of tables.specialties) {
    const title = `${shortened(programs.name, width - 20)}: ${count(programs.rows.length, 'program')}`;
    parts.push(`${title}\n${programsText(programs, { ...options, width })}`);
  }
  if (plan.assignments.length > 0) parts.push(wrapped('', LEGEND, width));
  parts.push(`Dates\n${datesText(tables, width)}`);
  return parts.join('\n');
}
