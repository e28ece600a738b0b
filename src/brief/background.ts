import type { PlannedLetter } from '../plan/index.js';
import { IMG_NOTES } from '../reference/index.js';
import type { Application, ImgBackground } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';
import { printPeriod, sentenceCase } from './print.js';
import { usceRows } from './record.js';
import { namesPerson } from './shared-overlap.js';

const ECFMG_STATUS = { certified: 'Certified', 'in-progress': 'In progress', 'not-started': 'Not started' } as const;

/** Notes for this writer: what their letter can settle that others of this applicant cannot. */
function notesFor({ letter, writerInUs, form, service }: PlannedLetter, img: ImgBackground): string[] {
  const notes: string[] = [];
  const isOwnPaper = form === null || form.channel === 'pdf';
  const rotations = letter.sharedWork.filter(({ kind, handsOn }) => kind === 'rotation' && handsOn !== undefined);
  if (letter.request.status === 'uploaded') return notes;
  if (isOwnPaper) notes.push(IMG_NOTES.letterhead);
  if (letter.request.waived && service.id.startsWith('eras')) notes.push(IMG_NOTES.confidential);
  if (!writerInUs) notes.push(IMG_NOTES.language);
  if (!writerInUs && letter.nature === 'professional') notes.push(IMG_NOTES.compareAbroad);
  if (writerInUs && rotations.some(({ handsOn }) => handsOn === true)) notes.push(IMG_NOTES.handsOn);
  if (rotations.some(({ handsOn }) => handsOn === false)) notes.push(IMG_NOTES.observership);
  if (img.strengths.length > 0) notes.push(IMG_NOTES.strengths);
  return notes;
}

/** The status, and what the applicant says of it; where that begins with the status it is not said twice. */
function ecfmgOf({ ecfmg: { status, detail } }: ImgBackground): string {
  const known = ECFMG_STATUS[status];
  if (!detail) return known;
  const own = detail.replace(/^ECFMG[\s-]+/i, '');
  return own.toLowerCase().startsWith(known.toLowerCase()) ? sentenceCase(own) : `${known}: ${detail}`;
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
    ecfmg: ecfmgOf(img),
    usce: application.cv.usce.map((row, index) => ({
      ...(rows[index] as (typeof rows)[number]),
      hours: row.hoursPerWeek ? `${row.hoursPerWeek}\u00a0hours\u00a0a\u00a0week` : null,
      duties: row.duties ?? null,
      withWriter: namesPerson(row.supervisor, letter.writer.name.family),
    })),
    strengths: img.strengths,
    adaptability: img.adaptability,
    limitedUsExperience: img.limitedUsExperience ?? null,
    gaps: share.has('gaps')
      ? img.gaps.map(({ start, end, explanation }) => ({ period: printPeriod(start, end) ?? '', explanation }))
      : [],
    visa: share.has('visa') ? (img.visa ?? null) : null,
    notes: notesFor(planned, img),
  };
}
