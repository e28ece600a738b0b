import type { Diagnostic } from '../diagnostics/index.js';
import type { TemplateManifest, TemplateManifestInput } from '../schema/template.js';
import type { Theme } from '../schema/theme.js';
import type { LineOrigin } from './line-origins.js';
import type { FrameProgram, Program } from './program.js';
import type { ImageFiles, ImageTexts } from './template-images.js';

/**
 * A template as plain data, the same shape as its folder: `template.json` is `manifest`, every other file is in `files`
 * under its path, `packet.md.hbs` and `partials/<name>.md.hbs`.
 *
 * @example
 * { manifest: { name: 'mine', contract: 1, sections: [{ partial: 'brief', fit: 'page' }] },
 *   files: { 'packet.md.hbs': '{{> sections}}', 'partials/brief.md.hbs': '# For {{writer.name}}' } }
 */
export interface Template {
  readonly manifest: TemplateManifestInput;
  readonly files: Readonly<Record<string, string>>;
  /** Images by file name, for the theme's logo and `:::image`: JPEG or PNG of the folder `images`. @default none */
  readonly images?: ImageFiles;
}

/**
 * A value that the Markdown refers to by a mark and that comes back after parsing. A `literal` slot is text that no
 * character of it can format; a `markdown` slot is parsed on its own and cannot leave its place.
 */
export interface Slot {
  readonly kind: 'literal' | 'markdown';
  readonly value: string;
  /** Where in the brief the value stands, dotted: `letter.points[0].text`; empty when it comes from no field. */
  readonly path: string;
  /** BCP 47 language of the value, when the brief states it. */
  readonly lang?: string;
}

/** How much work one template may do for one packet. */
export interface TemplateLimits {
  /** Partials inside partials. @default 32 */
  readonly partialDepth: number;
  /** Turns of all `{{#each}}` loops together. @default 50000 */
  readonly iterations: number;
  /** Statements run, so that empty loops count too. @default 1000000 */
  readonly steps: number;
  /** Characters of composed Markdown and of all slot values together. @default 4000000 */
  readonly characters: number;
}

/** Version of the form of {@link PreparedTemplate}. It rises when programs of an earlier form could not be run. */
export const PREPARED_FORM = 1;

/**
 * A template that was read and checked once; it serves any number of briefs. Plain JSON without code in it: it can be
 * sent to a worker, or written by `lor-packet templates precompile` and imported by an app that does without the
 * Handlebars parser.
 */
export interface PreparedTemplate {
  readonly prepared: typeof PREPARED_FORM;
  readonly manifest: TemplateManifest;
  readonly theme: Theme;
  /** Warnings, such as a partial that nothing uses. */
  readonly diagnostics: readonly Diagnostic[];
  readonly frame: FrameProgram;
  readonly partials: Readonly<Record<string, Program>>;
  /** Images, those of the fallback below its own. */
  readonly images: ImageTexts;
}

/** What `composeMarkdown` gives and `parseDocument` takes. */
export interface ComposedMarkdown {
  /** Markdown with slot marks (see `slot-marks.ts`). */
  readonly markdown: string;
  /** Values by the numbers that the marks carry. */
  readonly slots: readonly Slot[];
  /** Where in the template files the lines of the Markdown come from, for messages. */
  readonly origins: readonly LineOrigin[];
  readonly diagnostics: readonly Diagnostic[];
}
