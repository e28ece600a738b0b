import type { Diagnostic } from '../../diagnostics/index.js';
import { findApplicationSystem, findSpecialty, findWantedForm } from '../../reference/index.js';
import { addDays, daysBetween } from '../calendar.js';
import { finding, type FindingContext, type LetterAt, writerName } from './context.js';
import { plainText } from './prose.js';

/** The day on which the AAMC Letter Writer Portal took over and unfinished requests were deleted (facts §0). */
const PORTAL_CHANGE = '2026-06-01';
const PORTAL = 'eras-letter-writer-portal';
/** Days after which a missing answer or confirmation is worth a reminder. */
const FOLLOW_UP_DAYS = 14;
/** Days before the target date from which a draft is pressing. */
const DRAFT_DAYS = 30;

const FREE_MAIL =
  /@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|gmx|web|mail|yandex|proton|protonmail|zoho|qq|163|126|rediffmail)(?:\.[a-z]{2,3}){1,2}$/i;
const ENGLISH_SPOKEN = new Set(
  (
    'united kingdom|uk|england|scotland|wales|northern ireland|ireland|canada|australia|new zealand|india|pakistan|' +
    'nigeria|ghana|kenya|uganda|south africa|zimbabwe|zambia|jamaica|barbados|trinidad and tobago|grenada|dominica|' +
    'saint lucia|saint kitts and nevis|antigua and barbuda|bahamas|the bahamas|belize|guyana|cayman islands|aruba|' +
    'sint maarten|philippines|singapore|malta|sri lanka|bangladesh|nepal|hong kong|malaysia'
  ).split('|'),
);

/** True while something about the request can still be changed by what the applicant does. */
const isOpen = ({ letter }: LetterAt): boolean => letter.request.status !== 'uploaded';
const isConfirmed = ({ letter }: LetterAt): boolean => ['confirmed', 'sent'].includes(letter.request.status);

/** Checks of one letter, applied to every letter that is not in yet. */
function perLetter(check: (planned: LetterAt, context: FindingContext) => Diagnostic[]) {
  return (context: FindingContext): Diagnostic[] =>
    context.letters.filter(isOpen).flatMap((planned) => check(planned, context));
}

const waiver = perLetter((planned) => {
  if (planned.letter.request.waived) return [];
  return [
    finding('request/not-waived', `the right to see letter "${planned.letter.id}" is not waived`, {
      path: `${planned.path}.request.waived`,
      found: 'false',
    }),
  ];
});

const email = perLetter((planned) => {
  const address = planned.letter.writer.email;
  const path = `${planned.path}.writer`;
  if (address === undefined) {
    if (isConfirmed(planned)) return [];
    return [finding('request/email-missing', `no e-mail address for ${writerName(planned)}`, { path })];
  }
  if (planned.letter.nature === 'personal' || !FREE_MAIL.test(address)) return [];
  const message = `the e-mail address of ${writerName(planned)} is at a free mail provider`;
  return [finding('request/email-free-domain', message, { path: `${path}.email`, found: address })];
});

const assistant = perLetter(({ letter, path }, { application }) => {
  const { advisor } = application;
  const helper = letter.writer.assistant;
  if (!advisor || !helper) return [];
  const bare = (name: string): string => plainText(name).replace(/^(?:dr|prof|professor|mr|mrs|ms)\b\.?\s*/, '');
  const sameName = advisor.name !== undefined && bare(advisor.name) === bare(helper.name);
  const sameMail = helper.email !== undefined && advisor.email?.toLowerCase() === helper.email.toLowerCase();
  if (!sameName && !sameMail) return [];
  const message = `the assistant named for letter "${letter.id}" is your advisor`;
  return [finding('request/advisor-as-assistant', message, { path: `${path}.writer.assistant`, found: helper.name })];
});

const stale = perLetter(({ letter, path, service }, { application }) => {
  const { letterId, issuedOn, askedOn } = letter.request;
  if (application.season < 2027 || service.id !== PORTAL || letterId === undefined) return [];
  const since = issuedOn ?? askedOn;
  if (since === undefined || since >= PORTAL_CHANGE) return [];
  const message = issuedOn
    ? `the request of letter "${letter.id}" is of ${since}, before the new portal, and was deleted unless uploaded`
    : `letter "${letter.id}" was asked for on ${since}: its ID may be of before the new portal, and no longer work`;
  return [finding('request/stale-portal', message, { path: `${path}.request.letterId`, found: letterId })];
});

/** Narrative or form, and which form. */
const type = perLetter((planned, { application, plan }) => {
  const { letter, path, specialty, form } = planned;
  const { request } = letter;
  const where = `${path}.request`;
  if (request.type === 'standardized' && letter.specialty === 'general') {
    const message = `letter "${letter.id}" is general and asks for a standardized form`;
    return [finding('request/form-on-general', message, { path: `${where}.type`, found: request.form })];
  }
  const row = specialty?.reference;
  if (!specialty || !row) return [];
  if (form && request.form !== undefined) {
    const base = form.variantOf ?? form.id;
    const owners = plan.reference.specialties.filter((candidate) => candidate.form === base);
    // A preliminary year reads the form of the specialty that it belongs to.
    const shared = owners.some(
      ({ id }) => id === specialty.id || (id === 'internal-medicine' && /medicine/.test(specialty.id)),
    );
    if (owners.length === 0 || shared) return [];
    const whose = owners.map(({ inText }) => inText).join(', ');
    const message = `the ${form.name} is the form of ${whose}, and letter "${letter.id}" is for ${specialty.inText}`;
    return [finding('request/form-of-other-specialty', message, { path: `${where}.form`, found: request.form })];
  }
  const wanted = findWantedForm(plan.reference, row, application.season);
  const channel = plan.reference.forms.find(({ id }) => id === wanted?.id)?.channel;
  if (request.type !== 'narrative' || channel !== 'portal-form' || !planned.sameSpecialty) return [];
  const code = specialty.id === 'plastic-surgery' ? 'request/standardized-disputed' : 'request/standardized-expected';
  const message = `letter "${letter.id}" for ${specialty.inText} is narrative; the portal has a form for it`;
  return [finding(code, message, { path: `${where}.type`, found: 'narrative' })];
});

