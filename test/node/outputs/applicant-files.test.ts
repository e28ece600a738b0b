import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { BatchOutput } from '../../../src/node/batch/index.js';
import { built, filesIn, yamlOf } from '../batch/batch-folder.js';
import { extractText, hasPoppler } from '../../pdf/support/pdf-tools.js';
import { tempFolder } from '../temp-folder.js';
import { textInStreams } from './text-in-streams.js';

const ALL: readonly BatchOutput[] = ['index', 'plans', 'reminders', 'mail'];
/** Names that would break out of a header, a calendar or a page if they could. */
const NASTY = 'O\u2019Neil, "Zo\u00eb" \u9648; <b>\\n&';

/** An applicant whose words all carry a mark of their own. */
function marked(id: string, family: string, status = 'draft'): string {
  return yamlOf(id, ['rivera'])
    .replace('family: Tran', `family: ${JSON.stringify(family)}`)
    .replace('email: linh.tran@example.org', `email: ${id}@example.org`)
    .replace('targetDate: 2026-09-15', `targetDate: 2026-09-15\n      status: ${status}`);
}

const home = (): string =>
  tempFolder({
    'ada/application.yaml': marked('ada', `${NASTY} MARKADA`),
    'ben/application.yaml': marked('ben', 'MARKBEN', 'uploaded'),
    'chi/application.yaml': marked('chi', 'MARKCHI', 'sent'),
  });

const parse = (outDir: string, name: string) => PostalMime.parse(readFileSync(path.join(outDir, name)));

describe('plans, reminders and mail', () => {
  it('are written only when asked for, as the status of each letter has it, and the same again', async () => {
    const folder = home();
    const outDir = tempFolder();
    await built(folder, { outDir });
    expect([...filesIn(outDir).keys()].filter((name) => /plan|ics|eml/.test(name))).toEqual([]);
    await built(folder, { outDir, outputs: ALL });
    const first = filesIn(outDir);
    const names = [...first.keys()].filter((name) => /\.(?:eml|html|ics|txt)$/.test(name));
    expect(names).toEqual([
      ...['reminder.eml', 'reminder.txt', 'request.eml', 'request.txt', 'thanks.eml', 'thanks.txt']
        .map((name) => `ada/rivera.${name}`)
        .reduce<string[]>((all, name) => [...all, name], ['ada/plan.html', 'ada/reminders.ics']),
      ...['plan.html', 'reminders.ics', 'rivera.thanks.eml', 'rivera.thanks.txt'].map((name) => `ben/${name}`),
      ...['plan.html', 'reminders.ics', 'rivera.reminder.eml', 'rivera.reminder.txt'].map((name) => `chi/${name}`),
      ...['rivera.thanks.eml', 'rivera.thanks.txt'].map((name) => `chi/${name}`),
      'index.html',
    ]);
    // What is gone or was changed is written again; nothing else, and the same bytes.
    rmSync(path.join(outDir, 'ada/plan.html'));
    writeFileSync(path.join(outDir, 'chi/reminders.ics'), 'changed');
    const again = await built(folder, { outDir, outputs: ALL });
    expect(again.summary).toMatchObject({ made: 0, unchanged: 3 });
    expect(filesIn(outDir)).toEqual(first);
    const elsewhere = tempFolder();
    await built(folder, { outDir: elsewhere, outputs: ALL });
    for (const name of names.filter((file) => file !== 'index.html')) {
      expect(readFileSync(path.join(elsewhere, name)), name).toEqual(first.get(name));
    }
  });

  it('leave nothing behind of a letter that is gone or in', async () => {
    const folder = home();
    const outDir = tempFolder();
    await built(folder, { outDir, outputs: ALL });
    writeFileSync(path.join(folder, 'ada/application.yaml'), marked('ada', 'MARKADA', 'uploaded'));
    const run = await built(folder, { outDir, outputs: ALL, prune: true });
    expect(run.summary.removed).toBe(4);
    expect([...filesIn(path.join(outDir, 'ada')).keys()]).toEqual([
      ...['plan.html', 'reminders.ics', 'rivera.pdf', 'rivera.thanks.eml', 'rivera.thanks.txt'],
    ]);
  });

  it.skipIf(!hasPoppler)('hold nothing of another applicant (skipped without poppler)', async () => {
    const outDir = tempFolder();
    await built(home(), { outDir, outputs: ALL });
    let checked = 0;
    let inside = 0;
    for (const [name, bytes] of filesIn(outDir)) {
      const [owner, file] = name.split(path.sep);
      if (file === undefined) continue;
      const mail = name.endsWith('.eml') ? await parse(outDir, name) : null;
      // Of a PDF what it says, what it carries in its streams, and what an attached copy of it does.
      const pdfs = name.endsWith('.pdf') ? [bytes] : (mail?.attachments ?? []).map(({ content }) => Buffer.from(content as ArrayBuffer)); // prettier-ignore
      const inPdfs = pdfs.map((pdf) => extractText(pdf, '-layout') + textInStreams(pdf)).join('\n');
      const plain = mail ? JSON.stringify([mail.text, mail.headers]) : bytes.toString('utf8').replaceAll('\r\n ', '');
      const text = plain + inPdfs;
      if (pdfs.length > 0) {
        expect(extractText(pdfs[0]!).toLowerCase(), name).toContain(`mark${owner}`);
        // The search of streams finds what is there: the title in the information of the file names its owner.
        expect(textInStreams(pdfs[0]!).toLowerCase(), name).toContain(`mark${owner}`);
        inside += 1;
      }
      for (const other of ['ada', 'ben', 'chi'].filter((id) => id !== owner)) {
        expect(text.toLowerCase(), name).not.toContain(`mark${other}`);
        expect(text, name).not.toContain(`${other}@example.org`);
        checked += 1;
      }
      expect(text.toLowerCase(), name).toContain(`mark${owner}`);
    }
    expect(checked).toBeGreaterThan(30);
    // Three packets, and copies of them in a request and two reminders.
    expect(inside).toBe(6);
  });
});

