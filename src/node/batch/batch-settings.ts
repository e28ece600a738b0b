import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FontError, TemplateError } from '../../errors.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { MadeFrom } from '../../schema/manifest.js';
import { prepareTemplate, type PreparedTemplate } from '../../template/index.js';
import type { FontSource } from '../../text/index.js';
import { VERSION } from '../../version.js';
import { DEFAULT_TEMPLATE, loadPreparedTemplate } from '../load-template.js';
import { packageFolder } from '../package-folder.js';
import { BUILTIN_TEMPLATES } from '../../template/builtin.generated.js';
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
 * @throws {TemplateError} when the template cannot be used
 * @throws {FontError} when a font file of the package cannot be read
 */
export async function batchSettings(options: BatchOptions): Promise<BatchSettings> {
  const { today, theme, fonts, deflate = 'platform' } = options;
  const template = await preparedTemplate(options.template);
  return {
    worker: { today, template, deflate, ...(theme ? { theme } : {}), ...(fonts ? { fonts } : {}) },
    templateName: template.manifest.name,
    marks: {
      template: markOf([describe(template), JSON.stringify(theme ?? null)]),
      fonts: fonts ? markOf(fonts.flatMap(markedFont)) : await packageFontsMark(),
      options: markOf([deflate]),
      version: VERSION,
      today,
    },
    diagnostics: template.diagnostics,
  };
}

async function preparedTemplate(template: BatchOptions['template'] = DEFAULT_TEMPLATE): Promise<PreparedTemplate> {
  if (typeof template === 'string') return loadPreparedTemplate(template);
  if ('partials' in template) return template;
  const fallback = BUILTIN_TEMPLATES[DEFAULT_TEMPLATE];
  if (!fallback) throw new TemplateError('the built-in template is missing from this build', []);
  return prepareTemplate(template, { fallback });
}

/** A prepared template as text; its partials are a map, which JSON leaves out. */
function describe({ manifest, theme, frame, partials }: PreparedTemplate): string {
  return JSON.stringify([manifest, theme, frame, [...partials]]);
}

function markedFont({ family, weight, style, bytes }: FontSource): (string | Uint8Array)[] {
  return [`${family}\n${weight}\n${style}`, bytes];
}

/** Read file by file and let go: the fonts themselves are needed by the workers only. */
async function packageFontsMark(): Promise<string> {
  const folder = packageFolder('fonts', 'fonts.json');
  try {
    const list = await readFile(path.join(folder, 'fonts.json'), 'utf8');
    const parts = [list];
    for (const { file } of JSON.parse(list) as { readonly file: string }[]) {
      parts.push(markOf([await readFile(path.join(folder, file))]));
    }
    return markOf(parts);
  } catch (error) {
    throw new FontError('the fonts of the package cannot be read; install lor-packet again', [], { cause: error });
  }
}
