import type { Diagnostic } from '../../diagnostics/index.js';
import { finding, type FindingContext, type LetterAt, writerName } from './context.js';
import { plainText } from './prose.js';
import { isSameSite } from './sites.js';

/** Letters from which a set is large enough to come from more than one site. */
const ONE_SITE_FROM = 3;

function identity({ letter: { writer } }: LetterAt): string {
  return plainText(`${writer.name.given ?? ''} ${writer.name.family}`).trim();
}

function duplicates({ letters }: FindingContext): Diagnostic[] {
  const first = new Map<string, LetterAt>();
  return letters.flatMap((planned) => {
    const earlier = first.get(identity(planned));
    if (!earlier) {
      first.set(identity(planned), planned);
      return [];
    }
    const message = `${writerName(planned)} writes two letters, "${earlier.letter.id}" and "${planned.letter.id}"`;
    return finding('letters/duplicate-writer', message, {
      path: `${planned.path}.writer`,
      found: planned.letter.writer.name.family,
    });
  });
}

function oneSite({ letters }: FindingContext): Diagnostic[] {
  const site = letters[0]?.letter.writer.institution;
  if (site === undefined || letters.length < ONE_SITE_FROM) return [];
  if (
    !letters.every(({ letter }) => letter.writer.institution === site || isSameSite(letter.writer.institution, site))
  ) {
    return [];
  }
  return [finding('letters/one-site', `all ${letters.length} letters come from ${site}`, { path: 'letters' })];
}

/** The program director mark of a request is for directors of the applicant's own residency or fellowship. */
function programDirectors({ letters, application }: FindingContext): Diagnostic[] {
  return letters.flatMap((planned) => {
    const { writer } = planned.letter;
    // Only the older request form has the mark.
    if (writer.role !== 'program-director' || planned.service.id !== 'eras-lorp') return [];
    const resident = application.cv.training.some(
      ({ title, institution }) =>
        /\bresiden(?:t|cy)\b|\bfellow/i.test(title) &&
        (institution === writer.institution || isSameSite(institution, writer.institution)),
    );
    if (resident) return [];
    const message = `${writerName(planned)} writes as program director, and the CV has no residency there`;
    return finding('letters/program-director-flag', message, {
      path: `${planned.path}.writer.role`,
      found: 'program-director',
    });
  });
}

function signers({ letters }: FindingContext): Diagnostic[] {
  return letters.flatMap((planned) => {
    const { writer } = planned.letter;
    // A committee without any signer is found when the input is read.
    if (writer.role !== 'committee' || writer.signers.length !== 1) return [];
    const message = `the committee letter "${planned.letter.id}" has one signer`;
    return finding('letters/committee-one-signer', message, { path: `${planned.path}.writer.signers` });
  });
}

function specialtyUnknown({ letters }: FindingContext): Diagnostic[] {
  return letters.flatMap((planned) => {
    const { writer, nature } = planned.letter;
    if (writer.specialty !== undefined || nature === 'personal') return [];
    if (!['attending', 'program-director', 'chair'].includes(writer.role)) return [];
    const message = `the specialty of ${writerName(planned)} is not given`;
    return finding('letters/writer-specialty-unknown', message, { path: `${planned.path}.writer` });
  });
}

export const WRITER_CHECKS = [duplicates, oneSite, programDirectors, signers, specialtyUnknown];
