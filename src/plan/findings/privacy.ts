import type { Diagnostic } from '../../diagnostics/index.js';
import type { Application } from '../../schema/application.js';
import type { ShareKey } from '../../schema/letter.js';
import { finding, type FindingContext, type LetterAt, type FindingPlace, writerName } from './context.js';
import { possibleIdentifiers } from './patient-identifiers.js';
import { statementPlace } from './statement-place.js';

interface ScannedText {
  readonly text: string;
  /** True for texts that tell of patients. */
  readonly isCase: boolean;
  place(offset: number, found: string): FindingPlace;
}

function written(path: string, text: string | undefined, isCase: boolean): ScannedText[] {
  return text === undefined ? [] : [{ text, isCase, place: (_, found) => ({ path, found }) }];
}

/** Texts of a letter that its writer reads. */
function letterTexts({ letter, path }: LetterAt): ScannedText[] {
  return [
    ...written(`${path}.whyYou`, letter.whyYou, false),
    ...written(`${path}.help`, letter.help, false),
    ...written(`${path}.note`, letter.note, false),
    ...letter.sharedWork.flatMap((work, index) => [
      ...written(`${path}.sharedWork[${index}].role`, work.role, false),
      ...work.did.flatMap((line, at) => written(`${path}.sharedWork[${index}].did[${at}]`, line, false)),
    ]),
    ...letter.moments.flatMap((moment, index) =>
      (['title', 'when', 'situation', 'action', 'result'] as const).flatMap((part) =>
        written(`${path}.moments[${index}].${part}`, moment[part], true),
      ),
    ),
    ...letter.feedback.flatMap(({ text }, index) => written(`${path}.feedback[${index}].text`, text, true)),
    ...letter.points.flatMap(({ because }, index) => written(`${path}.points[${index}].because`, because, false)),
  ];
}

/** Texts of the application that every writer reads. */
function commonTexts({ cv, statements, themes }: Application): ScannedText[] {
  return [
    ...cv.experiences.flatMap(({ description, mostMeaningful }, index) => [
      ...written(`cv.experiences[${index}].description`, description, false),
      ...written(`cv.experiences[${index}].mostMeaningful`, mostMeaningful, false),
    ]),
    ...themes.flatMap(({ evidence }, index) =>
      evidence.flatMap(({ text }, at) => written(`themes[${index}].evidence[${at}].text`, text, false)),
    ),
    ...statements.map((statement, index): ScannedText => ({
      text: statement.text ?? '',
      isCase: false,
      place: (offset, found) => statementPlace(statement, index, offset, found),
    })),
  ];
}

function patients({ application, letters }: FindingContext): Diagnostic[] {
  const names = application.letters.flatMap(({ writer }) => [
    writer.name.family,
    ...writer.signers.flatMap((signer) => signer.split(/[\s,]+/)),
    ...(writer.assistant?.name.split(/\s+/) ?? []),
  ]);
  const { given, family, preferred } = application.applicant.name;
  const known = [...names, given ?? '', family, preferred ?? ''];
  const findings: Diagnostic[] = [];
  for (const { text, isCase, place } of [...letters.flatMap(letterTexts), ...commonTexts(application)]) {
    for (const { kind, offset, text: found } of possibleIdentifiers(text, { isCase, known })) {
      const message = `this may identify a patient: ${kind}`;
      findings.push(finding('privacy/possible-patient-identifier', message, place(offset, found)));
    }
  }
  return findings;
}

