import { dateOf } from '../../brief/print.js';
import { daysBetween } from '../../plan/index.js';
import type { ApplicantEntry, Manifest, OutputKind, PacketEntry, ProblemEntry } from '../../schema/manifest.js';
import type { IndexPage } from '../../schema/output-texts.js';
import { composeText } from '../../template/text-templates.js';
import { actGroups, letterOf, type ActFinding } from './act-groups.js';
import { escapeHtml, hrefOf } from './html-text.js';
import type { OutputTexts } from './output-texts.js';
import { nextStep, requestWords } from './request-words.js';

/** A page holds what a thousand applicants need. */
const LIMITS = { iterations: 2_000_000, steps: 20_000_000, characters: 200_000_000 };

const DRAFTS: Readonly<Partial<Record<OutputKind, string>>> = {
  request: 'request',
  reminder: 'reminder',
  thanks: 'thank-you',
};

/** The advisor's page of a manifest. The same manifest gives the same page. */
export function indexPage(manifest: Manifest, names: { json: string; csv: string }, { texts }: OutputTexts): string {
  return composeText(texts.index, indexData(manifest, names), { write: escapeHtml, limits: LIMITS });
}

/** What the advisor's page says. */
export function indexData(manifest: Manifest, names: { readonly json: string; readonly csv: string }): IndexPage {
  const { applicants, today, shard, complete, summary } = manifest;
  const letters = applicants
    .flatMap((applicant) => applicant.packets.map((packet) => dueOf(applicant, packet, today)))
    .sort((a, b) => compare(a.date.iso, b.date.iso) || compare(a.applicant, b.applicant));
  const packets = applicants.flatMap((applicant) => applicant.packets);
  const [index, count] = shard?.split('/') ?? [];
  const due = letters.filter(({ isIn }) => !isIn);
  const uploaded = letters.filter(({ isIn }) => isIn);
  return {
    issued: dateOf(today),
    part: shard === null ? null : `part ${index} of ${count}`,
    isComplete: complete,
    manifest: { json: hrefOf(names.json), csv: hrefOf(names.csv) },
    summary: {
      applicants: summary.applicants,
      applicantsFailed: summary.applicantsFailed,
      packets: summary.packets,
      outdated: packets.filter(({ status }) => status === 'outdated').length,
      failed: packets.filter(({ status }) => status === 'failed').length,
      pages: summary.pages,
      overdue: due.filter(({ isOverdue }) => isOverdue).length,
      isIn: uploaded.length,
      warnings: summary.findings.warnings,
      notes: summary.findings.notes,
    },
    due,
    uploaded,
    failures: applicants.flatMap(failuresOf),
    acts: actGroups(applicants.flatMap(findingsOf)),
    applicants: applicants.filter(({ name }) => name !== null).map((applicant) => rowOf(applicant)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf({ name, id, source }: ApplicantEntry): string {
  return name ?? id ?? source;
}

function dueOf(applicant: ApplicantEntry, packet: PacketEntry, today: string): IndexPage['due'][number] {
  const { letter, writer, specialty, due, request, file, status, pages } = packet;
  const daysLeft = daysBetween(today, due);
  const isIn = request === 'uploaded';
  return {
    date: dateOf(due),
    daysLeft,
    due: dueText(daysLeft),
    isOverdue: daysLeft < 0 && !isIn,
    isIn,
    applicant: nameOf(applicant),
    writer,
    letter,
    forWhat: specialty,
    request: requestWords(request),
    next: nextStep(packet, today),
    packet: { href: file === null ? null : hrefOf(file), state: status, isReady: status === 'ready', pages },
    drafts: applicant.outputs.flatMap(({ kind, letter: of, file: draft }) => {
      const label = DRAFTS[kind];
      return label !== undefined && of === letter && draft.endsWith('.eml') ? [{ label, href: hrefOf(draft) }] : [];
    }),
  };
}

function dueText(days: number): string {
  if (days === 0) return 'today';
  const text = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`;
  return days < 0 ? `${text} overdue` : `in ${text}`;
}

function failuresOf(applicant: ApplicantEntry): IndexPage['failures'] {
  const who = nameOf(applicant);
  const kept = applicant.packets.some(({ status }) => status === 'outdated');
  const whole =
    applicant.status === 'failed' ? [{ who, letter: null, kept, problems: applicant.problems.map(problemOf) }] : [];
  const single = applicant.packets
    .filter(({ status, problems }) => status !== 'ready' && problems.length > 0)
    .map(({ letter, status, problems }) => {
      return { who, letter, kept: status === 'outdated', problems: problems.map(problemOf) };
    });
  return [...whole, ...single];
}

function problemOf({ message, place, hints }: ProblemEntry): IndexPage['failures'][number]['problems'][number] {
  return { message, place: place?.split(/[\\/]/).at(-1) ?? null, hint: hints[0] ?? null };
}

function findingsOf(applicant: ApplicantEntry): ActFinding[] {
  const { advice, letters, packets } = applicant;
  const name = nameOf(applicant);
  return [
    ...advice.map((one) => ({ applicant: name, letter: letterOf(one.path, letters), advice: one })),
    ...packets.flatMap((packet) =>
      packet.advice.map((one) => ({ applicant: name, letter: packet.letter, advice: one })),
    ),
  ];
}

function rowOf(applicant: ApplicantEntry): IndexPage['applicants'][number] {
  const { id, letters, packets, outputs, findings } = applicant;
  const open = packets.filter(({ request }) => request !== 'uploaded').map(({ due }) => due);
  const link = (kind: OutputKind): string | null => {
    const file = outputs.find((output) => output.kind === kind)?.file;
    return file === undefined ? null : hrefOf(file);
  };
  const [next] = open.sort();
  return {
    name: nameOf(applicant),
    id: id ?? '',
    letters: letters.length,
    isIn: packets.length - open.length,
    packets: packets.filter(({ status }) => status === 'ready').length,
    next: next === undefined ? null : dateOf(next),
    plan: link('plan'),
    reminders: link('reminders'),
    warnings: findings.warnings + packets.reduce((sum, packet) => sum + packet.findings.warnings, 0),
  };
}
