import type { PlannedLetter } from '../plan/index.js';
import { CHECKLIST, SENDING } from '../reference/index.js';
import type { Application } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';
import { dateOf } from './print.js';
import { routeOf } from './sending-routes.js';

/** True when the form is filled in at the service or at its maker's site, so that no letter of one's own is sent. */
function isTypedIn({ form, service }: PlannedLetter): boolean {
  if (!form) return false;
  return form.channel === 'cas-form' || (form.channel === 'portal-form' && service.id === 'eras-letter-writer-portal');
}

/**
 * How to send the letter: the guide of service and season, or the route of the form; thanks when the letter is in. A
 * packet of a day before the steps were checked does not say when they were.
 */
export function submittingOf(planned: PlannedLetter, today: string): Brief['submitting'] {
  const { guide, service, letter } = planned;
  if (!guide) return null;
  const route = routeOf(planned);
  const help = [...(route?.help ?? []), ...guide.help].map(({ text, url }) => ({ text, url: url ?? null }));
  const checkedOn = guide.checkedOn <= today ? dateOf(guide.checkedOn) : null;
  if (letter.request.status === 'uploaded') {
    const changing = SENDING.uploaded[service.id];
    const steps = changing ? [changing] : [];
    return { short: [SENDING.thanks, ...steps], steps, fileRules: [], help, checkedOn };
  }
  const renewal = letter.request.newVersion ? SENDING.newVersion[service.id] : undefined;
  return {
    short: [...(route?.short ?? guide.short)],
    steps: [...(route?.steps ?? guide.steps), ...(renewal ? [renewal] : [])],
    fileRules: [...(route?.fileRules ?? guide.fileRules)],
    help,
    checkedOn,
  };
}

/** What the writer ticks off before sending: only what this kind of letter and form can carry. */
export function checklistOf(planned: PlannedLetter, aamcId: string | null): string[] {
  const { letter, form, specialty } = planned;
  if (letter.request.status === 'uploaded') return [];
  const items: string[] = [CHECKLIST.name];
  if (aamcId) items.push(CHECKLIST.aamcId);
  if (form?.channel === 'cas-form' && planned.service.id === 'residencycas' && letter.request.letterId)
    items.push(CHECKLIST.casLetterId);
  const isOwnPaper = form === null || form.channel === 'pdf';
  if (isOwnPaper) items.push(CHECKLIST.letterhead, CHECKLIST.addressed);
  if (form === null) items.push(specialty ? CHECKLIST.specialty : CHECKLIST.general);
  if (letter.request.waived && isOwnPaper) items.push(CHECKLIST.waived);
  const isGroup = letter.writer.signers.length > 0;
  if (isTypedIn(planned)) {
    if (isGroup) items.push(CHECKLIST.agreed);
    return [...items, CHECKLIST.form];
  }
  items.push(isGroup ? CHECKLIST.signers : CHECKLIST.signed);
  if (form) items.push(CHECKLIST.form);
  if (form?.channel === 'external-form-then-pdf') items.push(CHECKLIST.alone);
  items.push(planned.service.id.startsWith('eras') ? CHECKLIST.file : CHECKLIST.plainFile);
  return items;
}

/** The waiver, and, for staff of the applicant's school in the United States, what its records need (facts §8). */
export function confidentialityOf(application: Application, planned: PlannedLetter, waiver: string): string[] {
  const { writerInUs, letter } = planned;
  const hasUsSchool = application.cv.medicalEducation.some(
    ({ place }) => application.applicant.img === undefined && (place?.country ?? 'United States') === 'United States',
  );
  const isStaff = writerInUs && hasUsSchool && letter.nature === 'professional';
  return isStaff ? [waiver, SENDING.schoolRecords] : [waiver];
}
