import type { Diagnostic } from '../../diagnostics/index.js';
import { finding, type FindingContext, type LetterAt } from './context.js';
import { wordsOf } from './prose.js';
import { namesSite, searchable, siteKey } from './sites.js';
import { statementPlace } from './statement-place.js';

const SHORT = 250;
const LONG = 1000;
const NEAR_DAYS = 30;

function missing({ application, specialties }: FindingContext): Diagnostic[] {
  return specialties.flatMap((specialty) => {
    if (application.statements.some((statement) => statement.specialty === specialty.id)) return [];
    const message = `there is no personal statement for ${specialty.inText}`;
    return finding('statement/missing', message, { path: specialty.path, found: specialty.id });
  });
}

function enclosed({ application, letters }: FindingContext): Diagnostic[] {
  return letters.flatMap(({ letter, path, serves }) => {
    const statement = application.statements.find(({ id }) => id === letter.statement);
    if (!statement || serves.some(({ id }) => id === statement.specialty)) return [];
    const message = `letter "${letter.id}" is for ${serves.map(({ inText }) => inText).join(', ')}, its statement for ${statement.specialty}`;
    return finding('statement/other-specialty', message, { path: `${path}.statement`, found: statement.id });
  });
}

/** True when a letter encloses a statement: the one that it names, else that of its specialty. */
function encloses(
  { letter, serves }: LetterAt,
  statement: { readonly id: string; readonly specialty: string },
): boolean {
  if (letter.statement !== undefined) return letter.statement === statement.id;
  return serves.some(({ id }) => id === statement.specialty);
}

function state({ application, letters }: FindingContext): Diagnostic[] {
  return application.statements.flatMap((statement, index) => {
    if (statement.status !== 'draft') return [];
    const next = letters
      .filter((planned) => planned.letter.request.status !== 'uploaded' && encloses(planned, statement))
      .sort((a, b) => a.daysLeft - b.daysLeft)[0];
    if (!next || next.daysLeft > NEAR_DAYS) return [];
    const message = `the statement "${statement.id}" is a draft, and letter "${next.letter.id}" is due on ${next.letter.request.targetDate}`;
    return finding('statement/draft-near-target', message, { path: `statements[${index}].status`, found: 'draft' });
  });
}

function length({ application }: FindingContext): Diagnostic[] {
  return application.statements.flatMap((statement, index) => {
    const count = wordsOf(statement.text ?? '').length;
    if (count === 0 || (count >= SHORT && count <= LONG)) return [];
    const message = `the statement "${statement.id}" has ${count} words`;
    return finding(
      count < SHORT ? 'statement/short' : 'statement/long',
      message,
      statementPlace(statement, index, 0, ''),
    );
  });
}

/** Institutions of the program list in a statement, unless they are of the record, too. */
function programs({ application }: FindingContext): Diagnostic[] {
  const { cv } = application;
  const ownSites = [
    ...cv.medicalEducation.map(({ institution }) => institution),
    ...cv.training.map(({ institution }) => institution),
    ...cv.education.map(({ institution }) => institution),
    ...cv.experiences.map(({ organization }) => organization),
    ...cv.usce.map(({ site }) => site),
  ].map(siteKey);
  return application.statements.flatMap((statement, index) => {
    const text = statement.text ?? '';
    const plain = searchable(text);
    const seen = new Set<string>();
    return application.programs.flatMap(({ institution }) => {
      const key = siteKey(institution);
      if (key === null || seen.has(key) || ownSites.includes(key)) return [];
      seen.add(key);
      const whole = text.indexOf(institution);
      // A name of one word, such as a town's, counts only as a whole name.
      if (whole < 0 && (!key.includes(' ') || !namesSite(plain, institution))) return [];
      const message = `the statement "${statement.id}" names ${institution}, a program of your list`;
      return finding(
        'statement/names-program',
        message,
        statementPlace(statement, index, Math.max(whole, 0), institution),
      );
    });
  });
}

const AIM =
  '\\b(?:train(?:ing)?|residency|resident|career|future|speciali[sz]\\w*|match|apply(?:ing)?|application)\\s+(?:\\w+\\s+){0,3}?(?:in|to|for)\\s+(?:\\w+\\s+)?';

/** A statement that aims at another specialty of the application. */
function aims({ application, specialties }: FindingContext): Diagnostic[] {
  return application.statements.flatMap((statement, index) =>
    specialties.flatMap(({ id, name }) => {
      if (id === statement.specialty) return [];
      const own = specialties.find((specialty) => specialty.id === statement.specialty)?.name.toLowerCase() ?? '';
      // "Neurology" stands in "child neurology", too.
      if (own.includes(name.toLowerCase())) return [];
      const match = new RegExp(AIM + name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'iu').exec(statement.text ?? '');
      if (!match) return [];
      const message = `the statement for ${statement.specialty} aims at ${name}`;
      return finding('statement/aims-elsewhere', message, statementPlace(statement, index, match.index, match[0]));
    }),
  );
}

export const STATEMENT_CHECKS = [missing, enclosed, state, length, programs, aims];
