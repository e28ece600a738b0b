import type { FormId } from '../schema/letter.js';
import type { Specialty } from './types.js';

function row(
  id: string,
  name: string,
  application: Specialty['application'],
  letters: readonly [usual: number, max: number],
  mix: string,
  form: FormId | null,
  confidence: Specialty['confidence'],
  ...sources: string[]
): Specialty {
  const inText = /^(OB\/GYN|PM&R)/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
  return { id, name, application, letters: { usual: letters[0], max: letters[1] }, mix, form, inText, confidence, sources };
}

/** Letter conventions by specialty (facts §5): defaults that every program may change. */
export const SPECIALTIES: readonly Specialty[] = [
  row('internal-medicine', 'Internal medicine', 'ERAS', [3, 4], 'two or more internists; often a department or chair letter', 'im-sel', 'medium', 'AAIM', 'RESEXP', 'RA-CHAIR'),
  row('emergency-medicine', 'Emergency medicine', 'ResidencyCAS', [3, 4], 'at least one SLOE from an emergency medicine rotation, two preferred', 'esloe', 'high', 'CORD', 'EMADVISOR', 'UMKC'),
  row('obstetrics-gynecology', 'Obstetrics and gynecology', 'ResidencyCAS', [3, 4], 'one SLOE and two letters of obstetrician-gynecologists', 'apgo-sloe', 'high', 'LIAISON', 'ACOG', 'UCI'),
  row('orthopaedic-surgery', 'Orthopaedic surgery', 'ERAS', [3, 4], 'orthopaedic faculty', 'eslor', 'high', 'AOA-NEW'),
  row('dermatology', 'Dermatology', 'ERAS', [3, 4], 'one or two dermatologists; the others may be of another specialty', 'dermatology', 'high', 'AAMC-TC27', 'RA-DERM', 'UFDERM'),
  row('plastic-surgery', 'Plastic surgery (integrated)', 'ERAS', [3, 4], 'plastic surgeons', 'plastic-surgery', 'medium', 'AAMC-TC27', 'PSCA'),
  row('urology', 'Urology', 'ERAS', [3, 4], 'two or more urologists; chair or program director', 'urology', 'high', 'AAMC-TC27', 'RA-URO', 'WAKE'),
  row('otolaryngology', 'Otolaryngology', 'ERAS', [3, 4], 'two or more otolaryngologists; chair or program director', null, 'medium', 'ENT-SLOR', 'RA-ENT'),
  row('neurosurgery', 'Neurosurgery', 'ERAS', [3, 4], 'neurosurgeons; the chair is strongly expected', null, 'low', 'RA-CHAIR'),
  row('general-surgery', 'General surgery', 'ERAS', [3, 4], 'surgeons; the chair is strongly expected', null, 'medium', 'RA-CHAIR', 'MEDIUM-SURG'),
  row('ophthalmology', 'Ophthalmology', 'SF Match', [3, 3], 'two ophthalmologists and one surgeon or internist', null, 'medium', 'SEED', 'THEDO', 'EYES'),
  row('anesthesiology', 'Anesthesiology', 'ERAS', [3, 4], 'an anesthesiologist is valued most; other clinicians are fine', null, 'medium', 'AACPD', 'INFORMA'),
  row('family-medicine', 'Family medicine', 'ERAS', [3, 4], 'attending physicians; some programs ask for a family physician', null, 'high', 'AAFP'),
  row('pediatrics', 'Pediatrics', 'ERAS', [3, 4], 'at least one pediatrician', null, 'medium', 'THALAMUS'),
  row('psychiatry', 'Psychiatry', 'ERAS', [3, 4], 'one or two psychiatrists', null, 'low', 'ELMHURST', 'MLE'),
  row('neurology', 'Neurology', 'ERAS', [3, 4], 'two neurologists and an internist or family physician', null, 'medium', 'SEED', 'USF'),
  row('child-neurology', 'Child neurology', 'ERAS', [3, 4], 'two neurologists and an internist, pediatrician or family physician', null, 'medium', 'SEED', 'USF'),
  row('diagnostic-radiology', 'Diagnostic radiology', 'ERAS', [3, 4], 'including a clinical letter from outside radiology', null, 'medium', 'SEED'),
  row('interventional-radiology', 'Interventional radiology', 'ERAS', [3, 4], 'including a clinical letter from outside radiology', null, 'medium', 'SEED'),
  row('transitional-year', 'Transitional year', 'ERAS', [3, 4], 'medicine or surgery attendings; letters of the advanced specialty may serve', null, 'low', 'UPSTATE', 'SDN-TY'),
  row('preliminary-medicine', 'Preliminary medicine', 'ERAS', [3, 4], 'medicine attendings; letters of the advanced specialty may serve', null, 'low', 'UPSTATE', 'SDN-TY'),
  row('preliminary-surgery', 'Preliminary surgery', 'ERAS', [3, 4], 'surgery attendings; letters of the advanced specialty may serve', null, 'low', 'UPSTATE', 'SDN-TY'),
  row('physical-medicine-rehabilitation', 'PM&R', 'ERAS', [3, 4], 'at least one of the specialty', null, 'low', 'SEED'),
  row('pathology', 'Pathology', 'ERAS', [3, 4], 'at least one pathologist', null, 'low', 'SEED'),
  row('radiation-oncology', 'Radiation oncology', 'ERAS', [3, 4], 'at least one radiation oncologist', null, 'low', 'SEED'),
  row('thoracic-surgery', 'Thoracic surgery', 'ERAS', [3, 4], 'at least one of the specialty', null, 'low', 'SEED'),
];

/** The row of a specialty id, or null for one that the table does not have. */
export function findSpecialty(id: string): Specialty | null {
  return SPECIALTIES.find((specialty) => specialty.id === id) ?? null;
}
