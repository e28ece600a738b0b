import type { Season, SeasonEvent } from './types.js';

function event(
  id: SeasonEvent['id'],
  label: string,
  date: string,
  certainty: 'confirmed' | 'expected',
  confidence: SeasonEvent['confidence'],
  ...sources: string[]
): SeasonEvent {
  return { id, label, date, expected: certainty === 'expected', confidence, sources };
}

/** Dates of the ERAS seasons (facts §6). A projection follows the weekday rule of 2025 and is marked expected. */
export const SEASONS: readonly Season[] = [
  {
    year: 2026,
    label: 'ERAS 2026',
    events: [
      event('season-opens', 'ERAS season opens', '2025-06-04', 'confirmed', 'high', 'AAMC-TL26'),
      event('applicants-submit', 'Applicants may submit applications', '2025-09-03', 'confirmed', 'high', 'AAMC-TL26'),
      event('match-registration', 'Registration for the Match opens', '2025-09-15', 'confirmed', 'high', 'NRMP26'),
      event('review-begins', 'Programs begin reviewing applications', '2025-09-24', 'confirmed', 'high', 'AAMC-TL26'),
      event('match-day', 'Match Day', '2026-03-20', 'confirmed', 'high', 'PRN26'),
      event('season-ends', 'ERAS season ends', '2026-05-31', 'confirmed', 'high', 'AAMC-TL26'),
    ],
  },
  {
    year: 2027,
    label: 'ERAS 2027',
    events: [
      event(
        'portal-opens',
        'AAMC Letter Writer Portal replaces the earlier portal',
        '2026-06-01',
        'confirmed',
        'high',
        'AAMC-FAQ27',
      ),
      event('season-opens', 'ERAS season opens', '2026-06-03', 'confirmed', 'medium', 'QUANTA'),
      event(
        'applicants-submit',
        'Applicants may submit applications',
        '2026-09-02',
        'expected',
        'medium',
        'MEDEDITS-TL',
      ),
      event('match-registration', 'Registration for the Match opens', '2026-09-15', 'expected', 'medium', 'NRMP26'),
      event(
        'review-begins',
        'Programs begin reviewing applications',
        '2026-09-23',
        'expected',
        'medium',
        'MEDEDITS-TL',
      ),
      event('rank-lists', 'Rank order lists are certified', '2027-03', 'expected', 'medium', 'QUANTA'),
      event('match-day', 'Match Day', '2027-03-19', 'expected', 'medium', 'AAFP-STROLL'),
      event('season-ends', 'ERAS season ends', '2027-05-31', 'expected', 'medium', 'AAMC-TL26'),
    ],
  },
  {
    year: 2028,
    label: 'ERAS 2028',
    events: [
      event('season-opens', 'ERAS season opens', '2027-06-02', 'expected', 'low', 'AAMC-TL26'),
      event('applicants-submit', 'Applicants may submit applications', '2027-09-01', 'expected', 'low', 'AAMC-TL26'),
      event('match-registration', 'Registration for the Match opens', '2027-09-15', 'expected', 'low', 'NRMP26'),
      event('review-begins', 'Programs begin reviewing applications', '2027-09-22', 'expected', 'low', 'AAMC-TL26'),
      event('rank-lists', 'Rank order lists are certified', '2028-03', 'expected', 'low', 'QUANTA'),
      event('match-day', 'Match Day', '2028-03-17', 'expected', 'low', 'AAFP-STROLL'),
      event('season-ends', 'ERAS season ends', '2028-05-31', 'expected', 'low', 'AAMC-TL26'),
    ],
  },
];

/** The season of that year, or null when the table does not have it. */
export function findSeason(year: number): Season | null {
  return SEASONS.find((season) => season.year === year) ?? null;
}
