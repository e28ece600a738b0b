import { type AppendixResult, type Attachable, attachedFiles, briefWriter } from './brief/index.js';
import { diagnostic, type Diagnostic } from './diagnostics/index.js';
import { InputError } from './errors.js';
import type { LaidOutDocument } from './layout/index.js';
import {
  attachedAppendices,
  type Conformance,
  type Deflate,
  type OpenedAppendices,
  portableDeflate,
  writePdf,
} from './pdf/index.js';
import { letterAppendices, type LetterPlan, planLetters, type PlannedLetter } from './plan/index.js';
import type { Reference } from './reference/index.js';
import type { Application } from './schema/application.js';
import type { Brief } from './schema/brief.js';
import type { ThemeInput } from './schema/theme.js';
import { setBrief, type SetPages } from './set-brief.js';
import type { PreparedTemplate, Template } from './template/index.js';
import type { FontTypesetter } from './text/index.js';
import { VERSION } from './version.js';

/** How packets are rendered. Everything from outside (day, fonts, template) is passed in. */
export interface RenderOptions {
  /** Day of issue, YYYY-MM-DD: from it the packet counts the days left, and it is the date of the file. */
  readonly today: string;
  /** Fonts, made ready once by `createTypesetter` and shared by all packets. */
  readonly typesetter: FontTypesetter;
  /** A template, prepared or not. @default the built-in `classic` */
  readonly template?: Template | PreparedTemplate;
  /** Theme tokens over those of the template. @default none */
  readonly theme?: ThemeInput;
  /** Reference tables to plan with, from `createReference`. @default the built-in ones */
  readonly reference?: Reference;
  /**
   * Bytes of the files that the application names (appendices, photo), and of a theme's logo that no template brings, by the name exactly as the application writes it:
   * `files` of `loadApplication`. @default none; what a packet lacks for it is a diagnostic
   */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /**
   * What the file carries along, for archives: `application-json`, the facts of this packet as `brief.json` (what this
   * writer may see, not the whole application); `originals`, the files that the packet shows, such as
   * `personal-statement.md` and the PDFs that are appended whole. The file then is PDF/A-3a. @default nothing
   */
  readonly attach?: readonly Attachable[];
  /**
   * The plan of the application for the same day and reference tables, where the caller has it already: planning again
   * for each letter takes a tenth of a packet's time. @default made by `planLetters`
   */
  readonly plan?: LetterPlan;
  /** zlib compression. @default the portable one, the same bytes in Node and browsers */
  readonly deflate?: Deflate;
}

