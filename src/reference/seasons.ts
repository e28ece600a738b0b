import { CHECKED_ON } from './checked-on.js';
import type { Season, SeasonEvent, SeasonEventId } from './types.js';

const LABELS: Readonly<Record<SeasonEventId, string>> = {
  'portal-opens': 'AAMC Letter Writer Portal replaces the earlier portal',
  'season-opens': 'ERAS season opens; letters can be requested',
  'applicants-submit': 'Applicants may submit applications',
  'match-registration': 'Registration for the Match opens',
  'review-begins': 'Programs begin reviewing applications',
  'early-match': 'Results of the early matches',
  'rank-lists': 'Rank order lists are certified',
  'match-day': 'Match Day',
  'season-ends': 'ERAS season ends',
};

type Row = readonly [id: SeasonEventId, date: string, confidence: SeasonEvent['confidence'], source: string];

/** A date that a source gives. */
function confirmed(...[id, date, confidence, source]: Row): SeasonEvent {
  return { id, label: LABELS[id], date, expected: false, sources: [source], confidence, checkedOn: CHECKED_ON };
}

/** A date that follows the pattern of earlier seasons. */
function expected(...row: Row): SeasonEvent {
  return { ...confirmed(...row), expected: true };
}

function cas(event: SeasonEvent, label: string): SeasonEvent {
  return { ...event, label };
}

/**
 * Dates of the seasons (facts §6). A projection follows the weekday rule of 2025 and is marked expected; what no source
 * gives, such as the dates of ResidencyCAS after 2025-26, is left out.
 */
export const SEASONS: readonly Season[] = [
  {
    id: 'eras-2026',
    application: 'ERAS',
    year: 2026,
    label: 'ERAS 2026',
    events: [
      confirmed('season-opens', '2025-06-04', 'high', 'AAMC-TL26'),
      confirmed('applicants-submit', '2025-09-03', 'high', 'AAMC-TL26'),
      confirmed('match-registration', '2025-09-15', 'high', 'NRMP26'),
      confirmed('review-begins', '2025-09-24', 'high', 'AAMC-TL26'),
      expected('early-match', '2026-02', 'medium', 'THEDO'),
      expected('rank-lists', '2026-03', 'medium', 'QUANTA'),
      confirmed('match-day', '2026-03-20', 'high', 'PRN26'),
      confirmed('season-ends', '2026-05-31', 'high', 'AAMC-TL26'),
    ],
  },
  {
    id: 'eras-2027',
    application: 'ERAS',
    year: 2027,
    label: 'ERAS 2027',
    events: [
      confirmed('portal-opens', '2026-06-01', 'high', 'AAMC-FAQ27'),
      confirmed('season-opens', '2026-06-03', 'medium', 'QUANTA'),
      expected('applicants-submit', '2026-09-02', 'medium', 'MEDEDITS-TL'),
      expected('match-registration', '2026-09-15', 'medium', 'NRMP26'),
      expected('review-begins', '2026-09-23', 'medium', 'MEDEDITS-TL'),
      expected('early-match', '2027-02', 'medium', 'THEDO'),
      expected('rank-lists', '2027-03', 'medium', 'QUANTA'),
      expected('match-day', '2027-03-19', 'medium', 'AAFP-STROLL'),
      expected('season-ends', '2027-05-31', 'medium', 'AAMC-TL26'),
    ],
  },
  {
    id: 'eras-2028',
    application: 'ERAS',
    year: 2028,
    label: 'ERAS 2028',
    events: [
      expected('season-opens', '2027-06-02', 'low', 'AAMC-TL26'),
      expected('applicants-submit', '2027-09-01', 'low', 'AAMC-TL26'),
      expected('match-registration', '2027-09-15', 'low', 'NRMP26'),
      expected('review-begins', '2027-09-22', 'low', 'AAMC-TL26'),
      expected('early-match', '2028-02', 'low', 'THEDO'),
      expected('rank-lists', '2028-03', 'low', 'QUANTA'),
      expected('match-day', '2028-03-17', 'low', 'AAFP-STROLL'),
      expected('season-ends', '2028-05-31', 'low', 'AAMC-TL26'),
    ],
  },
  {
    id: 'residencycas-2026',
    application: 'ResidencyCAS',
    year: 2026,
    label: 'ResidencyCAS 2026',
    events: [
      cas(confirmed('season-opens', '2025-06-04', 'high', 'SAEM'), 'ResidencyCAS opens'),
      confirmed('applicants-submit', '2025-09-03', 'high', 'SAEM'),
      confirmed('match-registration', '2025-09-15', 'high', 'NRMP26'),
      cas(confirmed('review-begins', '2025-10-01', 'high', 'SAEM'), 'Applications are released to programs'),
      expected('rank-lists', '2026-03', 'medium', 'QUANTA'),
      confirmed('match-day', '2026-03-20', 'high', 'PRN26'),
    ],
  },
  {
    id: 'residencycas-2027',
    application: 'ResidencyCAS',
    year: 2027,
    label: 'ResidencyCAS 2027',
    events: [
      expected('match-registration', '2026-09-15', 'medium', 'NRMP26'),
      expected('rank-lists', '2027-03', 'medium', 'QUANTA'),
      expected('match-day', '2027-03-19', 'medium', 'AAFP-STROLL'),
    ],
  },
  {
    id: 'residencycas-2028',
    application: 'ResidencyCAS',
    year: 2028,
    label: 'ResidencyCAS 2028',
    events: [
      expected('match-registration', '2027-09-15', 'low', 'NRMP26'),
      expected('rank-lists', '2028-03', 'low', 'QUANTA'),
      expected('match-day', '2028-03-17', 'low', 'AAFP-STROLL'),
    ],
  },
  ...[2026, 2027, 2028].map((year): Season => ({
    id: `sf-match-${year}`,
    application: 'SF Match',
    year,
    label: `SF Match ${year}`,
    events: [expected('early-match', `${year}-02`, year === 2028 ? 'low' : 'medium', 'THEDO')],
  })),
];
