import type { Diagnostic } from '../../diagnostics/index.js';
import { MAX_MOST_MEANINGFUL } from '../../schema/cv.js';
import { finding, type FindingContext } from './context.js';
import { plainText } from './prose.js';

function themes({ application, letters }: FindingContext): Diagnostic[] {
  if (application.themes.length === 0) {
    return [finding('themes/missing', 'the application names no themes', { path: 'themes' })];
  }
  const used = new Set(
    letters.flatMap(({ letter: { themes: named, points, moments } }) => [
      ...named,
      ...[...points, ...moments].flatMap(({ theme }) => theme ?? []),
    ]),
  );
  // For a letter that names neither, the packet chooses from all themes.
  const open = letters.some(({ letter }) => letter.themes.length === 0 && letter.points.length === 0);
  return application.themes.flatMap((theme, index) => {
    const path = `themes[${index}]`;
    const findings: Diagnostic[] = [];
    if (theme.evidence.length === 0) {
      const message = `the theme "${theme.title}" has no evidence`;
      findings.push(finding('themes/no-evidence', message, { path, found: theme.id }));
    }
    if (!open && !used.has(theme.id)) {
      const message = `no letter is to reinforce the theme "${theme.title}"`;
      findings.push(finding('themes/unused', message, { path, found: theme.id }));
    }
    return findings;
  });
}

function themesOfLetters({ application, letters }: FindingContext): Diagnostic[] {
  return letters.flatMap(({ letter, path, serves }) => {
    const own = [
      ...letter.themes.map((id, index) => ({ id, path: `${path}.themes[${index}]` })),
      ...letter.points.flatMap(({ theme }, index) =>
        theme ? [{ id: theme, path: `${path}.points[${index}].theme` }] : [],
      ),
    ];
    return own.flatMap(({ id, path: where }) => {
      const theme = application.themes.find((candidate) => candidate.id === id);
      if (!theme || theme.specialties.length === 0) return [];
      if (serves.some((specialty) => theme.specialties.includes(specialty.id))) return [];
      const message = `the theme "${theme.title}" is for ${theme.specialties.join(', ')}, letter "${letter.id}" is not`;
      return finding('themes/wrong-specialty', message, { path: where, found: id });
    });
  });
}

function experiences({ application }: FindingContext): Diagnostic[] {
  const { experiences: all } = application.cv;
  const findings: Diagnostic[] = [];
  const marked = all.filter(({ mostMeaningful }) => mostMeaningful !== undefined).length;
  if (all.length >= MAX_MOST_MEANINGFUL && marked === 0) {
    const message = 'no experience is marked as most meaningful';
    findings.push(finding('cv/most-meaningful-missing', message, { path: 'cv.experiences' }));
  }
  all.forEach(({ start, title }, index) => {
    if (start !== undefined) return;
    const message = `the experience "${title}" has no start`;
    findings.push(finding('cv/experience-without-dates', message, { path: `cv.experiences[${index}]` }));
  });
  return findings;
}

function record({ application }: FindingContext): Diagnostic[] {
  const { medicalEducation, scholarlyWork } = application.cv;
  const findings: Diagnostic[] = [];
  medicalEducation.forEach(({ end, graduated, institution }, index) => {
    if (end !== undefined || graduated !== undefined) return;
    const message = `${institution} has no date of graduation`;
    findings.push(finding('cv/graduation-missing', message, { path: `cv.medicalEducation[${index}]` }));
  });
  scholarlyWork.forEach(({ me, authors }, index) => {
    if (me !== undefined && authors.some((author) => plainText(author) === plainText(me))) return;
    const message =
      me === undefined ? 'your own name is not marked among the authors' : `"${me}" is not among the authors`;
    const path = `cv.scholarlyWork[${index}]${me === undefined ? '' : '.me'}`;
    findings.push(finding('cv/own-name-missing', message, { path, found: me }));
  });
  return findings;
}

export const THEME_AND_CV_CHECKS = [themes, themesOfLetters, experiences, record];