/** One rendered packet. */
export interface Packet {
  /** `applicant.id` of the application, or `applicant`. */
  readonly applicantId: string;
  readonly letterId: string;
  /** Title of the document. */
  readonly title: string;
  readonly pdf: Uint8Array;
  /** Number of pages. */
  readonly pages: number;
  /** The standards that the file keeps and claims, or why it does not. */
  readonly conformance: Conformance;
  /** What was noticed while rendering; never errors. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A packet whose pages are set, not yet written. */
interface SetPacket extends SetPages {
  readonly brief: Brief;
  readonly opened: OpenedAppendices | null;
}

/** The stages up to the pages, in order: brief, Markdown, blocks, pages. */
async function setPages(
  application: Application,
  plan: LetterPlan,
  planned: PlannedLetter,
  options: RenderOptions,
): Promise<SetPacket> {
  const { opened, results } = await openLetterAppendices(application, planned, options);
  const brief = briefWriter(application, plan, planned, results);
  const set = await setBrief(brief, {
    ...options,
    ...(brief.applicant.photo === null ? {} : { photo: application.applicant.photo }),
    appendices: opened?.documents ?? [],
  });
  return { brief, opened, ...set, diagnostics: [...(opened?.diagnostics ?? []), ...set.diagnostics] };
}

/** The stages of one packet: its pages, then the PDF. */
async function render(
  application: Application,
  plan: LetterPlan,
  planned: PlannedLetter,
  options: RenderOptions,
): Promise<Packet> {
  const { brief, lang, laidOut, opened, diagnostics } = await setPages(application, plan, planned, options);
  const maker = `lor-packet ${VERSION}`;
  const attachments = [
    ...attachedFiles(options.attach ?? [], brief, planned, { today: options.today, maker }),
    ...attachedAppendices(opened?.outcomes ?? [], options.attach?.includes('originals') ? options.files : undefined),
  ];
  const { bytes, conformance } = writePdf(laidOut, {
    metadata: {
      title: brief.title,
      author: brief.applicant.name,
      subject: `${brief.request.kind}, ${brief.request.forWhat}, ${brief.request.season}`,
      keywords: [],
      language: lang,
      creator: maker,
      date: `${options.today}T00:00:00Z`,
    },
    attachments,
    ...(options.deflate ? { deflate: options.deflate } : {}),
    ...(opened ? { appendices: opened.copied } : {}),
  });
  return {
    applicantId: application.applicant.id ?? 'applicant',
    letterId: planned.letter.id,
    title: brief.title,
    pdf: bytes,
    pages: laidOut.pages.length,
    conformance,
    diagnostics,
  };
}

/** Reads the documents that the packet appends; nothing of that is loaded for a packet without any. */
async function openLetterAppendices(
  application: Application,
  { letter }: PlannedLetter,
  { files = {}, deflate = portableDeflate }: RenderOptions,
): Promise<{ opened: OpenedAppendices | null; results: AppendixResult[] }> {
  const wanted = letterAppendices(application, letter);
  if (wanted.length === 0) return { opened: null, results: [] };
  const { openAppendices } = await import('./pdf/appendix/open-appendices.js');
  const opened = await openAppendices(wanted, files, deflate);
  const results = opened.outcomes.map((outcome, index): AppendixResult => {
    const document = outcome.kind === 'pages' ? outcome.document : null;
    return {
      planned: wanted[index]!,
      pages: document && { label: document.label, count: document.pages.length },
      isAttached: outcome.kind === 'attached',
      problem: outcome.kind === 'missing' ? outcome.code : null,
    };
  });
  return { opened, results };
}

function findLetter(plan: LetterPlan, letterId: string): PlannedLetter {
  const planned = plan.letters.find(({ letter }) => letter.id === letterId);
  if (planned) return planned;
  const ids = plan.letters.map(({ letter }) => letter.id).join(', ');
  throw new InputError('no such letter', [
    diagnostic('error', 'input/unknown-reference', `no letter "${letterId}"`, {
      found: letterId,
      hints: [`the letters are: ${ids}`],
    }),
  ]);
}

/**
 * Renders the packet of one letter.
 *
 * @throws InputError when the application has no letter of that id
 * @throws TemplateError when the template cannot be used
 * @throws RangeError for a day of issue that is not in the calendar
 * @example
 * const { pdf, pages } = await renderPacket(application, 'alvarez', { today: '2026-07-06', typesetter });
 */
export async function renderPacket(
  application: Application,
  letterId: string,
  options: RenderOptions,
): Promise<Packet> {
  const plan = options.plan ?? planLetters(application, options);
  return render(application, plan, findLetter(plan, letterId), options);
}

/** The pages of a packet without the PDF, for views on a screen. */
export interface PacketPages {
  readonly title: string;
  /** Pages of placed items, points. */
  readonly pages: LaidOutDocument['pages'];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Sets the pages of one packet, as {@link renderPacket} would, and leaves it there.
 *
 * @throws InputError when the application has no letter of that id
 * @throws TemplateError when the template cannot be used
 * @throws RangeError for a day of issue that is not in the calendar
 */
export async function layOutPacket(
  application: Application,
  letterId: string,
  options: RenderOptions,
): Promise<PacketPages> {
  const plan = planLetters(application, options);
  const { brief, laidOut, diagnostics } = await setPages(application, plan, findLetter(plan, letterId), options);
  return { title: brief.title, pages: laidOut.pages, diagnostics };
}

/**
 * Renders the packets of an application one after the other, so that a caller holds one at a time.
 *
 * @param options.letters ids of the letters to render, in this order; by default all
 * @throws InputError when the application has no letter of such an id
 * @throws TemplateError when the template cannot be used
 * @throws RangeError for a day of issue that is not in the calendar
 * @example
 * for await (const packet of renderPackets(application, { today, typesetter })) save(packet.letterId, packet.pdf);
 */
export async function* renderPackets(
  application: Application,
  options: RenderOptions & { readonly letters?: readonly string[] },
): AsyncGenerator<Packet, void, undefined> {
  const plan = options.plan ?? planLetters(application, options);
  const chosen = options.letters?.map((id) => findLetter(plan, id)) ?? plan.letters;
  for (const planned of chosen) yield await render(application, plan, planned, options);
}
