import type { Diagnostic } from '../../diagnostics/index.js';
import type { Letter } from '../../schema/letter.js';
import { finding, type FindingContext, writerName } from './context.js';
import { contentStems, sharedCount, wordLine, wordsOf } from './prose.js';

/** Words below which a reason for a writer says nothing. */
const SHORT_REASON = 12;
/** Words below which an action or a result, or both together, are no scene. */
const THIN_MOMENT = { part: 4, whole: 12 };
const FEW_MOMENTS = 2;
const POINTS = { few: 3, many: 5 };
/** Words above which a text is too long for its place. */
const LONGEST = { whyYou: 170, help: 130, moment: 130, note: 120 };

/** Sentences that fit every writer. */
const BOILERPLATE =
  /\b(?:(?:you are|as) an? (?:well-known|renowned|respected|leading|esteemed|distinguished|great|excellent)|your (?:esteemed|great|vast|renowned|outstanding) (?:reputation|experience|expertise|name)|you know me (?:very )?well|(?:would|could|can|will) write (?:me )?an? (?:strong|good|great|excellent|favou?rable)|it would be an honou?r|i (?:really |greatly |deeply )?(?:enjoyed|admire) (?:working|rotating|your)|(?:letter|word) from you would (?:help|mean)|to whom it may concern)/i;

/** Everything that the application says about the time with this writer. */
function sharedText(letter: Letter): string {
  const work = letter.sharedWork.flatMap(({ title, site, setting, role, contact, did }) => [
    title,
    site ?? '',
    setting ?? '',
    role ?? '',
    contact ?? '',
    ...did,
  ]);
  const moments = letter.moments.flatMap(({ title, situation, action, result }) => [title, situation, action, result]);
  const feedback = letter.feedback.map(({ text }) => text);
  const { summary } = letter.relationship;
  return [...work, ...moments, ...feedback, summary, ...letter.points.map(({ because }) => because ?? '')].join('. ');
}

function whyYou({ letters }: FindingContext): Diagnostic[] {
  const reasons = letters.map(({ letter }) => wordLine(letter.whyYou));
  return letters.flatMap((planned, index) => {
    const { letter, path } = planned;
    const place = { path: `${path}.whyYou`, found: letter.whyYou };
    const twin = letters[reasons.indexOf(reasons[index] ?? '')];
    if (twin && twin !== planned) {
      const message = `letters "${twin.letter.id}" and "${letter.id}" give the same reason for two writers`;
      return [finding('narrative/why-you-repeated', message, place)];
    }
    const count = wordsOf(letter.whyYou).length;
    if (count < SHORT_REASON) {
      const message = `the reason for ${writerName(planned)} has ${count} words`;
      return [finding('narrative/why-you-short', message, place)];
    }
    const shared = sharedCount(contentStems(letter.whyYou), contentStems(sharedText(letter)));
    const hasWork = letter.sharedWork.length > 0 || letter.moments.length > 0;
    if (shared >= 2 || (shared === 1 && !BOILERPLATE.test(letter.whyYou))) return [];
    if (!hasWork && !BOILERPLATE.test(letter.whyYou)) return [];
    const message = `the reason for ${writerName(planned)} names nothing of what you did together`;
    return [finding('narrative/why-you-generic', message, place)];
  });
}

/** Writers who judge from a file or from afar: they need not have seen scenes. */
function workedTogether({ writer, nature }: Letter): boolean {
  return nature === 'professional' && writer.role !== 'chair' && writer.role !== 'committee';
}

function sharedWork({ letters }: FindingContext): Diagnostic[] {
  return letters.flatMap((planned) => {
    const { letter, path } = planned;
    const findings: Diagnostic[] = [];
    if (letter.help === undefined) {
      const message = `letter "${letter.id}" does not say how it helps the application`;
      findings.push(finding('narrative/help-missing', message, { path }));
    }
    if (workedTogether(letter) && letter.sharedWork.length === 0) {
      const message = `letter "${letter.id}" has no shared work with ${writerName(planned)}`;
      findings.push(finding('narrative/shared-work-missing', message, { path }));
    }
    if (letter.request.type === 'standardized') {
      const { knownSince, contact } = letter.relationship;
      const missing = [...(knownSince ? [] : ['`knownSince`']), ...(contact ? [] : ['`contact`'])];
      if (missing.length > 0) {
        const message = `the form of letter "${letter.id}" asks for ${missing.join(' and ')}`;
        findings.push(finding('narrative/known-since-missing', message, { path: `${path}.relationship` }));
      }
    }
    return findings;
  });
}

