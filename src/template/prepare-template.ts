import { diagnostic, hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { TemplateError } from '../errors.js';
import { LEAST_CONTRAST, lowContrasts } from '../schema/contrast.js';
import { templateManifestSchema } from '../schema/template.js';
import { DEFAULT_THEME, type Theme } from '../schema/theme.js';
import { briefShape } from '../schema/brief-shape.js';
import { checkDirectives } from './check-directives.js';
import { checkFields } from './check-fields.js';
import { extendManifest } from './extend-manifest.js';
import { MANIFEST_FILE, readManifest } from './read-manifest.js';
import { imageTexts } from './template-images.js';
import { TemplateFiles } from './template-files.js';
import { PREPARED_FORM, type PreparedTemplate, type Template } from './types.js';

/** Options of {@link prepareTemplate}. */
export interface PrepareOptions {
  /** Serves the partials, the frame and the theme that neither the template nor what it extends has. */
  readonly fallback?: Template;
  /**
   * Check every field that the template names against the brief contract, in all branches and without data. Switch it
   * off for a template that is run over other data than a brief. @default true
   */
  readonly checkFields?: boolean;
}

/**
 * Reads and checks a template once. The result is reusable over any number of briefs.
 *
 * @throws TemplateError with every problem of every file: `template/invalid`, `template/syntax`, `template/forbidden`,
 * `template/unknown-field`, `template/unknown-helper`, `template/unknown-partial`, `template/not-found`,
 * `template/limit`.
 */
export function prepareTemplate(template: Template, options: PrepareOptions = {}): PreparedTemplate {
  const problems: Diagnostic[] = [];
  const extended = extendManifest(template.manifest, problems);
  const manifest = readManifest(extended.manifest, problems);
  const { fallback } = options;
  const files = new TemplateFiles(template, [...extended.bases, ...(fallback ? [fallback] : [])], problems);

  const frame = files.frame();
  const lists = { sections: manifest?.sections ?? [], ...prefixed('orders.', manifest?.orders) };
  for (const [list, sections] of Object.entries(lists)) {
    for (const [index, { partial }] of sections.entries())
      files.require(partial, { file: MANIFEST_FILE, path: `${list}[${index}].partial` });
  }
  if (manifest === undefined) files.requireAll();
  files.checkFrame(frame);
  files.reportUnused();
  const partials = files.programs();
  problems.push(...checkDirectives({ frame: frame.program, partials }));
  if (options.checkFields ?? true) {
    const sections = manifest
      ? Object.values(lists).flatMap((list) => list.map(({ partial }) => partial))
      : Object.keys(partials);
    problems.push(...checkFields({ frame: frame.program, partials, sections: [...new Set(sections)] }, briefShape()));
  }
  if (manifest === undefined || hasErrors(problems)) {
    const name = manifest === undefined ? 'the template' : `template "${manifest.name}"`;
    throw new TemplateError(
      `${name} cannot be used`,
      problems.filter((problem) => problem.severity === 'error'),
    );
  }
  const theme = manifest.theme ?? fallbackTheme(fallback);
  const diagnostics = [...problems, ...contrastWarnings(theme)];
  const images = imageTexts({ ...fallback?.images, ...template.images });
  return { prepared: PREPARED_FORM, manifest, theme, diagnostics, frame: frame.program, partials, images };
}

function fallbackTheme(fallback: Template | undefined): Theme {
  const manifest = templateManifestSchema.safeParse(fallback?.manifest);
  return (manifest.success ? manifest.data.theme : undefined) ?? DEFAULT_THEME;
}

function contrastWarnings(theme: Theme): Diagnostic[] {
  return lowContrasts(theme).map(({ text, ground, ratio }) => {
    const on = ground === 'white' ? 'white paper' : `"${ground}"`;
    const message = `the colour "${text}" on ${on} has a contrast of ${ratio.toFixed(1)}:1, below ${LEAST_CONTRAST}:1`;
    const source = { file: MANIFEST_FILE, line: 1, column: 1 };
    const hints = [`make "${text}" darker${ground === 'white' ? '' : ` or "${ground}" lighter`}`];
    return diagnostic('warning', 'template/contrast', message, { path: `theme.colors.${text}`, source, hints });
  });
}

function prefixed<T>(prefix: string, record: Readonly<Record<string, T>> = {}): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [`${prefix}${key}`, value]));
}
