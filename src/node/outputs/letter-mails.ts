import { briefWriter } from '../../brief/index.js';
import type { LetterPlan, PlannedLetter } from '../../plan/index.js';
import type { Application } from '../../schema/application.js';
import type { MailData } from '../../schema/output-texts.js';
import { composeTitled } from '../../template/text-templates.js';
import { outputName } from '../output-name.js';
import type { DraftMail } from './draft-mail.js';
import type { OutputTexts } from './output-texts.js';

type Kind = MailData['mail']['kind'];

/** What can still be written to the writer, by where the request stands. */
const KINDS: Readonly<Record<'draft' | 'confirmed' | 'sent' | 'uploaded', readonly Kind[]>> = {
  draft: ['request', 'reminder', 'thanks'],
  confirmed: ['request', 'reminder', 'thanks'],
  sent: ['reminder', 'thanks'],
  uploaded: ['thanks'],
};

/** The packet of a letter that is ready. */
export interface ReadyPacket {
  readonly pages: number;
  readonly pdf: Uint8Array;
}

/** A draft e-mail of a letter. */
export interface LetterMail {
  readonly kind: Kind;
  readonly mail: DraftMail;
}

/**
 * The draft e-mails of one letter, as its status asks for them: nothing in them but what its writer may see. Without a
 * packet that is ready there is neither request nor reminder, since both carry it.
 */
export function letterMails(
  application: Application,
  plan: LetterPlan,
  planned: PlannedLetter,
  packet: ReadyPacket | null,
  { texts }: OutputTexts,
): LetterMail[] {
  const brief = briefWriter(application, plan, planned);
  const { applicant, writer } = brief;
  const name = `Briefing-${outputName(applicant.name, 'packet')}.pdf`;
  const { id, request } = planned.letter;
  return KINDS[request.status].flatMap((kind): LetterMail[] => {
    const attached = kind === 'thanks' ? null : packet;
    if (kind !== 'thanks' && !packet) return [];
    const data = { ...brief, mail: { kind, attachment: attached ? name : null, pages: attached?.pages ?? 0 } };
    const { title, body } = composeTitled(texts[kind], data);
    const mail: DraftMail = {
      from: { name: applicant.name, address: applicant.email },
      to: writer.email === null ? null : { name: writer.name, address: writer.email },
      subject: title.replace(/^Subject:\s*/i, ''),
      text: paragraphs(body),
      date: plan.today,
      id: JSON.stringify([application.applicant.id, id, kind]),
      attachment: attached ? { name, pdf: attached.pdf } : null,
    };
    return [{ kind, mail }];
  });
}

/** At most one empty line between paragraphs, whatever parts of the template said nothing; spaces that break. */
function paragraphs(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
