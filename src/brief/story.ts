import type { PlannedLetter } from '../plan/index.js';
import type { Application, Statement } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';
import { themesByFit } from './points.js';
import { asSentence, dateOf } from './print.js';

/** Says in words, which stay on one line, where a piece of evidence stands; null when the packet does not hold it. */
function placeOfEvidence(
  from: string | undefined,
  { cv }: Application,
  enclosedStatement: string | null,
): string | null {
  const [kind, key] = from?.split('/') ?? [];
  const has = (rows: readonly { readonly id?: string | undefined }[]) => rows.some(({ id }) => id === key);
  switch (kind) {
    case 'experience':
      return has(cv.experiences) ? 'CV,\u00a0experiences' : null;
    case 'scholarly':
      return has(cv.scholarlyWork) ? 'CV,\u00a0scholarly\u00a0work' : null;
    case 'usce':
      return has(cv.usce) ? 'US\u00a0clinical\u00a0experience' : null;
    case 'award':
      return has(cv.awards) ? 'CV,\u00a0awards' : null;
    case 'statement':
      return key === enclosedStatement ? 'Personal\u00a0statement' : null;
    default:
      return null;
  }
}

/** Themes to reinforce when the letter names none: those that fit this writer best. */
const MOST_THEMES = 3;

/** Ids of the themes that a letter should reinforce: those it names, else those of its points, else the best fitting. */
function focusThemes({ letter }: PlannedLetter, byFit: ReturnType<typeof themesByFit>): Set<string> {
  if (letter.themes.length > 0) return new Set(letter.themes);
  const ofPoints = letter.points.flatMap(({ theme }) => theme ?? []);
  if (ofPoints.length > 0) return new Set(ofPoints);
  const seen = byFit.filter((row) => row.seen);
  return new Set((seen.length > 0 ? seen : byFit).slice(0, MOST_THEMES).map(({ theme }) => theme.id));
}

/**
 * Themes of the specialties that the letter serves: those to reinforce first, each group in the order in which it fits
 * this writer. A statement is cited only where it is enclosed.
 */
export function themesOf(application: Application, planned: PlannedLetter): Brief['themes'] {
  const byFit = themesByFit(application, planned);
  const focus = focusThemes(planned, byFit);
  const enclosed = enclosedStatement(application, planned)?.id ?? null;
  const themes = byFit.map(({ theme }) => ({
    title: theme.title,
    claim: theme.claim,
    isFocus: focus.has(theme.id),
    evidence: theme.evidence.map(({ text, from }) => ({
      text: asSentence(text),
      where: placeOfEvidence(from, application, enclosed),
    })),
  }));
  return [...themes.filter(({ isFocus }) => isFocus), ...themes.filter(({ isFocus }) => !isFocus)];
}

/** The statement to enclose: the one that the letter names, else that of its specialty, else of the primary one. */
function enclosedStatement({ statements, specialties }: Application, planned: PlannedLetter): Statement | null {
  const primary = specialties.find(({ primary: isPrimary }) => isPrimary) ?? specialties[0];
  const wanted = planned.letter.statement;
  const statement = wanted
    ? statements.find(({ id }) => id === wanted)
    : statements.find(({ specialty }) => specialty === (planned.specialty?.id ?? primary?.id));
  return statement?.text ? statement : null;
}

/** The statement as the packet encloses it. */
export function statementOf(application: Application, planned: PlannedLetter): Brief['statement'] {
  const statement = enclosedStatement(application, planned);
  if (!statement) return null;
  return {
    specialty: planned.serves.find(({ id }) => id === statement.specialty)?.name ?? statement.specialty,
    status: statement.status === 'final' ? 'Final' : 'Draft',
    date: dateOf(statement.date),
    text: statement.text ?? '',
  };
}

/** Career goals for the specialties that the letter serves, the first choice first. */
export function goalsOf(application: Application, planned: PlannedLetter): Brief['goals'] {
  const served = planned.serves.flatMap((specialty) => {
    const target = application.specialties.find(({ id }) => id === specialty.id);
    if (!target) return [];
    return [
      { specialty: specialty.name, goals: target.goals, lookingFor: target.lookingFor, isPrimary: target.primary },
    ];
  });
  return [...served.filter(({ isPrimary }) => isPrimary), ...served.filter(({ isPrimary }) => !isPrimary)];
}
