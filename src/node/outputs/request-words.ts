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
export function nextStep(
  { request, askBy, remindOn, due }: Pick<PacketEntry, 'request' | 'askBy' | 'remindOn' | 'due'>,
  today: string,
): string {
  if (request === 'uploaded') return 'thank the writer';
  if (askBy !== null) return askBy <= today ? 'ask now' : `ask by ${printDate(askBy)}`;
  if (request === 'draft') return 'confirm the request';
  if (request === 'confirmed') return 'send the request';
  if (due < today) return 'remind the writer';
  if (remindOn === null) return 'see whether it is in';
  return remindOn <= today ? 'remind the writer today' : `wait, remind on ${printDate(remindOn)}`;
}
