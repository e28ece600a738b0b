import type { WriterRole } from '../schema/letter.js';

/** What each kind of letter is for; sentences address the letter writer (facts §7, §9; guide "types of LORs"). */
export const PURPOSE = {
  clinical: [
    'A clinical letter speaks about work with patients: how I take a history and examine, reason, act on what I find, and work in a team.',
    'One or two cases or days that you saw yourself say more than a list of qualities.',
  ],
  academic: [
    'An academic letter speaks about curiosity, critical thinking, the handling of evidence, teaching, and what I added to a project.',
    'It helps to say what was my own idea or work, and what was guided.',
  ],
  'clinical-and-academic': [
    'This letter may speak about both sides: work with patients, and curiosity, evidence, and teaching.',
    'Where you saw only one of the two, please stay with that one.',
  ],
  specialty: 'It is for one specialty: programs look for signs that I know what the work is like and am suited to it.',
  sameSpecialty:
    'It is for your own specialty: whether you would want me as a resident on your service is what its programs look for first.',
  general:
    'It is a general letter that goes to more than one specialty: please name no single specialty, and speak about what carries over.',
  crossSpecialty:
    'You practice another specialty than the one I apply to, and that is welcome: a colleague from outside shows how I work with patients and teams anywhere. Please do say which specialty I apply to.',
  crossField:
    'Your field is another than the specialty that I apply to, and that is welcome: how I think and work carries over. Please do say which specialty I apply to.',
  personal:
    'It is a personal letter: integrity, work habits, and how I treat people. It stands beside the letters of supervisors and does not replace them.',
  chair:
    'It is the department chair letter that some programs ask for. It may rest on the record and on what your faculty report, and need not come from daily work together.',
  structured:
    'It is a structured form and not a letter in your own order: ratings first, then comments. One case that you saw beside each strong rating makes it believable; what you did not see, please leave unrated.',
  structuredGroup:
    'It speaks for everyone who signs: a rating is what the group agrees on, and the comments say who saw what.',
  notWaived:
    'I have not waived my right to see it. Programs give a confidential letter more weight; if you would rather write one, tell me before you begin.',
  newVersion:
    'It updates a letter that you wrote in an earlier season. What is new since then is in the record and the shared work.',
} as const;

/** What an academic letter asks of a role that is chosen for clinical work, and the reverse (guide, "Clinical vs. Academic"). */
export const ROLE_AND_FOCUS = {
  clinicianAcademic:
    'You know me from the ward, and this letter asks for the other half: questions that I brought, what I read and taught, and what I made of a project.',
  researcherClinical:
    'You know me from a project, and this letter asks about patients: please speak about patients only where you saw me with them.',
  professorClinical: 'You taught me at the bedside: what you saw me do with patients counts more here than marks.',
} as const;

/** What a writer in each role can say that others cannot (facts §1.3, §7; guide "Who should write"). */
export const ROLE: Record<WriterRole, readonly string[]> = {
  attending: [
    'You supervised my work with patients. Readers trust that most: what you left to me, what you had to correct, and how that changed over the weeks.',
    'Level of supervision is worth a sentence: what I did alone and reported, and what I did with you beside me.',
  ],
  professor: [
    'You know how I learn: how I think through a problem, what I do with criticism, and where I stand among the students you have taught.',
    'Readers may not know your school. One sentence about it, and about what its ranks mean, helps them to read the rest.',
  ],
  'research-pi': [
    'You saw how I work on a question over months: design, data, setbacks, and writing. Please name my own part in the work.',
    'Readers ask whether it carries over to the ward: reliability, honesty with data, and how I explain hard things to others.',
  ],
  'program-director': [
    'You compare residents every day. A plain sentence about how I would do in your own program is worth much.',
    'Readers expect you to cover all six competencies, also where there was something to improve.',
  ],
  chair: [
    'You speak for the department. Readers want the whole record in a few sentences, how the faculty saw me, and where I stand among other students.',
    'A short meeting may help; I will come whenever it suits you.',
  ],
  committee: [
    'You write as a group. Readers want to know who observed what, where you agreed, and where I stand among other students.',
    'Everyone who took part signs.',
  ],
  other: ['Please say how you know my work, how often you saw it, and what you would trust me with tomorrow.'],
};

/** What program directors look for in letters (facts §3, §9). */
export const READER = {
  img: [
    'Whether I am safe and effective from the first day on a US team: communication, documentation, orders, and handoffs.',
    'How I compare with US students or interns whom you supervised at the same level.',
    'How I took to a system that was new to me, and how quickly.',
  ],
  imgResearch: [
    'Whether I can be relied on in a US team: data, deadlines, documentation, and plain speech when something is wrong.',
    'How I compare with US students, residents, or fellows in your group.',
    'How I took to a system that was new to me, and how quickly.',
  ],
} as const;

