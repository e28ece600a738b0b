import { fullName } from '../../brief/people.js';
import { dateOf } from '../../brief/print.js';
import { daysLeftText, planTables, reasonGroups, type AgendaEvent, type LetterPlan, type PlanMark, type ProgramTable } from '../../plan/index.js'; // prettier-ignore
import type { Application } from '../../schema/application.js';
import type { AdviceEntry } from '../../schema/manifest.js';
import type { PlanPage } from '../../schema/output-texts.js';
import { composeText } from '../../template/text-templates.js';
import { actGroups, letterOf } from './act-groups.js';
import { escapeHtml, hrefOf } from './html-text.js';
import type { OutputTexts } from './output-texts.js';
import { requestWords } from './request-words.js';

const LIMITS = { iterations: 500_000, steps: 5_000_000, characters: 50_000_000 };

const MARKS: Readonly<Record<PlanMark, string>> = {
  fixed: 'named',
  proposed: 'proposed',
  'left-out': 'left out',
  none: 'no',
};

/** What a plan page shows beside the plan. */
export interface PlanPageContext {
  readonly advice: readonly AdviceEntry[];
  /** Names of the packets that are there, beside the page, by letter. */
  readonly packets: ReadonlyMap<string, string>;
  /** Name of the calendar beside the page; null without one. */
  readonly reminders: string | null;
}

/** The page of one applicant: letters, programs, dates, and what to mend. */
export function planPage(
  application: Application,
  plan: LetterPlan,
  context: PlanPageContext,
  { texts }: OutputTexts,
): string {
  return composeText(texts.plan, planData(application, plan, context), { write: escapeHtml, limits: LIMITS });
}

/** What the page of one applicant says. */
export function planData({ applicant }: Application, plan: LetterPlan, context: PlanPageContext): PlanPage {
  const tables = planTables(plan);
  const { today } = plan;
  const name = fullName(applicant.name);
  const ids = tables.letters.map(({ planned }) => planned.letter.id);
  return {
    applicant: { name, id: applicant.id ?? '' },
    seasons: [...new Set(plan.letters.map(({ seasonLabel }) => seasonLabel))].join(' and '),
    issued: dateOf(today),
    reminders: context.reminders === null ? null : hrefOf(context.reminders),
    letters: tables.letters.map(({ key, planned }) => {
      const { letter, daysLeft, specialty, programs } = planned;
      const isIn = letter.request.status === 'uploaded';
      const packet = context.packets.get(letter.id);
      return {
        key,
        id: letter.id,
        writer: fullName(letter.writer.name),
        forWhat: specialty?.name ?? 'General',
        request: requestWords(letter.request.status),
        due: dateOf(letter.request.targetDate),
        left: daysLeftText(daysLeft, isIn),
        isOverdue: daysLeft < 0 && !isIn,
        programs: programs.length,
        packet: packet === undefined ? null : hrefOf(packet),
      };
    }),
    specialties: tables.specialties.map(specialtyOf),
    dates: tables.dates.map(({ key, planned, events }) => ({
      key,
      writer: fullName(planned.letter.writer.name),
      events: events.map((event) => eventOf(event, today)),
      lateSteps: [...planned.lateSteps],
    })),
    seasonDates: tables.seasons.map(({ label, events }) => {
      return { label, events: events.map((event) => eventOf(event, today)) };
    }),
    acts: actGroups(context.advice.map((advice) => ({ applicant: name, letter: letterOf(advice.path, ids), advice }))),
  };
}

function specialtyOf(table: ProgramTable): PlanPage['specialties'][number] {
  const { name, letters, rows } = table;
  return {
    name,
    total: rows.length,
    letters: letters.map(({ key, planned }) => ({ key, writer: planned.letter.writer.name.family })),
    rows: rows.map(({ assignment: { program, letterIds, wanted }, marks }) => ({
      program: program.id,
      institution: program.institution,
      marks: marks.map((mark, index) => ({ key: letters[index]?.key ?? '', mark, label: MARKS[mark] })),
      given: letterIds.length,
      wanted,
      isShort: letterIds.length < wanted,
    })),
    reasons: reasonGroups(table).map(({ assignments, reasons }) => ({
      programs: assignments.map(({ program }) => program.institution).join(', '),
      reasons: reasons.map(({ key, mark, reason }) => ({ key, label: MARKS[mark], reason })),
    })),
  };
}

function eventOf({ date, label, expected }: AgendaEvent, today: string): PlanPage['dates'][number]['events'][number] {
  const text = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  return { date: dateOf(date), label: text, expected, isPast: date < today.slice(0, date.length) };
}
