import path from 'node:path';
import type { Diagnostic } from '../diagnostics/index.js';
import { InputError } from '../errors.js';
import { renderPacket, type RenderOptions } from '../packet.js';
import { type LetterPlan, planLetters } from '../plan/index.js';
import type { Conformance } from '../pdf/index.js';
import type { Application } from '../schema/application.js';
import type { PreparedTemplate, Template } from '../template/index.js';
import { defaultTypesetter } from './load-fonts.js';
import { DEFAULT_TEMPLATE, loadPreparedTemplate, templateFonts } from './load-template.js';
import { failureDiagnostics } from './batch/worker-tasks.js';
import { outputName, packetNames } from './output-name.js';
import { writeOutput } from './packet-file.js';
import { platformDeflate } from './platform-deflate.js';
import { unknownLetter } from './unknown-letter.js';

/** Options of {@link writePackets}. */
export interface WritePacketsOptions extends Omit<RenderOptions, 'typesetter' | 'template'> {
  /** Folder for the packets; a folder of the applicant's id is made in it. */
  readonly outDir: string;
  /** A template, a built-in name, or a template folder. @default 'classic' */
  readonly template?: string | Template | PreparedTemplate;
  /** Ids of the letters to make. @default all */
  readonly letters?: readonly string[];
  /** Font files, or folders of them, to use before the fonts of the package. @default none */
  readonly fonts?: readonly string[];
  /** @default the one with `fonts`, those of the template's folder and those of the package, shared by all calls */
  readonly typesetter?: RenderOptions['typesetter'];
  /** Called after each packet, in order. */
  readonly onPacket?: (result: PacketResult) => void;
}

/** What became of one packet. */
export interface PacketResult {
  readonly applicantId: string;
  readonly letterId: string;
  /** Path of the PDF; when `error` is set, the path at which it is not (or is still the earlier one). */
  readonly file: string;
  /** Pages; 0 when it failed. */
  readonly pages: number;
  /** Bytes written; 0 when it failed. */
  readonly bytes: number;
  /** The standards that the file keeps and claims, or why it does not; null when it failed. */
  readonly conformance: Conformance | null;
  /** Findings about this packet; when it failed, at least one error. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why there is no packet. */
  readonly error?: Error;
}

/**
 * Renders the packets of an application and writes each to `<outDir>/<applicant>/<letter>.pdf`: whole or not at all. A
 * packet that fails costs only itself.
 *
 * @throws {InputError} `input/unknown-reference`, when `letters` names one that does not exist; nothing is written then
 * @throws {TemplateError} when the template cannot be used; nothing is written then
 * @throws {FontError} when a font cannot be used; nothing is written then
 * @example
 * await writePackets(application, { outDir: 'out', today: '2026-07-06' });
 */
export async function writePackets(application: Application, options: WritePacketsOptions): Promise<PacketResult[]> {
  const { outDir, letters, onPacket, template, fonts = [], typesetter, ...rest } = options;
  const chosen = chooseLetters(application, letters);
  const render: RenderOptions = {
    deflate: platformDeflate,
    ...rest,
    template: typeof template === 'object' ? template : await loadPreparedTemplate(template ?? DEFAULT_TEMPLATE),
    typesetter: typesetter ?? (await defaultTypesetter([...fonts, ...(await fontsOf(template))])),
  };
  const applicantId = application.applicant.id ?? 'applicant';
  const folder = path.join(outDir, outputName(applicantId, 'applicant'));
  const names = packetNames(application);
  const results: PacketResult[] = [];
  let plan: LetterPlan | undefined;
  const planOnce = (): LetterPlan => (plan ??= planLetters(application, render));
  for (const letterId of chosen) {
    const file = path.join(folder, `${names.get(letterId) ?? letterId}.pdf`);
    const result = await writePacket(application, { applicantId, letterId, file }, render, planOnce);
    results.push(result);
    onPacket?.(result);
  }
  return results;
}

async function fontsOf(template: WritePacketsOptions['template']): Promise<string[]> {
  return typeof template === 'string' ? templateFonts(template) : [];
}

function chooseLetters(application: Application, letters: readonly string[] | undefined): string[] {
  const known = application.letters.map((letter) => letter.id);
  if (!letters) return known;
  const problems = letters.filter((wanted) => !known.includes(wanted)).map((wanted) => unknownLetter(wanted, known));
  if (problems.length > 0) throw new InputError('no such letter', problems);
  return known.filter((id) => letters.includes(id));
}

async function writePacket(
  application: Application,
  place: Pick<PacketResult, 'applicantId' | 'letterId' | 'file'>,
  options: RenderOptions,
  planOnce: () => LetterPlan,
): Promise<PacketResult> {
  try {
    const packet = await renderPacket(application, place.letterId, { ...options, plan: planOnce() });
    await writeOutput(place.file, packet.pdf);
    const { pages, pdf, conformance, diagnostics } = packet;
    return { ...place, pages, bytes: pdf.length, conformance, diagnostics };
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    const diagnostics = failureDiagnostics(failure, place.letterId);
    return { ...place, pages: 0, bytes: 0, conformance: null, diagnostics, error: failure };
  }
}
