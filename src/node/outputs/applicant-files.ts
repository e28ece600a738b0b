import { planLetters } from '../../plan/index.js';
import type { Application } from '../../schema/application.js';
import type { AdviceEntry, OutputKind } from '../../schema/manifest.js';
import { letterMails, type ReadyPacket } from './letter-mails.js';
import type { OutputTexts } from './output-texts.js';
import { planPage } from './plan-page.js';
import { remindersCalendar } from './reminders-calendar.js';
import { PAGE_MARK } from './write-index.js';

/** A file for an applicant besides packets. */
export interface ApplicantFile {
  readonly kind: OutputKind;
  /** Id of the letter that it is about. */
  readonly letter?: string;
  /** Name in the applicant's folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the files of an applicant are made from. */
export interface ApplicantFileSources {
  readonly application: Application;
  /** Day of issue, YYYY-MM-DD. */
  readonly today: string;
  readonly advice: readonly AdviceEntry[];
  /** Names of the packets without `.pdf`, by letter. */
  readonly names: ReadonlyMap<string, string>;
  /** Letters with a packet that is ready. */
  readonly ready: ReadonlySet<string>;
  /** Reads such a packet; null when it is not what was written. */
  readonly packetOf: (letterId: string) => Promise<ReadyPacket | null>;
  readonly wanted: ReadonlySet<'plans' | 'reminders' | 'mail'>;
  readonly texts: OutputTexts;
}

/** Makes the files of one applicant one after the other: e-mails carry whole packets. */
export async function* applicantFiles(sources: ApplicantFileSources): AsyncGenerator<ApplicantFile> {
  const { application, today, advice, names, ready, packetOf, wanted, texts } = sources;
  const plan = planLetters(application, { today });
  const nameOf = (letterId: string): string => names.get(letterId) ?? letterId;
  const calendar = 'reminders.ics';
  if (wanted.has('plans')) {
    const packets = new Map([...ready].map((id) => [id, `${nameOf(id)}.pdf`]));
    const page = planPage(application, plan, { advice, packets, reminders: wanted.has('reminders') ? calendar : null }, texts); // prettier-ignore
    yield { kind: 'plan', name: 'plan.html', bytes: Buffer.from(`${page.trimEnd()}\n${PAGE_MARK}\n`) };
  }
  if (wanted.has('reminders')) {
    yield { kind: 'reminders', name: calendar, bytes: Buffer.from(remindersCalendar(application, plan, texts)) };
  }
  if (!wanted.has('mail')) return;
  const { draftMail, mailText } = await import('./draft-mail.js');
  for (const planned of plan.letters) {
    const { id } = planned.letter;
    const packet = planned.letter.request.status === 'uploaded' || !ready.has(id) ? null : await packetOf(id);
    for (const { kind, mail } of letterMails(application, plan, planned, packet, texts)) {
      const name = `${nameOf(id)}.${kind}`;
      yield { kind, letter: id, name: `${name}.eml`, bytes: await draftMail(mail) };
      yield { kind, letter: id, name: `${name}.txt`, bytes: Buffer.from(mailText(mail)) };
    }
  }
}
