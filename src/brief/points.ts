import type { PlannedLetter } from '../plan/index.js';
import { labelOf } from '../reference/index.js';
import type { Application, ApplicationTheme } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';
import type { Experience } from '../schema/cv.js';
import { builtInRole, type Letter, type Moment, type SharedWork } from '../schema/letter.js';
import { type Aspect, EXPERIENCE_ASPECTS, FIT, FOCUS_FIT, ROLE_FIT, WORK_ASPECTS } from './fit.js';
import { kindredWords } from './kindred-words.js';
import { asSentence, firstSentence, printList, quoted, sentenceCase } from './print.js';
import { isExperienceOf, sharedOverlap } from './shared-overlap.js';

/** Most points on page 1, and how many what this writer did not see may fill up to. */
const MOST = 5;
const FEWEST = 3;
/** What the applicant did stands beside a moment up to so many characters, else what came of it. */
const LONGEST_ACTION = 140;

/** A point that a letter could make, before choosing. */
interface Candidate {
  readonly point: Brief['points'][number];
  readonly fit: number;
  /** False when nothing shows that this writer saw it. */
  readonly seen: boolean;
  readonly moments: readonly Moment[];
  /** Ids of the experiences that it rests on. */
  readonly experiences: readonly string[];
}

/** Moments that bear out a theme: those that name it, then those that tell of the same things. */
function momentsFor(theme: ApplicationTheme, letter: Letter): Moment[] {
  const words = [theme.title, theme.claim, ...theme.evidence.map(({ text }) => text)].join(' ');
  const named = letter.moments.filter((moment) => moment.theme === theme.id);
  const kindred = letter.moments.filter(
    (moment) =>
      moment.theme === undefined &&
      kindredWords(words, [moment.title, moment.situation, moment.action, moment.result].join(' ')) >= 4,
  );
  return [...named, ...kindred];
}

/** What the evidence of a theme is about, and the first of it that was work with this writer. */
function evidenceOf(theme: ApplicationTheme, application: Application, planned: PlannedLetter) {
  const aspects: Aspect[] = [];
  const experiences: string[] = [];
  let shared: string | null = null;
  for (const { from, text } of theme.evidence) {
    const [kind, id] = from?.split('/') ?? [];
    const experience = kind === 'experience' ? application.cv.experiences.find((row) => row.id === id) : undefined;
    if (experience) experiences.push(experience.id);
    const aspect = experience ? EXPERIENCE_ASPECTS[experience.type] : null;
    if (aspect) aspects.push(aspect);
    if (kind === 'scholarly') aspects.push('scholarship');
    if (kind === 'usce') aspects.push('patient-care');
    if (kind) aspects.push('record');
    if (kind && id && sharedOverlap(kind, id, application.cv, planned.letter)) shared ??= text;
  }
  return { aspects, experiences, shared };
}

/** How well aspects suit a writer: the best of them for the role, and the best for the kind of letter. */
function aspectFit(aspects: readonly string[], { letter }: PlannedLetter): number {
  // A competency of the user's own has no weight: nothing is known of who can judge it.
  const best = (weights: Readonly<Record<string, number>>) =>
    Math.max(0, ...aspects.map((aspect) => weights[aspect] ?? 0));
  return (
    best(ROLE_FIT[builtInRole(letter.writer.role)]) +
    best(FOCUS_FIT[letter.nature === 'personal' ? 'personal' : letter.focus])
  );
}

/** A theme as a point: its claim, with the moment that this writer saw, or else with evidence of the record. */
function themeCandidate(theme: ApplicationTheme, application: Application, planned: PlannedLetter): Candidate {
  const moments = momentsFor(theme, planned.letter);
  const evidence = evidenceOf(theme, application, planned);
  const named = planned.letter.themes.includes(theme.id);
  const aspects = [...moments.flatMap(({ competencies }) => competencies), ...evidence.aspects];
  const text = evidence.shared ?? theme.evidence[0]?.text;
  return {
    point: { point: asSentence(theme.claim), because: text ? asSentence(text) : null, theme: theme.title },
    fit:
      (named ? FIT.named : 0) +
      (moments.length > 0 ? FIT.moment : 0) +
      (evidence.shared !== null ? FIT.sharedWork : 0) +
      (theme.specialties.length > 0 ? FIT.specialty : 0) +
      aspectFit(aspects, planned),
    seen: named || moments.length > 0 || evidence.shared !== null,
    moments,
    experiences: evidence.experiences,
  };
}

/** A moment as a point of its own, where no theme tells it. */
function momentCandidate(moment: Moment, planned: PlannedLetter): Candidate {
  const shown = printList(moment.competencies.map((competency) => labelOf(planned.reference.competencies, competency)));
  const told = moment.action.length <= LONGEST_ACTION ? asSentence(moment.action) : firstSentence(moment.result);
  return {
    point: {
      point: asSentence(moment.title),
      because: shown ? `${told} It shows ${shown}.` : told,
      theme: null,
    },
    fit: FIT.moment + aspectFit(moment.competencies, planned),
    seen: true,
    moments: [moment],
    experiences: [],
  };
}

/** Shared work as a point: what was entrusted and done, or why the experience that it was mattered. */
function workCandidate(work: SharedWork, experiences: readonly Experience[], planned: PlannedLetter): Candidate {
  const { institution } = planned.letter.writer;
  const own = experiences.filter((row) => isExperienceOf(work, row, institution));
  const aspects = [WORK_ASPECTS[work.kind], ...own.map(({ type }) => EXPERIENCE_ASPECTS[type])];
  const meaning = own.find(({ mostMeaningful }) => mostMeaningful !== undefined)?.mostMeaningful;
  const first = work.role ?? work.did[0];
  const because = work.did.find((line) => line !== first) ?? (meaning ? firstSentence(meaning) : null);
  return {
    point: {
      point: first ? `${work.title}: ${asSentence(first)}` : asSentence(work.title),
      because: because ? asSentence(because) : null,
      theme: null,
    },
    fit:
      FIT.sharedWork +
      aspectFit(
        aspects.flatMap((aspect) => aspect ?? []),
        planned,
      ),
    seen: true,
    moments: [],
    experiences: own.map(({ id }) => id),
  };
}