const service = perLetter(({ letter, path, serves }, { application, plan }) => {
  const named = letter.request.service;
  if (named === undefined) return [];
  const row = plan.reference.services.find(({ id }) => id === named);
  if (!row) return [];
  const outOfSeason =
    (row.fromSeason !== null && application.season < row.fromSeason) ||
    (row.toSeason !== null && application.season > row.toSeason);
  const systems = serves.flatMap(({ id }) => {
    const specialty = findSpecialty(plan.reference, id);
    return specialty ? [findApplicationSystem(specialty, application.season)] : [];
  });
  const foreign = systems.length > 0 && !systems.includes(row.application);
  if (!outOfSeason && !foreign) return [];
  const message = outOfSeason
    ? `${row.name} does not take letters of season ${application.season}`
    : `letter "${letter.id}" is for ${serves.map(({ inText }) => inText).join(', ')}, which does not use ${row.application}`;
  return [finding('request/wrong-service', message, { path: `${path}.request.service`, found: named })];
});

/** Requests that wait for a step of the applicant. */
const progress = perLetter((planned, { today }) => {
  const { letter, path, daysLeft, season } = planned;
  const { status, askedOn, agreedOn } = letter.request;
  const findings: Diagnostic[] = [];
  const place = { path: `${path}.request.status`, found: status };
  const since = (date: string): number => daysBetween(date, today);
  if (status === 'draft' && daysLeft >= 0 && daysLeft < DRAFT_DAYS) {
    const message = `letter "${letter.id}" is due in ${daysLeft} days, and its request is a draft`;
    findings.push(finding('request/still-draft', message, place));
  } else if (status === 'draft' && agreedOn !== undefined && since(agreedOn) > FOLLOW_UP_DAYS) {
    const opens = season?.events.find(({ id }) => id === 'season-opens')?.date;
    if (opens !== undefined && opens <= today) {
      const message = `${writerName(planned)} agreed ${since(agreedOn)} days ago, and the request is not confirmed`;
      findings.push(finding('request/agreed-not-confirmed', message, place));
    }
  }
  if (askedOn !== undefined && agreedOn === undefined && status === 'draft' && since(askedOn) > FOLLOW_UP_DAYS) {
    const message = `${writerName(planned)} was asked ${since(askedOn)} days ago, and no answer is recorded`;
    findings.push(finding('request/no-answer', message, { path: `${path}.request.askedOn`, found: askedOn }));
  }
  return findings;
});

const complete = perLetter((planned) => {
  const { letter, path, form } = planned;
  if (!isConfirmed(planned)) return [];
  const missing: string[] = [];
  if (letter.writer.email === undefined) missing.push('the e-mail address of the writer');
  const formNeedsId = form?.questions.some(({ from }) => from === 'letter-id') === true;
  if (letter.request.letterId === undefined && (planned.service.idNeeded || formNeedsId)) {
    missing.push(`the ${planned.service.idLabel}`);
  }
  if (missing.length === 0) return [];
  const message = `the ${letter.request.status} request of letter "${letter.id}" lacks ${missing.join(' and ')}`;
  return [
    finding('request/confirmed-incomplete', message, { path: `${path}.request.status`, found: letter.request.status }),
  ];
});

const versions = perLetter(({ letter, path, season }) => {
  const { newVersion, letterId, askedOn } = letter.request;
  if (newVersion) {
    if (letterId !== undefined) return [];
    const message = `letter "${letter.id}" is a new version, and the ID of the earlier one is missing`;
    return [finding('request/new-version-without-id', message, { path: `${path}.request.newVersion`, found: 'true' })];
  }
  const opens = season?.events.find(({ id }) => id === 'season-opens')?.date;
  if (askedOn === undefined || opens === undefined || addDays(askedOn, 365) >= opens) return [];
  const message = `letter "${letter.id}" was asked for on ${askedOn}, in an earlier season`;
  return [finding('request/earlier-season', message, { path: `${path}.request.askedOn`, found: askedOn })];
});

/** What to bring up with writers of an international graduate's letters. */
const letterhead = perLetter((planned, { isImg }) => {
  const { letter, path, writerInUs } = planned;
  if (!isImg) return [];
  const findings: Diagnostic[] = [];
  const { phone, place, country } = letter.writer;
  if (phone === undefined && place?.city === undefined) {
    const message = `neither telephone number nor place of ${writerName(planned)}, whose letterhead must carry them`;
    findings.push(finding('request/letterhead-contact', message, { path: `${path}.writer` }));
  }
  if (!writerInUs && !ENGLISH_SPOKEN.has(country.toLowerCase())) {
    const message = `${writerName(planned)} writes from ${country}; the letter should be in English`;
    findings.push(finding('request/letter-language', message, { path: `${path}.writer.country`, found: country }));
  }
  return findings;
});

export const REQUEST_CHECKS = [
  waiver,
  email,
  assistant,
  stale,
  type,
  service,
  progress,
  complete,
  versions,
  letterhead,
];
