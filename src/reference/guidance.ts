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
    'This letter may speak about both sides: work with patients, and curiosity, evidence and teaching.',
    'Where you saw only one of the two, please stay with that one.',
  ],
  specialty: 'It is for one specialty: programs look for signs that I know what the work is like and am suited to it.',
  general:
    'It is a general letter that goes to more than one specialty: please name no single specialty, and speak about what carries over.',
  crossSpecialty:
    'You practice another specialty than the one I apply to, and that is welcome: a colleague from outside shows how I work with patients and teams anywhere. Please do say which specialty I apply to.',
  personal:
    'It is a personal letter: integrity, work habits and how I treat people. It stands beside the letters of supervisors and does not replace them.',
  chair:
    'It is the department chair letter that some programs ask for. It may rest on the record and on what your faculty report, and need not come from daily work together.',
  newVersion:
    'It updates a letter that you wrote in an earlier season. What is new since then is in the record and the shared work.',
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
    'You saw how I work on a question over months: design, data, setbacks, writing. Please name my own part in the work.',
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
    'Whether I am safe and effective from the first day on a US team: communication, documentation, orders, handoffs.',
    'How I compare with US students or interns whom you supervised at the same level.',
    'How I took to a system that was new to me, and how quickly.',
  ],
  foreign: [
    'US readers do not know your wards. Please say what a student or house officer does there: patients a day, nights, procedures, responsibility.',
    'US letters are concrete and comparative. “The best of the 40 house officers of her year on our ward” tells more than praise.',
    'They look for examples that were seen, the level of independence, work in a team, and room to grow, stated openly.',
  ],
} as const;

/** Letterhead, language and comparison notes for packets of international graduates (facts §2, §3). */
export const IMG_NOTES = {
  letterhead:
    'Letterhead with address, telephone and e-mail matters more than usual: programs see only the document itself, the upload date and who uploaded it.',
  confidential: 'The letter goes to the portal directly from you. I never handle it, and I will not see it.',
  language:
    'Please write in English. If that is not possible, attach a certified translation; I will ask the service what else it needs.',
  compare:
    'If you have worked with US trainees, a sentence that compares me with them is the one that readers look for.',
  observership:
    'Where I was an observer, please say so and keep to what you could see: questions, preparation, how I spoke with patients and staff.',
} as const;

/** What the writer checks before sending (facts §2, §8). */
export const CHECKLIST = {
  all: [
    'My full name is spelled as on page 1 of this packet',
    'On letterhead with address, telephone and e-mail',
    'Addressed to “Dear Program Director”, no single program named',
  ],
  aamcId: 'My AAMC ID is on it',
  waived: 'It says that I waived my right to see the letter',
  specialty: 'It names the specialty that I apply to',
  general: 'It names no single specialty',
  signed: 'Signed by hand and dated',
  signers: 'Signed by everyone who took part',
  file: 'One PDF, US Letter size, at most 1 MB, no password or digital signature',
  form: 'The form is complete',
} as const;