const PERSONAL: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a Social Security number', /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu],
  ['a passport number', /\b[Pp]assport\s+(?:number|no\.?|#)[:\s]*[A-Z]{0,2}\d{6,9}\b/gu],
  [
    'a date of birth',
    /\b(?:date of birth|DOB|born on)[:\s]+(?:the\s+)?(?:\p{Lu}\p{Ll}+\.?\s+\d{1,2}|\d{1,2}[\s/.-]|\d{4}-\d{2})[^\n]{0,12}/gu,
  ],
];

function personal({ application, letters }: FindingContext): Diagnostic[] {
  return [...letters.flatMap(letterTexts), ...commonTexts(application)].flatMap(({ text, place }) =>
    PERSONAL.flatMap(([what, pattern]) =>
      Array.from(text.matchAll(pattern), (match) =>
        finding('privacy/personal-identifier', `this looks like ${what}`, place(match.index, match[0])),
      ),
    ),
  );
}

/** What each word of `share` shows, and whether the application has any of it. */
const SHARED: Record<ShareKey, { readonly label: string; has(application: Application): boolean }> = {
  scores: { label: 'exam results', has: ({ cv }) => cv.exams.length > 0 },
  grades: { label: 'your own marks or rank', has: ({ applicant }) => applicant.img?.ownGrades !== undefined },
  'program-names': { label: 'the names of your programs', has: ({ programs }) => programs.length > 0 },
  visa: { label: 'your visa need', has: ({ applicant }) => applicant.img?.visa !== undefined },
  hardship: { label: 'your impactful experience', has: ({ cv }) => cv.impactfulExperience !== undefined },
  photo: { label: 'your photo', has: ({ applicant }) => applicant.photo !== undefined },
  gaps: { label: 'your gaps and their explanation', has: ({ applicant }) => (applicant.img?.gaps.length ?? 0) > 0 },
};

function shared({ application, letters }: FindingContext): Diagnostic[] {
  const findings = letters.flatMap((planned) => {
    const labels = [...planned.share].filter((key) => SHARED[key].has(application)).map((key) => SHARED[key].label);
    if (labels.length === 0 || !planned.letter.share) return [];
    const message = `the packet of ${writerName(planned)} shows ${labels.join(', ')}`;
    return finding('privacy/shows-private', message, { path: `${planned.path}.share`, found: planned.letter.id });
  });
  const labels = application.share.filter((key) => SHARED[key].has(application)).map((key) => SHARED[key].label);
  const readers = letters.filter(({ letter }) => !letter.share);
  if (labels.length > 0 && readers.length > 0) {
    const message = `the packets of ${readers.map(writerName).join(', ')} show ${labels.join(', ')}`;
    findings.push(finding('privacy/shows-private', message, { path: 'share', found: application.share.join(', ') }));
  }
  const lists = [
    { path: 'share', keys: application.share },
    ...letters.map(({ letter, path }) => ({ path: `${path}.share`, keys: letter.share ?? [] })),
  ];
  for (const { path, keys } of lists) {
    keys.forEach((key, index) => {
      if (SHARED[key].has(application)) return;
      const message = `"${key}" is shared, and the application has no ${key === 'program-names' ? 'programs' : key}`;
      findings.push(finding('privacy/nothing-to-show', message, { path: `${path}[${index}]`, found: key }));
    });
  }
  return findings;
}

/** Family names that are also common words would be found everywhere. */
const SHORTEST_NAME = 4;

function otherWriters({ letters }: FindingContext): Diagnostic[] {
  return letters.flatMap((planned) => {
    const own = [planned.letter.writer.name.family, ...planned.letter.writer.signers].join(' ');
    const others = letters
      .map(({ letter }) => letter.writer.name.family)
      .filter((name) => name.length >= SHORTEST_NAME && !own.includes(name));
    return letterTexts(planned).flatMap(({ text, place }) => {
      const name = others.find(
        (other) =>
          text.includes(other) &&
          new RegExp(`\\b(?:Dr|Prof|Professor)\\.?\\s+(?:\\p{L}+\\s+)?${escape(other)}`, 'u').test(text),
      );
      if (name === undefined) return [];
      const message = `a text for ${writerName(planned)} names the writer of another letter, ${name}`;
      return finding('privacy/other-writer-named', message, place(0, name));
    });
  });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export const PRIVACY_CHECKS = [patients, personal, shared, otherWriters];
