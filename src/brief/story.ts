import type { PlannedLetter } from '../plan/index.js';
import type { Application, ApplicationTheme, Statement } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';
import { asSentence, dateOf, sentenceCase } from './print.js';

/** Says in words where a piece of evidence stands; null when the packet does not hold it. */
function placeOfEvidence(
  from: string | undefined,
  { cv }: Application,
  enclosedStatement: string | null,
): string | null {
  const [kind, key] = from?.split('/') ?? [];
  const has = (rows: readonly { readonly id?: string | undefined }[]) => rows.some(({ id }) => id === key);
  switch (kind) {
    case 'experience':
      return has(cv.experiences) ? 'CV, experiences' : null;
    case 'scholarly':
      return has(cv.scholarlyWork) ? 'CV, scholarly work' : null;
    case 'usce':
      return has(cv.usce) ? 'US clinical experience' : null;
    case 'award':
      return has(cv.awards) ? 'CV, awards' : null;
    case 'statement':
      return key === enclosedStatement ? 'Personal statement' : null;
    default:
      return null;
  }
}

/** Ids of the themes that a letter should reinforce: those it names, else those of its points. */
function focusThemes({ letter }: PlannedLetter): Set<string> {
  const named = letter.themes.length > 0 ? letter.themes : letter.points.flatMap(({ theme }) => theme ?? []);
  return new Set(named);
}

function isRelevant(theme: ApplicationTheme, planned: PlannedLetter): boolean {
  return theme.specialties.length === 0 || planned.serves.some(({ id }) => theme.specialties.includes(id));
}

/**
 * Themes of the specialties that the letter serves, those to reinforce first; a statement is cited only where it is
 * enclosed.
 */
export function themesOf(application: Application, planned: PlannedLetter): Brief['themes'] {
  const focus = focusThemes(planned);
  const enclosed = enclosedStatement(application, planned)?.id ?? null;
  const themes = application.themes
    .filter((theme) => focus.has(theme.id) || isRelevant(theme, planned))
    .map((theme) => ({
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

/** Points that this letter could make: those of the application, else the claims of its themes. At most five. */
export function pointsOf(application: Application, planned: PlannedLetter): Brief['points'] {
  const titleOf = (id: string | undefined) => application.themes.find((theme) => theme.id === id)?.title ?? null;
  if (planned.letter.points.length > 0) {
    return planned.letter.points.slice(0, 5).map(({ point, because, theme }) => ({
      point: asSentence(point),
      because: because ? sentenceCase(asSentence(because)) : null,
      theme: titleOf(theme),
    }));
  }
  return themesOf(application, planned)
    .slice(0, 4)
    .map(({ title, claim, evidence }) => ({
      point: asSentence(claim),
      because: evidence[0]?.text ?? null,
      theme: title,
    }));
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
