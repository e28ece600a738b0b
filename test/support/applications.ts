import type { ApplicationInput } from '../../src/schema/application.js';

/**
 * The smallest application that is valid as it stands: one specialty, one letter, no optional part. Each call gives
 * a new object, so that a test may change it.
 */
export function minimalApplication(): ApplicationInput {
  return {
    season: 2027,
    applicant: { id: 'linh-tran', name: { given: 'Linh', family: 'Tran' }, email: 'linh.tran@example.org' },
    cv: { medicalEducation: [{ institution: 'Hanoi Medical University', degree: 'MD', end: '2025-06' }] },
    specialties: [{ id: 'internal-medicine', goals: 'I want to become a general internist who teaches on the wards.' }],
    letters: [
      {
        id: 'rivera',
        specialty: 'internal-medicine',
        writer: {
          name: { given: 'Elena', family: 'Rivera' },
          role: 'attending',
          institution: 'Lakeside Hospital',
          email: 'elena.rivera@example.org',
        },
        relationship: { summary: 'Attending on my inpatient sub-internship.' },
        whyYou: 'You saw me care for patients every day for four weeks.',
        request: { waived: true, targetDate: '2026-09-15' },
      },
    ],
  };
}

/** {@link minimalApplication} as an applicant would write it in a file. */
export const minimalYaml = `season: 2027
applicant:
  id: linh-tran
  name:
    given: Linh
    family: Tran
  email: linh.tran@example.org
cv:
  medicalEducation:
    - institution: Hanoi Medical University
      degree: MD
      end: 2025-06
specialties:
  - id: internal-medicine
    goals: I want to become a general internist who teaches on the wards.
letters:
  - id: rivera
    specialty: internal-medicine
    writer:
      name:
        given: Elena
        family: Rivera
      role: attending
      institution: Lakeside Hospital
      email: elena.rivera@example.org
    relationship:
      summary: Attending on my inpatient sub-internship.
    whyYou: You saw me care for patients every day for four weeks.
    request:
      waived: true
      targetDate: 2026-09-15
`;