/** What programs in the United States look for, for a writer abroad (facts §3, §7, §9). */
export const US_LETTERS = {
  all: [
    'An opening that says how you know me: in which role, on which ward or project, for how long, and how often you saw me at work.',
    'Two or three examples that you saw. US letters are concrete: what happened, what I did, what came of it. Praise without an example counts for little.',
    'A comparison with others at the same level, with their number: “among the 40 house officers whom I have supervised in ten years, in the first five” says more than “excellent.”',
    'How far I worked on my own, and what you would trust me with tomorrow.',
    'Room to grow, stated openly, with what I did about it. It does not harm; readers trust such letters more.',
    'A last sentence that says how strongly you recommend me for residency.',
  ],
  clinical:
    'US readers do not know your wards. Please say what a student or house officer does there: patients a day, nights on call, procedures, and responsibility.',
  academic:
    'US readers do not know your department. Please say what a student or fellow does there, and which part of the work was my own.',
  custom: 'Not customary there: a letter to one hospital, and the applicant’s age, family, looks, or religion.',
} as const;

/** Letterhead, language and comparison notes for packets of international graduates (facts §2, §3). */
export const IMG_NOTES = {
  letterhead:
    'Letterhead with address, telephone, and e-mail: programs see only the document, its upload date, and who uploaded it.',
  confidential: 'You send the letter to the portal yourself; I never handle or see it.',
  language:
    'Please write in English. If you would rather write in another language, tell me before you begin: I will ask ECFMG and the service whether they take a certified translation, and how.',
  compareAbroad:
    'If students or house officers of yours went on to train in the United States, a comparison with them helps a US reader more than any rank.',
  observership:
    'Where I was an observer, please say so and keep to what you could see: questions, preparation, and how I spoke with patients and staff.',
  handsOn:
    'Our work was hands-on. Please say so, with my duties: readers ask whether an international graduate observed or took part.',
  strengths: 'What I bring from abroad is worth a sentence where you saw it.',
} as const;

/** What the writer checks before sending (facts §2, §8). */
export const CHECKLIST = {
  name: 'My full name is spelled as on page 1 of this packet',
  aamcId: 'My AAMC ID is on it',
  casLetterId: 'The ResidencyCAS Letter ID is in the form',
  letterhead: 'On letterhead with address, telephone, and e-mail',
  addressed: 'Addressed to “Dear Program Director,” no single program named',
  waived: 'It says that I waived my right to see the letter',
  specialty: 'It names the specialty that I apply to',
  general: 'It names no single specialty',
  signed: 'Signed by hand and dated',
  signers: 'Signed by everyone who took part',
  agreed: 'Agreed by everyone who signs',
  file: 'US Letter PDF, at most 1 MB, no password or digital signature',
  plainFile: 'One PDF without a password',
  form: 'The form is complete',
  alone: 'The form alone, nothing appended',
} as const;

/** What holds for sending a letter besides the steps of its service (facts §1.1, §1.2, §2, §4, §8). */
export const SENDING = {
  thanks: 'Nothing is left to send: the service shows your letter as uploaded. Thank you.',
  /** What can still be done about a letter that is in, by service; services without a line say nothing certain. */
  uploaded: {
    'eras-lorp': 'You may replace it with a new version in the portal; it cannot be deleted.',
    residencycas: 'A completed evaluation cannot be removed or replaced.',
  } as Readonly<Record<string, string>>,
  /** How a new version differs from a first letter, by service. */
  newVersion: {
    'eras-letter-writer-portal':
      'This is a new version of a letter of an earlier season. If you uploaded that one as a guest, you will not find it in the portal; please keep to the request of this season.',
    'eras-lorp':
      'This is a new version of a letter of an earlier season: the upload takes the place of the earlier letter, which stayed visible to you in the portal.',
    residencycas: 'This is a new request: an evaluation of an earlier season cannot be replaced.',
  } as Readonly<Record<string, string>>,
  schoolRecords:
    'If you work for my medical school: what you saw yourself you may write freely. Grades, scores, class rank, schedule, and anything else from school records need my signed consent first (FERPA). I will sign a release for whatever you wish to use; otherwise please leave them out.',
} as const;

/** How long documents take at ECFMG, the dean’s office of international graduates (facts §3 [ECFMG-FAQ]). */
export const PROCESSING = {
  businessDays: 5,
  shortLabel: 'Last upload for ECFMG',
  label: 'Last day to upload so that ECFMG is done when programs begin reviewing',
  note: 'ECFMG, which acts as my dean’s office, takes up to 5 business days to process a document.',
} as const;