/** Best fit first; the order of the application among equals. */
function byFit<T extends { readonly fit: number }>(candidates: readonly T[]): T[] {
  return candidates
    .map((candidate, index) => ({ candidate, index }))
    .sort((a, b) => b.candidate.fit - a.candidate.fit || a.index - b.index)
    .map(({ candidate }) => candidate);
}

/** True for a theme that the packet of this letter may use: of its specialties, or of all, or named by the letter. */
function isRelevant(theme: ApplicationTheme, { letter, serves }: PlannedLetter): boolean {
  const serving = theme.specialties.length === 0 || serves.some(({ id }) => theme.specialties.includes(id));
  return serving || letter.themes.includes(theme.id) || letter.points.some((point) => point.theme === theme.id);
}

/** The themes that this packet may use, best fit first, each with whether this writer saw anything of it. */
export function themesByFit(
  application: Application,
  planned: PlannedLetter,
): { readonly theme: ApplicationTheme; readonly fit: number; readonly seen: boolean }[] {
  const themes = application.themes.filter((theme) => isRelevant(theme, planned));
  return byFit(themes.map((theme) => ({ theme, ...themeCandidate(theme, application, planned) })));
}

/** The moment to name beside a point: the first that no point before it has named. */
function withMoment({ point, moments }: Candidate, used: Set<string>): Brief['points'][number] {
  const moment = moments.find(({ id }) => !used.has(id));
  if (!moment || point.theme === null) return point;
  used.add(moment.id);
  return { ...point, because: `You saw it: ${quoted(asSentence(moment.title))}` };
}

function chosenPoints(application: Application, planned: PlannedLetter): Brief['points'] {
  const { letter } = planned;
  const candidates = byFit([
    ...themesByFit(application, planned).map(({ theme }) => themeCandidate(theme, application, planned)),
    ...letter.moments.map((moment) => momentCandidate(moment, planned)),
    ...letter.sharedWork.map((work) => workCandidate(work, application.cv.experiences, planned)),
  ]);
  const points: Brief['points'] = [];
  const moments = new Set<string>();
  const experiences = new Set<string>();
  const left: Candidate[] = [];
  const take = (candidate: Candidate): void => {
    const isOwn = candidate.point.theme === null;
    points.push(withMoment(candidate, moments));
    if (isOwn) for (const { id } of candidate.moments) moments.add(id);
    for (const id of candidate.experiences) experiences.add(id);
  };
  for (const candidate of candidates) {
    if (!candidate.seen || points.length === MOST) continue;
    const isTold =
      candidate.point.theme === null &&
      (candidate.moments.some(({ id }) => moments.has(id)) || candidate.experiences.some((id) => experiences.has(id)));
    if (isTold) left.push(candidate);
    else take(candidate);
  }
  for (const candidate of left) if (candidate.moments.length === 0 && points.length < FEWEST) take(candidate);
  const speaksFromRecord = letter.writer.role === 'chair' || letter.writer.role === 'committee';
  const least = speaksFromRecord || points.length === 0 ? FEWEST : 0;
  for (const candidate of candidates) if (!candidate.seen && points.length < least) take(candidate);
  return points;
}

/** The points of the application: as they stand, or the five that fit best when there are more. */
function givenPoints(application: Application, planned: PlannedLetter): Brief['points'] {
  const { letter } = planned;
  const themes = themesByFit(application, planned);
  const used = new Set<string>();
  const rows = letter.points.map(({ point, because, theme: id }) => {
    const found = themes.find(({ theme }) => theme.id === id);
    const moments = letter.moments.filter(({ title }) => because && kindredWords(title, because) >= 2);
    const printed = { point: asSentence(point), because: null, theme: found?.theme.title ?? null };
    const fit =
      moments.length > 0
        ? FIT.moment +
          aspectFit(
            moments.flatMap((row) => row.competencies),
            planned,
          )
        : 0;
    const own = found ? themeCandidate(found.theme, application, planned) : undefined;
    return {
      fit: Math.max(fit, own?.fit ?? 0),
      print: (): Brief['points'][number] =>
        because
          ? { ...printed, because: sentenceCase(asSentence(because)) }
          : own
            ? withMoment({ ...own, point: printed }, used)
            : printed,
    };
  });
  return (rows.length > MOST ? byFit(rows).slice(0, MOST) : rows).map(({ print }) => print());
}

/**
 * Points that this letter could make, at most five. Points that the applicant wrote stand as they are, and only when
 * there are more than five are they ranked. Without any, they are chosen by fit to this writer from three kinds of
 * candidates: themes (by their claim), moments that the writer saw, and shared work with the experiences that it was.
 *
 * The fit of a candidate is a sum of small whole numbers: {@link FIT} for a theme that the letter names, for a moment
 * that bears it out, and for evidence that was work with this writer; {@link ROLE_FIT} and {@link FOCUS_FIT} for what it
 * is about, each with the best weight among its aspects. Among equals the order of the application decides, so the same
 * data give the same points. What this writer did not see stands in only for a chair or committee, who speak from
 * the record, and where nothing else is known. A theme names its moment; no moment is told twice.
 */
export function pointsOf(application: Application, planned: PlannedLetter): Brief['points'] {
  return planned.letter.points.length > 0 ? givenPoints(application, planned) : chosenPoints(application, planned);
}
