import { printDate } from '../../brief/print.js';
import type { PacketEntry } from '../../schema/manifest.js';

type Request = NonNullable<PacketEntry['request']>;

const STATUS: Readonly<Record<Request, string>> = {
  draft: 'draft',
  confirmed: 'confirmed',
  sent: 'sent',
  uploaded: 'in',
};

/** Where a request stands, in words. */
export function requestWords(request: PacketEntry['request']): string {
  return request === null ? 'not known' : STATUS[request];
}

/** What comes next for a letter, for those who help the applicant. */
export function nextStep(request: PacketEntry['request'], askBy: string | null, due: string, today: string): string {
  if (request === 'uploaded') return 'thank the writer';
  if (askBy !== null) return askBy <= today ? 'ask now' : `ask by ${printDate(askBy)}`;
  if (request === 'draft') return 'confirm the request';
  if (request === 'confirmed') return 'send the request';
  return due < today ? 'remind the writer' : 'wait, and remind in time';
}
