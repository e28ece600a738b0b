import type { PlannedLetter } from '../plan/index.js';
import { PURPOSE, READER, ROLE, ROLE_AND_FOCUS, US_LETTERS } from '../reference/index.js';
import type { Brief } from '../schema/brief.js';
import { builtInRole } from '../schema/letter.js';

type Guidance = Brief['guidance'];

/** Roles whose usual letter is about work with patients. */
const CLINICIANS: ReadonlySet<string> = new Set(['attending', 'program-director']);

function purposeOf({ letter, sameSpecialty }: PlannedLetter, request: Brief['request']): string[] {
  const isAcademic = letter.writer.role === 'research-pi' || letter.focus === 'academic';
  const focus = PURPOSE[letter.focus];
  // The second sentence is about a narrative; a form gets `structured` for it.
  const opening = request.isStandardized ? focus.slice(0, 1) : focus;
  const purpose: string[] = request.isPersonal ? [PURPOSE.personal] : [...opening];
  if (request.isGeneral) purpose.push(PURPOSE.general);
  else {
    purpose.push(sameSpecialty && !request.isPersonal ? PURPOSE.sameSpecialty : PURPOSE.specialty);
    if (request.crossSpecialty) purpose.push(isAcademic ? PURPOSE.crossField : PURPOSE.crossSpecialty);
  }
  if (request.isStandardized) {
    purpose.push(PURPOSE.structured);
    if (letter.writer.signers.length > 0) purpose.push(PURPOSE.structuredGroup);
  }
  if (request.chairLetter) purpose.push(PURPOSE.chair);
  if (request.newVersion) purpose.push(PURPOSE.newVersion);
  if (!request.waived) purpose.push(PURPOSE.notWaived);
  return purpose;
}

function roleOf({ letter }: PlannedLetter): string[] {
  const role = builtInRole(letter.writer.role);
  const lines: string[] = [...ROLE[role]];
  if (letter.nature === 'personal') return lines;
  if (CLINICIANS.has(role) && letter.focus === 'academic') lines.push(ROLE_AND_FOCUS.clinicianAcademic);
  if (role === 'research-pi' && letter.focus !== 'academic') lines.push(ROLE_AND_FOCUS.researcherClinical);
  if (role === 'professor' && letter.focus !== 'academic') lines.push(ROLE_AND_FOCUS.professorClinical);
  return lines;
}

/** What the readers ask of an international graduate's letter from the United States. */
function readerOf({ letter, writerInUs }: PlannedLetter, isImg: boolean): string[] {
  if (!isImg || !writerInUs || letter.nature === 'personal') return [];
  const isResearch = letter.writer.role === 'research-pi' || letter.focus === 'academic';
  return [...(isResearch ? READER.imgResearch : READER.img)];
}

/** What a letter to the United States is like, for a writer abroad. */
function usLettersOf({ letter, writerInUs }: PlannedLetter): string[] {
  if (writerInUs) return [];
  const ward = letter.focus === 'academic' ? [US_LETTERS.academic] : [US_LETTERS.clinical];
  return [...US_LETTERS.all, ...ward, US_LETTERS.custom];
}

/** Guidance for this kind of letter, this role of writer, and these readers (facts §3, §7, §9). */
export function guidanceOf(planned: PlannedLetter, request: Brief['request'], isImg: boolean): Guidance {
  return {
    purpose: purposeOf(planned, request),
    role: roleOf(planned),
    reader: readerOf(planned, isImg),
    usLetters: usLettersOf(planned),
  };
}
