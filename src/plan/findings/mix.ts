import type { Diagnostic } from '../../diagnostics/index.js';
import { countsAsForm, findForm, findWantedForm, isOfSpecialty } from '../../reference/index.js';
import { addDays } from '../calendar.js';
import { isByClinicalSupervisor, lastClinicalDay, restsOnObserving } from './clinical-work.js';
import { finding, type FindingContext, type LetterAt, type SpecialtyAt } from './context.js';

/** Days after which clinical work is no longer recent (facts §3: six to twelve months). */
const RECENT_DAYS = 365;

/** The place of a finding about the letters of a specialty. */
const at = ({ path, id }: SpecialtyAt): { path: string; found: string } => ({ path, found: id });

/** True, false, or null when the writer's specialty is not given. */
function isOf(specialty: SpecialtyAt, { letter }: LetterAt): boolean | null {
  const written = letter.writer.specialty;
  if (written === undefined) return null;
  const { reference, name } = specialty;
  return reference ? isOfSpecialty(reference, written) : written.toLowerCase() === name.toLowerCase();
}

function attending({ specialties }: FindingContext): Diagnostic[] {
  return specialties.flatMap((specialty) => {
    if (specialty.letters.length === 0 || specialty.letters.some(isByClinicalSupervisor)) return [];
    if (specialty.letters.every(({ letter }) => letter.nature === 'personal')) return [];
    const message = `no letter for ${specialty.inText} is by a physician who supervised clinical work`;
    return finding('letters/none-from-attending', message, at(specialty));
  });
}

function unitedStates({ specialties, isImg }: FindingContext): Diagnostic[] {
  if (!isImg) return [];
  return specialties.flatMap((specialty) => {
    if (specialty.letters.length === 0) return [];
    const fromUs = specialty.letters.filter(({ writerInUs }) => writerInUs);
    if (fromUs.length === 0) {
      const message = `no letter for ${specialty.inText} is by a writer in the United States`;
      return finding('letters/none-from-us-writer', message, at(specialty));
    }
    const observed = fromUs.filter(restsOnObserving);
    const handsOn = fromUs.some((planned) => isByClinicalSupervisor(planned) && !restsOnObserving(planned));
    if (observed.length === 0 || handsOn) return [];
    const message = `the clinical US letters for ${specialty.inText} rest on observing only`;
    return finding('letters/observership-only', message, {
      ...at(specialty),
      found: observed.map(({ letter }) => letter.id).join(', '),
    });
  });
}

/** Chair, department and standardized letters, as the specialty wants them. */
function departments({ specialties, plan, application }: FindingContext): Diagnostic[] {
  return specialties.flatMap((specialty) => {
    const { reference, letters, inText } = specialty;
    if (!reference || letters.length === 0) return [];
    const findings: Diagnostic[] = [];
    const wanted = findWantedForm(plan.reference, reference, application.season);
    const onForm = letters.filter(
      ({ form }) => wanted !== null && form !== null && countsAsForm(plan.reference, form.id, wanted.id),
    );
    const byDepartment = letters.filter(
      ({ letter }) => letter.request.chairLetter || ['chair', 'committee'].includes(letter.writer.role),
    );
    const { chair } = reference.wants;
    if (chair === 'expected' && byDepartment.length === 0) {
      const message = `${inText} strongly expects a letter of the department chair`;
      findings.push(finding('letters/chair-missing', message, at(specialty)));
    }
    const served = byDepartment.length + onForm.length;
    const byDirector = letters.some(({ letter }) => letter.writer.role === 'program-director');
    if (chair === 'often' && served === 0 && !byDirector) {
      const message = `many programs in ${inText} ask for a letter of the department`;
      findings.push(finding('letters/department-letter-missing', message, at(specialty)));
    }
    if (!wanted) return findings;
    const name = findForm(plan.reference, wanted.id)?.name ?? wanted.id;
    if (wanted.required && onForm.length < wanted.count) {
      const message = `${inText} expects a letter on the ${name}, and there is none`;
      findings.push(finding('letters/standardized-missing', message, at(specialty)));
    } else if (wanted.required && onForm.length < wanted.preferred) {
      const message = `${inText} has ${onForm.length} ${name}; ${wanted.preferred} are preferred`;
      findings.push(finding('letters/second-sloe', message, at(specialty)));
    }
    return findings;
  });
}

/** Letters from the specialty and from outside it. */
function fromSpecialty({ specialties }: FindingContext): Diagnostic[] {
  return specialties.flatMap((specialty) => {
    const { reference, letters, inText } = specialty;
    const professional = letters.filter(({ letter }) => letter.nature === 'professional');
    if (professional.length === 0) return [];
    const verdicts = professional.map((planned) => isOf(specialty, planned));
    const inside = verdicts.filter((verdict) => verdict === true).length;
    // A writer whose specialty is not given may be the one who is missing.
    const perhaps = verdicts.filter((verdict) => verdict === null).length;
    const findings: Diagnostic[] = [];
    const wanted = reference?.wants.fromSpecialty ?? 1;
    if (wanted > 0 && inside + perhaps === 0) {
      const message = `no letter for ${inText} is by a writer of that specialty`;
      findings.push(finding('letters/none-of-specialty', message, at(specialty)));
    } else if (inside + perhaps < wanted) {
      const message = `${inText} has ${inside} of usually ${wanted} letters from the specialty itself`;
      findings.push(finding('letters/few-of-specialty', message, { ...at(specialty), hints: mixHint(specialty) }));
    }
    const outside = professional.filter(
      (planned) => isOf(specialty, planned) !== true && isByClinicalSupervisor(planned),
    ).length;
    if (reference && outside < reference.wants.outside) {
      const message = `no clinical letter for ${inText} comes from outside the specialty`;
      findings.push(finding('letters/outside-view-missing', message, { ...at(specialty), hints: mixHint(specialty) }));
    }
    return findings;
  });
}

function mixHint({ reference }: SpecialtyAt): string[] {
  return reference ? [`the usual mix: ${reference.mix}`] : [];
}

/** Recency of the clinical work behind the letters. */
function recency({ specialties, letters, today }: FindingContext): Diagnostic[] {
  const findings = specialties.flatMap((specialty) => {
    const days = specialty.letters.flatMap((planned) => lastClinicalDay(planned, today) ?? []);
    const latest = days.sort().at(-1);
    if (latest === undefined || addDays(latest, RECENT_DAYS) >= today) return [];
    const message = `the latest clinical work behind the letters for ${specialty.inText} ended on ${latest}`;
    return finding('letters/none-recent', message, at(specialty));
  });
  for (const planned of letters) {
    const { letter, path, writerInUs } = planned;
    const latest = lastClinicalDay(planned, today);
    const { targetDate, newVersion, status } = letter.request;
    const stillTogether = letter.sharedWork.some(({ end }) => end === 'present');
    if (!writerInUs || latest === null || newVersion || stillTogether || status === 'uploaded') continue;
    if (addDays(latest, RECENT_DAYS) >= targetDate) continue;
    const message = `the clinical work behind letter "${letter.id}" ended on ${latest}, over a year before its date`;
    findings.push(finding('letters/us-work-old', message, { path: `${path}.sharedWork` }));
  }
  return findings;
}

export const MIX_CHECKS = [attending, unitedStates, departments, fromSpecialty, recency];
