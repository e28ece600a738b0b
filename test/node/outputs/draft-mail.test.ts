import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { draftMail, type DraftMail } from '../../../src/node/outputs/draft-mail.js';
import { tempFolder } from '../temp-folder.js';

const PDF = Uint8Array.from({ length: 10_000 }, (_, index) => (index * 37) % 256);
const NAMES = ['Nguyễn Bảo Trâm', 'محمد العربي', '陈小明, "Zoë" O’Neil', `${'Иван '.repeat(20)}Петров`, 'Plain Name'];

function mailOf(name: string): DraftMail {
  return {
    from: { name, address: 'from@example.org' },
    to: { name: `Dr. ${name}`, address: 'to@example.org' },
    subject: `A letter for ${name}, ${'with a subject that goes on and on '.repeat(5)}to its end`,
    text: `Dear ${name},\n\n${'a line without any end, '.repeat(80)}\nFrom here\n.\n.dot\n\n-- \n${name}`,
    date: '2026-07-06',
    id: name,
    attachment: { name: `Briefing-${name.replaceAll('"', '')}.pdf`, pdf: PDF },
  };
}

/** Reads a file with Python's `email` package, strictly: what is against the standards is an error. */
const READ = `
import email, email.header, email.policy, json, sys
strict = email.policy.strict.clone(linesep='\\r\\n')
message = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=strict)
part, = [own for own in message.walk() if own.get_filename()]
# Python before 3.13 leaves the spaces between encoded words in names (not in subjects), so names are decoded by hand.
raw = dict(email.message_from_binary_file(open(sys.argv[1], 'rb')).items())
sender = str(email.header.make_header(email.header.decode_header(raw['From'].replace('\\r\\n', ''))))
print(json.dumps({
  'defects': [str(defect) for own in message.walk() for defect in own.defects],
  'unsent': message['X-Unsent'], 'date': message['Date'].datetime.isoformat(),
  'addresses': [message[name].addresses[0].addr_spec for name in ('From', 'To')],
  'subject': message['Subject'], 'from': sender,
  'text': message.get_body(('plain',)).get_content(), 'file': part.get_filename(),
  'type': part.get_content_type(), 'bytes': list(part.get_content()[:300]), 'length': len(part.get_content()),
}))
`;
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('draftMail', () => {
  it.each(NAMES)('of "%s" is a draft that a parser reads as it was meant', async (name) => {
    const mail = mailOf(name);
    const read = await PostalMime.parse(await draftMail(mail));
    expect(read.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(read.from).toMatchObject(mail.from);
    expect(read.to).toEqual([expect.objectContaining(mail.to)]);
    expect(read.subject).toBe(mail.subject);
    expect(read.text?.trimEnd()).toBe(mail.text);
    expect(read.date).toBe('2026-07-06T12:00:00.000Z');
    const [attachment, ...more] = read.attachments;
    expect(more).toEqual([]);
    expect(attachment).toMatchObject({ filename: mail.attachment?.name, mimeType: 'application/pdf', disposition: 'attachment' }); // prettier-ignore
    expect(new Uint8Array(attachment?.content as ArrayBuffer)).toEqual(PDF);
  });

  it.each(NAMES)('of "%s" keeps to what the oldest programs can read', async (name) => {
    const raw = Buffer.from(await draftMail(mailOf(name))).toString('latin1');
    // RFC 5322, 2.1 and 2.3: CRLF and nothing else; seven bits, for whoever sends it on; RFC 2045, 6.7 and 6.8: 76 a line.
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u0080-\u00ff\u0000]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(raw.endsWith('\r\n')).toBe(true);
    const [head = ''] = raw.split('\r\n\r\n', 1);
    const fields = head.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n').map((field) => field.split(':', 1)[0]); // prettier-ignore
    expect(new Set(fields)).toEqual(
      new Set(['X-Unsent', 'From', 'To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type']),
    );
    expect(fields).toHaveLength(8); // prettier-ignore
    const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? 'none';
    expect(raw.split(`--${boundary}`).map((part) => part.trimStart().split(/[;\r]/, 1)[0])).toEqual([
      'X-Unsent: 1',
      'Content-Type: text/plain',
      'Content-Type: application/pdf',
      '--',
    ]);
  });

  it.skipIf(!hasPython)('is read alike by a second parser, which finds nothing against the standards', async () => {
    const folder = tempFolder();
    for (const [index, name] of NAMES.entries()) {
      const mail = mailOf(name);
      const file = path.join(folder, `${index}.eml`);
      writeFileSync(file, await draftMail(mail));
      const ran = spawnSync('python3', ['-c', READ, file], { encoding: 'utf8' });
      expect(ran.stderr).toBe('');
      const read = JSON.parse(ran.stdout) as Record<string, unknown>;
      expect(read).toMatchObject({
        ...{ defects: [], unsent: '1', date: '2026-07-06T12:00:00+00:00', type: 'application/pdf', length: PDF.length },
        ...{ addresses: ['from@example.org', 'to@example.org'], subject: mail.subject, file: mail.attachment?.name },
        bytes: [...PDF.slice(0, 300)],
      });
      expect(String(read['text']).trimEnd()).toBe(mail.text);
      expect(String(read['from']).replaceAll(/\\(.)/g, '$1')).toContain(name);
    }
  });
});
