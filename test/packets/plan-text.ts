import type { FixtureApplicant, FixtureLetter } from './fixture-applicants.js';

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}:`, ...lines.map((line) => `    - ${line}`)];
}

function letterText({ brief, planned }: FixtureLetter): string[] {
  const { request, guidance } = brief;
  return [
    `${planned.letter.id}: ${request.kind} for ${request.forWhat}, asked as ${request.asked}`,
    `  writer: ${brief.writer.name}, ${brief.writer.roleLabel}, ${brief.writer.isUs ? 'US' : 'abroad'}`,
    `  to: ${request.portal}, ${request.season}; ${request.idLabel} ${request.letterId ?? '(none)'}; ${request.waiverShort}`,
    `  state: ${request.status}, due ${request.target.iso} (${request.due}); led by: ${brief.emphasis}`,
    ...list(
      'programs',
      planned.programs.map(({ id }) => id),
    ),
    ...list(
      'points',
      brief.points.map(({ point, because }) => [point, because].filter(Boolean).join(' | ')),
    ),
    ...list(
      'themes to reinforce',
      brief.themes.flatMap(({ title, isFocus }) => (isFocus ? [title] : [])),
    ),
    ...list('purpose', guidance.purpose),
    ...list('readers', [...guidance.reader, ...guidance.usLetters]),
    ...list('notes', brief.img?.notes ?? []),
    ...list('short steps', brief.submitting?.short ?? []),
    ...list('checklist', brief.checklist),
    ...list(
      'form facts',
      (brief.form?.questions ?? []).map(({ label, value }) => `${label}: ${value}`),
    ),
    ...list(
      'dates',
      brief.dates.map(({ date, label, expected }) => `${date.text}${expected ? ' (expected)' : ''}: ${label}`),
    ),
    '',
  ].map((line) => line.replaceAll('\u00a0', ' ').trimEnd());
}

/** The plan and the briefs of an applicant as text that a person can review. */
export function planText({ application, plan, today, letters }: FixtureApplicant): string {
  const assignments = plan.assignments.map(
    ({ program, letterIds, wanted }) =>
      `${program.id} (${program.specialty}): ${letterIds.join(', ')} of ${wanted} wanted`,
  );
  return [
    `${application.applicant.id ?? ''}, ${plan.seasonLabel}, as of ${today}`,
    '',
    ...assignments,
    '',
    ...letters.flatMap(letterText),
  ].join('\n');
}

/** The findings of an applicant, one on a line. */
export function findingsText({ plan }: FixtureApplicant): string {
  const rows = plan.diagnostics.map(
    ({ severity, code, path, message }) => `${severity} ${code}${path ? ` at ${path}` : ''}: ${message}`,
  );
  return [...(rows.length > 0 ? rows : ['nothing']), ''].join('\n').replaceAll('\u00a0', ' ');
}