describe('draft e-mails', () => {
  it('open as drafts with the packet, and with names as they are', async () => {
    const outDir = tempFolder();
    await built(home(), { outDir, outputs: ['mail'] });
    const mail = await parse(outDir, 'ada/rivera.request.eml');
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(mail.from).toMatchObject({ address: 'ada@example.org' });
    expect(mail.from?.name).toContain('\u9648');
    expect(mail.from?.name).toContain('MARKADA');
    expect(mail.subject).toContain('\u9648');
    expect(mail.headers.filter(({ key }) => key === 'bcc')).toEqual([]);
    const [attachment, ...more] = mail.attachments;
    expect([attachment?.mimeType, attachment?.filename?.endsWith('.pdf'), more]).toEqual(['application/pdf', true, []]);
    const content = attachment?.content;
    if (!(content instanceof ArrayBuffer)) throw new Error('the attachment is not bytes');
    expect(Buffer.from(content).equals(readFileSync(path.join(outDir, 'ada/rivera.pdf')))).toBe(true);
    const raw = readFileSync(path.join(outDir, 'ada/rivera.request.eml'), 'latin1');
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const thanks = await parse(outDir, 'ben/rivera.thanks.eml');
    expect([thanks.attachments, thanks.subject]).toEqual([[], 'Thank you for your letter']);
  });

  it('have their words from a folder; a value in a subject cannot add a header', async () => {
    const texts = tempFolder({ 'mail/thanks.txt.hbs': 'Subject: {{whyYou}}\nBody {{mail.kind}} {{applicant.name}}' });
    const folder = home();
    const file = path.join(folder, 'ben/application.yaml');
    const injected = 'one\\nBcc: evil@example.org\\n\\nbody';
    writeFileSync(file, readFileSync(file, 'utf8').replace(/whyYou: .*/, `whyYou: "${injected}"`));
    const outDir = tempFolder();
    await built(folder, { outDir, outputs: ['mail'], texts });
    const mail = await parse(outDir, 'ben/rivera.thanks.eml');
    expect(mail.subject).toBe('one Bcc: evil@example.org body');
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.text?.trim()).toMatch(/^Body thanks .*MARKBEN$/);
  });
});

describe('what the drafts say', () => {
  const texts = async (today: string): Promise<ReadonlyMap<string, string>> => {
    const outDir = tempFolder();
    await built(home(), { outDir, outputs: ['mail'], today });
    const files = [...filesIn(outDir)].filter(([name]) => name.endsWith('.txt'));
    return new Map(files.map(([name, bytes]) => [name, bytes.toString('utf8')]));
  };

  it('begins with a capital after the salutation, as English has it', async () => {
    const all = await texts('2026-07-06');
    expect(all.size).toBe(6);
    for (const [name, text] of all) expect(text, name).toMatch(/\nDear [^\n]+,\n\n\p{Lu}/u);
  });

  it('names no date that has passed as the one by which to write', async () => {
    const ahead = (await texts('2026-09-15')).get('ada/rivera.request.txt');
    expect(ahead).toContain('\n\nDue by: September 15, 2026\n');
    expect(ahead).toContain('or not by that date');
    const late = (await texts('2026-09-16')).get('ada/rivera.request.txt');
    expect(late).toContain('September 15, 2026, has passed; a letter still helps');
    expect(late).not.toMatch(/Due by|by that date/);
  });
});

describe('reminders.ics', () => {
  const events = (outDir: string, id: string): ICAL.Event[] => {
    const text = readFileSync(path.join(outDir, id, 'reminders.ics'), 'utf8');
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\n\r\ufffd]/);
    }
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  };

  it('is a calendar of all-day entries with alarms that a later one updates', async () => {
    const folder = home();
    const outDir = tempFolder();
    await built(folder, { outDir, outputs: ['reminders'] });
    const before = events(outDir, 'ada');
    const target = before.find(({ summary }) => summary.endsWith('target date'));
    expect(target?.summary).toBe('Letter from Dr. Rivera: target date');
    expect([target?.startDate.toString(), target?.endDate.toString(), target?.startDate.isDate]).toEqual([
      '2026-09-15',
      '2026-09-16',
      true,
    ]);
    expect(target?.component.getAllSubcomponents('valarm')).toHaveLength(2);
    expect(before.some(({ summary }) => summary.startsWith('Expected: '))).toBe(true);
    const uids = before.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.filter((uid) => events(outDir, 'chi').some((other) => other.uid === uid))).toEqual([]);

    const file = path.join(folder, 'ada/application.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('2026-09-15', '2026-09-22'));
    await built(folder, { outDir, outputs: ['reminders'], today: '2026-07-08' });
    const moved = events(outDir, 'ada').find(({ uid }) => uid === target?.uid);
    expect(moved?.startDate.toString()).toBe('2026-09-22');
    expect(moved?.sequence).toBe((target?.sequence ?? 0) + 2);
  });

  it('takes texts as they are', async () => {
    const folder = home();
    const file = path.join(folder, 'ben/application.yaml');
    const name =
      'Rivera; \\"x\\", \\\\ \u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648\u9648';
    writeFileSync(file, readFileSync(file, 'utf8').replace('family: Rivera', `family: "${name}"`));
    const outDir = tempFolder();
    await built(folder, { outDir, outputs: ['reminders'] });
    expect(
      events(outDir, 'ben')
        .map(({ summary }) => summary)
        .join('\n'),
    ).toContain(`Rivera; "x", \\ ${'\u9648'.repeat(20)}`);
  });
});
