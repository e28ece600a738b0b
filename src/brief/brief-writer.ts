import type { LetterPlan, PlannedLetter } from '../plan/index.js';
import { CONTACT_LABELS } from '../reference/index.js';
import type { Application } from '../schema/application.js';
import { BRIEF_CONTRACT, type Brief } from '../schema/brief.js';
import { appendicesOf, type AppendixResult } from './appendices.js';
import { imgOf } from './background.js';
import { chartsOf } from './charts.js';
import { datesNoteOf, datesOf, timelineOf } from './dates.js';
import { destinationOf } from './destination.js';
import { emphasisOf } from './emphasis.js';
import { guidanceOf } from './guidance.js';
import { applicantOf, relationshipOf, writerOf } from './people.js';
import { pointsOf } from './points.js';
import { dateOf, unquoted } from './print.js';
import { cvOf } from './record.js';
import { formOf, requestOf } from './request.js';
import { goalsOf, statementOf, themesOf } from './story.js';
import { checklistOf, confidentialityOf, submittingOf } from './submitting.js';
import { momentsOf, workOf } from './work.js';

/**
 * Writes the brief of one letter: the plain data that a template may see. Takes the plan and one planned letter and
 * gives *only* what this writer may see: nothing of another letter, nothing of the advisor, nothing not shared.
 *
 * @param appendices what became of the documents that the packet appends
 */
export function briefWriter(
  application: Application,
  plan: LetterPlan,
  planned: PlannedLetter,
  appendices: readonly AppendixResult[] = [],
): Brief {
  const { letter } = planned;
  const applicant = applicantOf(application, planned, plan.today);
  const writer = writerOf(planned);
  const relationship = relationshipOf(planned, CONTACT_LABELS);
  const request = requestOf(plan, planned);
  const dates = datesOf(application, plan, planned);
  return {
    contract: BRIEF_CONTRACT,
    issued: dateOf(plan.today),
    title: `Letter of recommendation for ${applicant.name}: briefing for ${writer.addressAs}`,
    emphasis: emphasisOf(application, planned),
    applicant,
    writer,
    request,
    form: formOf(planned, { applicant, writer, relationship }),
    points: pointsOf(application, planned),
    relationship,
    whyYou: letter.whyYou,
    help: letter.help ?? null,
    note: letter.note ?? null,
    goals: goalsOf(application, planned),
    work: workOf(planned),
    moments: momentsOf(planned),
    feedback: letter.feedback.map(({ text, source }) => ({ text: unquoted(text), source: source ?? null })),
    guidance: guidanceOf(planned, request, applicant.isImg),
    destination: destinationOf(planned),
    img: imgOf(application, planned),
    themes: themesOf(application, planned),
    cv: cvOf(application, planned),
    statement: statementOf(application, planned),
    submitting: submittingOf(planned, plan.today),
    checklist: checklistOf(planned, applicant.aamcId),
    confidentiality: confidentialityOf(application, planned, request.waiver),
    dates,
    timeline: timelineOf(application, plan, planned),
    charts: chartsOf(application, planned),
    datesNote: datesNoteOf(application, planned, dates),
    appendices: appendicesOf(appendices),
  };
}
