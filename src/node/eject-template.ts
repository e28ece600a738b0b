import { lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { OutputError, TemplateError } from '../errors.js';
import { BUILTIN_TEMPLATES } from '../template/builtin.generated.js';
import { didYouMean, type Template } from '../template/index.js';
import { failureReason, systemCode } from './system-failure.js';
import { MANIFEST } from './template-place.js';

/** What {@link ejectTemplate} writes. */
export interface EjectOptions {
  /** Only these partials, by name; the rest falls through to the built-in template. @default the whole template */
  readonly partials?: readonly string[];
}

/**
 * Writes a built-in template, or some partials of it, into a folder as a template of one's own. Overwrites nothing: with
 * any file in the way it writes none.
 *
 * @returns the files written, as paths
 * @throws {TemplateError} `template/not-found` or `template/unknown-partial`
 * @throws {OutputError} `output/exists` or `output/write-failed`
 * @example await ejectTemplate('classic', 'my-school', { partials: ['brief'] });
 */
export async function ejectTemplate(name: string, folder: string, options: EjectOptions = {}): Promise<string[]> {
  const template = builtin(name);
  const files = options.partials ? partialFiles(name, template, options.partials) : template.files;
  const own = path.basename(path.resolve(folder)).slice(0, 100) || 'mine';
  const manifest = options.partials
    ? { name: own, contract: template.manifest.contract, extends: name, theme: {} }
    : { ...template.manifest, name: own, extends: name };
  const all: Readonly<Record<string, string>> = { [MANIFEST]: `${JSON.stringify(manifest, null, 2)}\n`, ...files };
  const names = Object.keys(all).sort();
  const inTheWay: Diagnostic[] = [];
  for (const file of names) {
    const there = await lstat(path.join(folder, file)).catch(() => undefined);
    if (there) inTheWay.push(occupied(path.join(folder, file)));
  }
  if (inTheWay.length > 0) throw new OutputError('nothing was written', inTheWay);
  const written: string[] = [];
  try {
    for (const file of names) {
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      // "wx" fails when the file has come into being since it was looked for.
      await writeFile(target, all[file] ?? '', { flag: 'wx' });
      written.push(target);
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    const problem =
      systemCode(error) === 'EEXIST'
        ? occupied(folder)
        : diagnostic('error', 'output/write-failed', `${folder} cannot be written: ${failureReason(error)}`, {
            hints: ['choose another folder'],
          });
    throw new OutputError('the template could not be written', [problem], { cause: error });
  }
  return written;
}

function builtin(name: string): Template {
  const template = Object.hasOwn(BUILTIN_TEMPLATES, name) ? BUILTIN_TEMPLATES[name] : undefined;
  if (template) return template;
  const known = Object.keys(BUILTIN_TEMPLATES);
  const hints = [...didYouMean(name, known), `the built-in templates are ${known.join(', ')}`];
  throw new TemplateError('no such template', [
    diagnostic('error', 'template/not-found', `there is no built-in template "${name}"`, { found: name, hints }),
  ]);
}

/** The files of some partials, looked for in the template and in those that it extends. */
function partialFiles(name: string, template: Template, partials: readonly string[]): Record<string, string> {
  const chain: Template[] = [];
  for (let at: Template | undefined = template; at && !chain.includes(at);) {
    chain.push(at);
    const base: string | undefined = at.manifest.extends;
    at = base === undefined ? undefined : BUILTIN_TEMPLATES[base];
  }
  chain.push(...Object.values(BUILTIN_TEMPLATES));
  const problems: Diagnostic[] = [];
  const files: Record<string, string> = {};
  for (const partial of partials) {
    const file = partial === 'packet' ? 'packet.md.hbs' : `partials/${partial}.md.hbs`;
    const text = chain.find((candidate) => Object.hasOwn(candidate.files, file))?.files[file];
    if (text !== undefined) files[file] = text;
    else problems.push(noPartial(partial, name, chain));
  }
  if (problems.length > 0) throw new TemplateError('no such partial', problems);
  return files;
}

function noPartial(partial: string, name: string, chain: readonly Template[]): Diagnostic {
  const known = chain.flatMap(({ files }) =>
    Object.keys(files).flatMap((file) => /^partials\/(.+)\.md\.hbs$/.exec(file)?.[1] ?? []),
  );
  const hints = [...didYouMean(partial, new Set(known)), `"lor-packet templates list ${name}" lists its partials`];
  const message = `the template "${name}" has no partial "${partial}"`;
  return diagnostic('error', 'template/unknown-partial', message, { found: partial, hints });
}

function occupied(file: string): Diagnostic {
  return diagnostic('error', 'output/exists', `${file} is already there; nothing was written`, {
    hints: ['choose an empty or new folder'],
  });
}
