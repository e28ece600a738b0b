import { CHECKED_ON } from './checked-on.js';
import type { LeadTime, Reminder } from './types.js';

/** How long before the target date a writer is asked (facts §6). */
export const LEAD_TIMES: readonly LeadTime[] = [
  {
    id: 'best',
    label: 'Plan to ask about three months before the date',
    days: 91,
    sources: ['SEED'],
    confidence: 'medium',
    checkedOn: CHECKED_ON,
  },
  {
    id: 'usual',
    label: 'Advising offices name six to eight weeks',
    days: 42,
    sources: ['CSU'],
    confidence: 'medium',
    checkedOn: CHECKED_ON,
  },
  {
    id: 'shortest',
    label: 'At least a month',
    days: 30,
    sources: ['AAFP', 'CAMPBELL'],
    confidence: 'high',
    checkedOn: CHECKED_ON,
  },
];

/** When the applicant reminds a writer whose letter is not in, first to last (facts §6). */
export const REMINDERS: readonly Reminder[] = [
  {
    id: 'first',
    label: 'First short reminder, three weeks before the date',
    daysBefore: 21,
    sources: ['SLIDEUM'],
    confidence: 'medium',
    checkedOn: CHECKED_ON,
  },
  {
    id: 'second',
    label: 'Second reminder, one week before the date',
    daysBefore: 7,
    sources: ['INSIDE'],
    confidence: 'medium',
    checkedOn: CHECKED_ON,
  },
  {
    id: 'last',
    label: 'Last reminder, two days before the date',
    daysBefore: 2,
    sources: ['lor-packet'],
    confidence: 'low',
    checkedOn: CHECKED_ON,
  },
];
