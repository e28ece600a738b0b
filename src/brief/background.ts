import type { PlannedLetter } from '../plan/index.js';
import { IMG_NOTES } from '../reference/index.js';
import type { Application, ImgBackground } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';
import { printPeriod } from './print.js';
import { usceRows } from './record.js';

const ECFMG_STATUS = { certified: 'Certified', 'in-progress': 'In progress', 'not-started': 'Not started' } as const;

function notesFor({ letter, writerInUs }: PlannedLetter): string[] {
  const notes: string[] = [IMG_NOTES.letterhead];
  if (letter.request.waived) notes.push(IMG_NOTES.confidential);
  if (!writerInUs) notes.push(IMG_NOTES.language);
  else notes.push(IMG_NOTES.compare);
  if (letter.sharedWork.some((work) => work.handsOn === false && work.kind === 'rotation'))
    notes.push(IMG_NOTES.observership);
  return notes;
}

/** True when a supervisor's name holds the family name of this writer as whole words. */
function isThisWriter(supervisor: string | undefined, family: string): boolean {
  const words = (text: string) =>
    ` ${text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}]+/gu, ' ')} `;
  return supervisor !== undefined && words(supervisor).includes(words(family));
}

/** International background: training explained, US experience, strengths, and, where shared, gaps and visa. */
export function imgOf(application: Application, planned: PlannedLetter): Brief['img'] {
  const img: ImgBackground | undefined = application.applicant.img;
  if (!img) return null;
  const { share, letter } = planned;
  const rows = usceRows(application.cv);
  const isCompatriot = application.cv.medicalEducation.some(({ place }) => place?.country === letter.writer.country);
  return {
    trainingSystem: isCompatriot ? null : img.trainingSystem,
    grading: isCompatriot ? null : (img.grading ?? null),
    ownGrades: share.has('grades') ? (img.ownGrades ?? null) : null,
    ecfmg: [ECFMG_STATUS[img.ecfmg.status], img.ecfmg.detail].filter(Boolean).join(': '),
    usce: application.cv.usce.map((row, index) => ({
      ...(rows[index] as (typeof rows)[number]),
      hours: row.hoursPerWeek ? `${row.hoursPerWeek} hours a week` : null,
      duties: row.duties ?? null,
      withWriter: isThisWriter(row.supervisor, letter.writer.name.family),
    })),
    strengths: img.strengths,
    adaptability: img.adaptability,
    limitedUsExperience: img.limitedUsExperience ?? null,
    gaps: share.has('gaps')
      ? img.gaps.map(({ start, end, explanation }) => ({ period: printPeriod(start, end) ?? '', explanation }))
      : [],
    visa: share.has('visa') ? (img.visa ?? null) : null,
    notes: notesFor(planned),
  };
}
