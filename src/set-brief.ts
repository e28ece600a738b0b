import type { Diagnostic } from './diagnostics/index.js';
import { parseDocument, smartenText } from './document/index.js';
import type { ImageSources, PacketImages } from './image/packet-images.js';
import { type AppendedDocument, type LaidOutDocument, layoutDocument } from './layout/index.js';
import type { Brief } from './schema/brief.js';
import { mergeTheme, type ThemeInput } from './schema/theme.js';
import { composeMarkdown, imageFiles, type PreparedTemplate, type Template, usePrepared } from './template/index.js';
import type { FontTypesetter } from './text/index.js';

/** The pages of a brief. */
export interface SetPages {
  /** Language of the template, BCP 47. */
  readonly lang: string;
  readonly laidOut: LaidOutDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** What {@link setBrief} needs besides the brief. */
export interface SetBriefOptions {
  /** Fonts, made ready once by `createTypesetter` and shared by all packets. */
  readonly typesetter: FontTypesetter;
  /** A template, prepared or not. @default the built-in `classic` */
  readonly template?: Template | PreparedTemplate;
  /** Theme tokens over those of the template. @default none */
  readonly theme?: ThemeInput;
  /** Bytes of files by the names that the application gives them. @default none */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** Name of the photo among `files`, when the writer may see it. */
  readonly photo?: string | undefined;
  readonly appendices?: readonly AppendedDocument[];
}

/**
 * Markdown, blocks and pages of one brief, in this order.
 *
 * @throws TemplateError when the template cannot be used
 */
export async function setBrief(
  brief: Brief,
  { typesetter, photo, files = {}, appendices = [], ...options }: SetBriefOptions,
): Promise<SetPages> {
  const template = await prepare(options.template);
  const theme = options.theme ? mergeTheme(template.theme, options.theme) : template.theme;
  const { lang } = template.manifest;
  const composed = composeMarkdown(template, brief);
  const pictures = await readPictures({ photo, logo: theme.logo?.image, template: imageFiles(template.images), files });
  const smart = theme.text.smartQuotes;
  const document = parseDocument(composed.markdown, composed.slots, {
    origins: composed.origins,
    ...(smart ? { punctuation: lang } : {}),
  });
  await typesetter.loadLanguages([lang, ...document.languages]);
  const laidOut = layoutDocument(document.tree, {
    theme,
    typesetter,
    lang,
    images: pictures.images,
    appendices,
    ...furniture(brief, (text) => (smart ? smartenText(text, lang) : text)),
  });
  const diagnostics = [composed, pictures, document, laidOut].flatMap((stage) => stage.diagnostics);
  return { lang, laidOut, diagnostics };
}

/** The images of a packet; what reads them is loaded for the packets that have some. */
async function readPictures(sources: ImageSources): Promise<PacketImages> {
  const { photo, logo, template } = sources;
  if (photo === undefined && logo === undefined && Object.keys(template).length === 0) {
    return { images: new Map(), diagnostics: [] };
  }
  const { packetImages } = await import('./image/packet-images.js');
  return packetImages(sources);
}

/** Templates prepared once, by identity: a class of 300 shares one. */
const prepared = new WeakMap<Template, PreparedTemplate>();

/** What reads templates, and the texts of the built-in ones, are loaded for who brings no prepared template. */
async function prepare(template: Template | PreparedTemplate | undefined): Promise<PreparedTemplate> {
  if (template && 'partials' in template) return usePrepared(template);
  const { BUILTIN_TEMPLATES } = await import('./template/builtin.generated.js');
  const { classic } = BUILTIN_TEMPLATES;
  if (!classic) throw new Error('the built-in template "classic" is missing from this build');
  const { prepareTemplate } = await import('./template/prepare-template.js');
  const wanted = template ?? classic;
  let ready = prepared.get(wanted);
  if (!ready) {
    ready = prepareTemplate(wanted, { fallback: classic });
    prepared.set(wanted, ready);
  }
  return ready;
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
