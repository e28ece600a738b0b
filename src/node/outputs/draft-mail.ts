import MailComposer from 'nodemailer/lib/mail-composer';
import { sha256 } from '../batch/hash.js';

/** An e-mail that its sender still reads over. */
export interface DraftMail {
  readonly from: { readonly name: string; readonly address: string };
  /** Null where no address is known: the sender fills it in. */
  readonly to: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  readonly text: string;
  /** Day of issue, YYYY-MM-DD. */
  readonly date: string;
  /** Tells this e-mail from every other; the same again for the same one. */
  readonly id: string;
  readonly attachment: { readonly name: string; readonly pdf: Uint8Array } | null;
}

/**
 * An e-mail as a file that mail programs open as a draft (`X-Unsent`). The same e-mail is the same file: boundaries and
 * the message id come from its content.
 */
export async function draftMail(mail: DraftMail): Promise<Uint8Array> {
  const { from, to, subject, text, date, attachment } = mail;
  const mark = sha256(JSON.stringify([mail.id, date, subject, text])).slice(0, 32);
  const composer = new MailComposer({
    from,
    ...(to ? { to } : {}),
    subject,
    text,
    date: new Date(`${date}T12:00:00Z`),
    messageId: `<${mark}@lor-packet.invalid>`,
    headers: { 'X-Unsent': '1' },
    attachments: attachment
      ? [{ filename: attachment.name, content: Buffer.from(attachment.pdf), contentType: 'application/pdf' }]
      : [],
    baseBoundary: mark,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The same as text, to be copied into any program. */
export function mailText({ from, to, subject, text, attachment }: DraftMail): string {
  const head = [
    `To: ${to ? oneLine(`${to.name} <${to.address}>`) : ''}`.trim(),
    `From: ${oneLine(`${from.name} <${from.address}>`)}`,
    `Subject: ${subject}`,
    ...(attachment ? [`Attach: ${attachment.name}`] : []),
  ];
  return `${head.join('\n')}\n\n${text}\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
