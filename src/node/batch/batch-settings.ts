import type { Diagnostic } from '../../diagnostics/index.js';
import { TemplateError } from '../../errors.js';
import type { MadeFrom } from '../../schema/manifest.js';
import type { ThemeInput } from '../../schema/theme.js';
import { BUILTIN_TEMPLATE_NAMES } from '../../template/builtin-names.generated.js';
import type { PreparedTemplate } from '../../template/index.js';
import { VERSION } from '../../version.js';
import { DEFAULT_TEMPLATE, loadPreparedTemplate, templateFonts } from '../load-template.js';
import { defaultTypesetter, fontMarks } from '../load-fonts.js';
import { builtinTemplate } from '../builtin-templates.js';
import { markOf } from './hash.js';
import type { BatchOptions } from './types.js';
import type { WorkerSettings } from './worker-tasks.js';

/** What all packets of a batch are made with, and how the manifest tells it from that of another batch. */
export interface BatchSettings {
  readonly worker: WorkerSettings;
  readonly templateName: string;
  /** Everything of `madeFrom` but the content. */
  readonly marks: Omit<MadeFrom, 'content'>;
  /** Warnings about the template. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the template and marks what packets are made with.
 *
 * @throws {TemplateError} when the template or the theme cannot be used
 * @throws {FontError} when a font cannot be used
 */
export async function batchSettings(options: BatchOptions): Promise<BatchSettings> {
  const { today, theme, attach = [], deflate = 'platform' } = options;
  const template = await preparedTemplate(options.template);
  if (theme) await checkTheme(template, theme);
  const fonts = [...(options.fonts ?? []), ...(await fontsOf(options.template))];
  // A font that cannot be used is told before anything is made.
  if (fonts.length > 0) await defaultTypesetter(fonts);
  return {
    worker: { today, template, fonts, attach, deflate, ...(theme ? { theme } : {}) },
    templateName: template.manifest.name,
    marks: {
      template: markOf([describe(template), JSON.stringify(theme ?? null)]),
      fonts: markOf(await fontMarks(fonts)),
      options: markOf([deflate, ...attach]),
      version: VERSION,
      today,
    },
    diagnostics: template.diagnostics,
  };
}

async function preparedTemplate(template: BatchOptions['template'] = DEFAULT_TEMPLATE): Promise<PreparedTemplate> {
  if (typeof template === 'string') return loadPreparedTemplate(template);
  if ('partials' in template) return template;
  const fallback = await builtinTemplate(DEFAULT_TEMPLATE);
  const { prepareTemplate } = await import('../../template/prepare-template.js');
  return prepareTemplate(template, { fallback });
}

/** A theme that cannot be used is told once, not by each packet. */
async function checkTheme(template: PreparedTemplate, theme: ThemeInput): Promise<void> {
  const { themeProblems } = await import('../../template/read-manifest.js');
  const problems = themeProblems(template, theme);
  if (problems.length > 0) throw new TemplateError('the theme cannot be used', problems);
}

/** True for a template that comes with the package. */
export function isBuiltin(template: BatchOptions['template'] = DEFAULT_TEMPLATE): boolean {
  return typeof template === 'string' && BUILTIN_TEMPLATE_NAMES.includes(template);
}

/** A prepared template as text, without its warnings. */
function describe({ manifest, theme, frame, partials, images }: PreparedTemplate): string {
  return JSON.stringify([manifest, theme, frame, partials, images]);
}

/** The fonts that a template's folder brings along. */
async function fontsOf(template: BatchOptions['template'] = DEFAULT_TEMPLATE): Promise<readonly string[]> {
  return typeof template === 'string' ? templateFonts(template) : [];
}
