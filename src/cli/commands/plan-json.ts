import type { LetterPlan } from '../../plan/index.js';

/** The seasons of a plan's letters, such as `ERAS 2027`: letters on two services have two. */
export function seasonsOf(plan: LetterPlan): string[] {
  return [...new Set(plan.letters.map(({ seasonLabel }) => seasonLabel))];
}

/** A plan as data: ids instead of whole letters and programs, and nothing of the tables that it was made with. */
export function planJson(plan: LetterPlan): object {
  return {
    seasons: seasonsOf(plan),
    specialties: plan.specialties.map(({ id, name }) => ({ id, name })),
    letters: plan.letters.map((planned) => ({
      id: planned.letter.id,
      specialty: planned.letter.specialty,
      service: planned.service.id,
      season: planned.seasonLabel,
      form: planned.form?.id ?? null,
      status: planned.letter.request.status,
      targetDate: planned.letter.request.targetDate,
      daysLeft: planned.daysLeft,
      programs: planned.programs.map(({ id }) => id),
      askBy: planned.askBy,
      agenda: planned.agenda,
      lateSteps: planned.lateSteps,
    })),
    assignments: plan.assignments.map(({ program, letterIds, wanted, limit, reasons, leftOut, score }) => ({
      program: program.id,
      specialty: program.specialty,
      letterIds,
      wanted,
      limit,
      reasons,
      leftOut,
      score,
    })),
  };
}
