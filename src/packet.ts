import { type AppendixResult, type Attachable, attachedFiles, briefWriter } from './brief/index.js';
import { diagnostic, type Diagnostic } from './diagnostics/index.js';
import { parseDocument, smartenText } from './document/index.js';
import { InputError } from './errors.js';
import { packetImages } from './image/index.js';
import { layoutDocument } from './layout/index.js';
import {
  attachedAppendices,
  type Conformance,
  type Deflate,
  openAppendices,
  type OpenedAppendices,
  portableDeflate,
  writePdf,
} from './pdf/index.js';
import { letterAppendices, type LetterPlan, planLetters, type PlannedLetter } from './plan/index.js';
import type { Reference } from './reference/index.js';
import type { Application } from './schema/application.js';
import type { Brief } from './schema/brief.js';
import { mergeTheme, type ThemeInput } from './schema/theme.js';
import { BUILTIN_TEMPLATES } from './template/builtin.generated.js';
import {
  composeMarkdown,
  imageFiles,
  prepareTemplate,
  type PreparedTemplate,
  type Template,
  usePrepared,
} from './template/index.js';
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
   * `personal-statement.md`. The file then is PDF/A-3a. @default nothing
   */
  readonly attach?: readonly Attachable[];
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

/** Templates prepared once, by identity: a class of 300 shares one. */
const prepared = new WeakMap<Template, PreparedTemplate>();

function classic(): Template {
  const template = BUILTIN_TEMPLATES['classic'];
  if (!template) throw new Error('the built-in template "classic" is missing from this build');
  return template;
}

function prepare(template: Template | PreparedTemplate = classic()): PreparedTemplate {
  if ('partials' in template) return usePrepared(template);
  let ready = prepared.get(template);
  if (!ready) {
    ready = prepareTemplate(template, { fallback: classic() });
    prepared.set(template, ready);
  }
  return ready;
}

/** The stages of one packet, in order: brief, Markdown, blocks, pages, PDF. */
async function render(
  application: Application,
  plan: LetterPlan,
  planned: PlannedLetter,
  options: RenderOptions,
): Promise<Packet> {
  const template = prepare(options.template);
  const theme = options.theme ? mergeTheme(template.theme, options.theme) : template.theme;
  const { lang } = template.manifest;
  const { opened, results } = await openLetterAppendices(application, planned, options);
  const brief = briefWriter(application, plan, planned, results);
  const composed = composeMarkdown(template, brief);
  const { images, diagnostics: imageProblems } = packetImages({
    photo: brief.applicant.photo === null ? undefined : application.applicant.photo,
    logo: theme.logo?.image,
    template: imageFiles(template.images),
    files: options.files ?? {},
  });
  const smart = theme.text.smartQuotes;
  const document = parseDocument(composed.markdown, composed.slots, {
    origins: composed.origins,
    ...(smart ? { punctuation: lang } : {}),
  });
  await options.typesetter.loadLanguages([lang, ...document.languages]);
  const laidOut = layoutDocument(document.tree, {
    theme,
    typesetter: options.typesetter,
    lang,
    images,
    appendices: opened?.documents ?? [],
    ...furniture(brief, (text) => (smart ? smartenText(text, lang) : text)),
  });
  const maker = `lor-packet ${VERSION}`;
  const attachments = [
    ...attachedFiles(options.attach ?? [], brief, planned, { today: options.today, maker }),
    ...attachedAppendices(opened?.outcomes ?? []),
  ];
  const { bytes, conformance } = await writePdf(laidOut, {
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
    diagnostics: [
      ...(opened?.diagnostics ?? []),
      ...composed.diagnostics,
      ...imageProblems,
      ...document.diagnostics,
      ...laidOut.diagnostics,
    ],
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

/** Running header and footer of a packet; `set` makes their punctuation that of the text. */
function furniture(
  brief: Brief,
  set: (text: string) => string,
): { header: { left: string; right: string }; footer: { left: string } } {
  return {
    header: {
      left: set(`${brief.applicant.name} · ${brief.request.forWhat}`),
      right: brief.request.isUploaded ? 'Uploaded, with thanks' : `Due ${brief.request.target.text}`,
    },
    footer: { left: set(`Confidential briefing for ${brief.writer.name}`) },
  };
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
 * @example
 * const { pdf, pages } = await renderPacket(application, 'alvarez', { today: '2026-07-06', typesetter });
 */
export async function renderPacket(
  application: Application,
  letterId: string,
  options: RenderOptions,
): Promise<Packet> {
  const plan = planLetters(application, options);
  return render(application, plan, findLetter(plan, letterId), options);
}

/**
 * Renders the packets of an application one after the other, so that a caller holds one at a time.
 *
 * @param options.letters ids of the letters to render, in this order; by default all
 * @throws InputError when the application has no letter of such an id
 * @throws TemplateError when the template cannot be used
 * @example
 * for await (const packet of renderPackets(application, { today, typesetter })) save(packet.letterId, packet.pdf);
 */
export async function* renderPackets(
  application: Application,
  options: RenderOptions & { readonly letters?: readonly string[] },
): AsyncGenerator<Packet, void, undefined> {
  const plan = planLetters(application, options);
  const chosen = options.letters?.map((id) => findLetter(plan, id)) ?? plan.letters;
  for (const planned of chosen) yield await render(application, plan, planned, options);
}
