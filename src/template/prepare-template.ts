import { hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { TemplateError } from '../errors.js';
import { templateManifestSchema } from '../schema/template.js';
import { DEFAULT_THEME, type Theme } from '../schema/theme.js';
import { MANIFEST_FILE, readManifest } from './read-manifest.js';
import { TemplateFiles } from './template-files.js';
import type { PreparedTemplate, Template } from './types.js';

/** Options of {@link prepareTemplate}. */
export interface PrepareOptions {
  /** Serves the partials, the frame and the theme that the template itself does not have. */
  readonly fallback?: Template;
}

/**
 * Reads and checks a template once. The result is reusable over any number of briefs.
 *
 * @throws TemplateError with every problem of every file: `template/invalid`, `template/syntax`, `template/forbidden`,
 * `template/unknown-helper`, `template/unknown-partial`, `template/limit`.
 */
export function prepareTemplate(template: Template, options: PrepareOptions = {}): PreparedTemplate {
  const problems: Diagnostic[] = [];
  const manifest = readManifest(template.manifest, problems);
  const files = new TemplateFiles(template, options.fallback, problems);

  const frame = files.frame();
  const lists = { sections: manifest?.sections ?? [], ...prefixed('orders.', manifest?.orders) };
  for (const [list, sections] of Object.entries(lists)) {
    for (const [index, { partial }] of sections.entries())
      files.require(partial, { file: MANIFEST_FILE, path: `${list}[${index}].partial` });
  }
  if (manifest === undefined) files.requireAll();
  files.checkFrame(frame);
  files.reportUnused();
  if (manifest === undefined || hasErrors(problems)) {
    const name = manifest === undefined ? 'the template' : `template "${manifest.name}"`;
    throw new TemplateError(
      `${name} cannot be used`,
      problems.filter((problem) => problem.severity === 'error'),
    );
  }
  const theme = manifest.theme ?? fallbackTheme(options.fallback);
  return { manifest, theme, diagnostics: problems, frame: frame.program, partials: files.programs() };
}

function fallbackTheme(fallback: Template | undefined): Theme {
  const manifest = templateManifestSchema.safeParse(fallback?.manifest);
  return (manifest.success ? manifest.data.theme : undefined) ?? DEFAULT_THEME;
}

function prefixed<T>(prefix: string, record: Readonly<Record<string, T>> = {}): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [`${prefix}${key}`, value]));
}