function moments({ letters }: FindingContext): Diagnostic[] {
  const actions = letters.map(({ letter }) => letter.moments.map(({ action }) => wordLine(action)));
  return letters.flatMap((planned, index) => {
    const { letter, path } = planned;
    const findings: Diagnostic[] = [];
    if (workedTogether(letter) && letter.moments.length < FEW_MOMENTS) {
      const message = `letter "${letter.id}" has ${letter.moments.length === 0 ? 'no moment' : 'one moment'} that ${writerName(planned)} saw`;
      findings.push(finding('narrative/few-moments', message, { path: `${path}.moments` }));
    }
    letter.moments.forEach((moment, at) => {
      for (const part of ['action', 'result'] as const) {
        const count = wordsOf(moment[part]).length;
        const other = wordsOf(part === 'action' ? moment.result : moment.action).length;
        // Of a moment that is thin as a whole, the shorter part is named.
        const short = count < other || (count === other && part === 'action');
        if (count >= THIN_MOMENT.part && !(count + other < THIN_MOMENT.whole && short)) continue;
        const message = `the ${part} of the moment "${moment.title}" is a few words only`;
        const place = { path: `${path}.moments[${at}].${part}`, found: moment[part] };
        findings.push(finding('narrative/moment-thin', message, place));
      }
      const twin = letters
        .slice(0, index)
        .find(
          ({ serves }, earlier) =>
            serves.some(({ id }) => planned.serves.some((other) => other.id === id)) &&
            actions[earlier]?.includes(actions[index]?.[at] ?? ''),
        );
      if (!twin) return;
      const message = `letters "${twin.letter.id}" and "${letter.id}" tell the same moment`;
      const place = { path: `${path}.moments[${at}]`, found: moment.title };
      findings.push(finding('narrative/moment-repeated', message, place));
    });
    return findings;
  });
}

function points({ application, letters }: FindingContext): Diagnostic[] {
  const lists = letters.map(({ letter }) => wordLine(letter.points.map(({ point }) => point).join(' ')));
  return letters.flatMap((planned, index) => {
    const { letter, path } = planned;
    const count = letter.points.length;
    const place = { path: `${path}.points` };
    if (count === 0) {
      const themes = application.themes.filter(({ id, specialties }) =>
        letter.themes.length > 0
          ? letter.themes.includes(id)
          : specialties.length === 0 || planned.serves.some((served) => specialties.includes(served.id)),
      );
      if (letter.moments.length + themes.length >= POINTS.few) return [];
      const message = `letter "${letter.id}" has no points, and little to choose them from`;
      return [finding('narrative/points-missing', message, { path })];
    }
    const findings: Diagnostic[] = [];
    if (count < POINTS.few) {
      const message = `letter "${letter.id}" has ${count === 1 ? 'one point' : 'two points'}; three to five are best`;
      findings.push(finding('narrative/points-few', message, place));
    } else if (count > POINTS.many) {
      const message = `letter "${letter.id}" has ${count} points; three to five are best`;
      findings.push(finding('narrative/points-many', message, place));
    }
    letter.points.forEach(({ point, because, theme }, at) => {
      if (because !== undefined || theme !== undefined) return;
      const message = 'nothing that the writer saw supports this point';
      findings.push(finding('narrative/point-unsupported', message, { path: `${path}.points[${at}]`, found: point }));
    });
    const twin = letters[lists.indexOf(lists[index] ?? '')];
    if (twin && twin !== planned) {
      const message = `letters "${twin.letter.id}" and "${letter.id}" have the same points`;
      findings.push(finding('narrative/point-repeated', message, place));
    }
    return findings;
  });
}

function lengths({ letters }: FindingContext): Diagnostic[] {
  return letters.flatMap(({ letter, path }) => {
    const texts: (readonly [string, string | undefined, number])[] = [
      [`${path}.whyYou`, letter.whyYou, LONGEST.whyYou],
      [`${path}.help`, letter.help, LONGEST.help],
      [`${path}.note`, letter.note, LONGEST.note],
      ...letter.moments.flatMap((moment, index) =>
        (['situation', 'action', 'result'] as const).map(
          (part) => [`${path}.moments[${index}].${part}`, moment[part], LONGEST.moment] as const,
        ),
      ),
    ];
    return texts.flatMap(([where, text, longest]) => {
      const count = wordsOf(text ?? '').length;
      if (count <= longest) return [];
      const message = `this text has ${count} words; up to ${longest} are read`;
      return finding('narrative/over-long', message, { path: where, found: text });
    });
  });
}

export const NARRATIVE_CHECKS = [whyYou, sharedWork, moments, points, lengths];
