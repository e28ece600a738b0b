import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { possibleIdentifiers } from '../../../src/plan/findings/patient-identifiers.js';

const kinds = (text: string, isCase = true): string[] =>
  possibleIdentifiers(text, { isCase, known: ['Rivera', 'Peter'] }).map(({ kind }) => kind);

describe('possibleIdentifiers', () => {
  it.each([
    ['Mrs. Alvarez went home.', 'a name'],
    ['I sat with Mr Nguyễn for an hour.', 'a name'],
    ['A patient named Maria asked for water.', 'a name'],
    ['The patient, Josephine, asked for water.', 'a name'],
    ['Patient J.D. was admitted.', 'initials'],
    ['J.D., a 45-year-old man, was admitted.', 'initials'],
    ['JD was a 45-year-old man.', 'initials'],
    ['I met Mr. K that night.', 'initials'],
    ['His MRN 0048291 was on the list.', 'a record number'],
    ['medical record number: AB-12345', 'a record number'],
    ['The wristband read 48291774.', 'a record number'],
    ['She was admitted on March 14, 2026.', 'an exact date'],
    ['She was admitted on 14 March.', 'an exact date'],
    ['She was admitted on 3/14/2026.', 'an exact date'],
    ['She was admitted on 2026-03-14.', 'an exact date'],
    ['A 93-year-old woman.', 'an age over 89'],
    ['She was 101 years old.', 'an age over 89'],
    ['A man aged 92 fell.', 'an age over 89'],
    ['A ninety-one-year-old man.', 'an age over 89'],
    ['92 yo M with chest pain', 'an age over 89'],
    ['Her daughter is at (419) 555-0134.', 'a telephone number'],
    ['The man in Room 412 called.', 'a room or bed'],
    ['The man in bed 12 called.', 'a room or bed'],
    ['Her daughter wrote from ann.lee@example.org.', 'an e-mail address'],
  ])('finds %j', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it.each([
    'An ESBL-producing E. coli, resistant to cefpodoxime, and S. aureus in one of two bottles.',
    'We wrote 340B prescriptions and gave 1,186 patients a form.',
    'On day 4 a basic metabolic panel was drawn; the pulse pressure was 20 mmHg.',
    'The share below 140/90 rose from 34 to 61 percent.',
    'A limit of 8 mmol/L for the first 24 hours; urine output of 300 mL an hour.',
    'In March 2026 I presented the project; by April 2025, 412 people were enrolled.',
    'An 89-year-old woman and a man in his eighties on a 24-bed ward.',
    'Dr. Rivera asked, and Mr. Peter at the front desk answered.',
    'I told the patient Monday would be better, in the patient Portal.',
    'U.S. training, an M.D. and a Ph.D. in the room, C. difficile in the next.',
    'Platelets of 450,000 and a viral load of 1200000 copies.',
    'The blood pressure was 90 at the wrist and 92 after fluid.',
    'It opened at 5 p.m., and the bed was ready 2 hours later.',
    'She moved to bed 3 days later than planned.',
    'Patients of 90 or older were not studied; aged 90 or older, nobody was.',
    'Step 2 of the protocol, with 4/5 strength and a ratio of 1.27.',
    'The scan at 2.5.1 of the handbook.',
    'May 2024 was quiet, and in 10 of 12 weeks nobody waited.',
  ])('finds nothing in %j', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('leaves dates, numbers and rooms alone where the text is about the applicant', () => {
    expect(kinds('On June 26 I gave consent in room 12; the form is 48291774.', false)).toEqual([]);
    expect(kinds('Mrs. Alvarez was 93 years old.', false)).toEqual(['a name', 'an age over 89']);
  });

  it('says where the identifier stands', () => {
    const [found] = possibleIdentifiers('Then Mrs. Alvarez slept.', { isCase: true });
    expect(found).toMatchObject({ text: 'Mrs. Alvarez', offset: 5 });
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.boolean(), (text, isCase) => {
        for (const { offset, text: found } of possibleIdentifiers(text, { isCase })) {
          expect(text.slice(offset, offset + found.length)).toBe(found);
        }
      }),
      { numRuns: 300 },
    );
  });
});
