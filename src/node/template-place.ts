import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic } from '../diagnostics/index.js';
import { TemplateError } from '../errors.js';
import { BUILTIN_TEMPLATE_NAMES } from '../template/builtin-names.generated.js';
import { didYouMean } from '../template/index.js';

/** The file of a template folder that says what the template is. */
export const MANIFEST = 'template.json';

/** How packages with templates are called, so that `--template school` finds `lor-packet-template-school`. */
export const TEMPLATE_PACKAGE = 'lor-packet-template-';

/** Where a template lies: in this package, in a folder, or in one file that extends a built-in template. */
export type TemplatePlace =
  | { readonly kind: 'built-in'; readonly name: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'file'; readonly file: string };

/**
 * Finds a template by what a user calls it, the first that fits: a built-in name; a folder or a `.json` file; the name of
 * an installed npm package, with or without `lor-packet-template-`. Packages are looked for in `node_modules` of the
 * working directory and of the folders above it; nothing of them is run.
 *
 * @param from folder to begin to look for packages in
 * @throws {TemplateError} `template/not-found`
 */
export async function findTemplate(name: string, from: string = process.cwd()): Promise<TemplatePlace> {
  if (BUILTIN_TEMPLATE_NAMES.includes(name)) return { kind: 'built-in', name };
  const found = await stat(name).catch(() => undefined);
  if (found?.isDirectory()) return { kind: 'folder', folder: name };
  if (found?.isFile() && name.endsWith('.json')) return { kind: 'file', file: name };
  const folder = found ? undefined : await packagedTemplate(name, from);
  if (folder !== undefined) return { kind: 'folder', folder };
  throw notFound(name, found !== undefined);
}

async function packagedTemplate(name: string, from: string): Promise<string | undefined> {
  if (!/^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/i.test(name)) return undefined;
  const names = name.includes(TEMPLATE_PACKAGE) ? [name] : [`${TEMPLATE_PACKAGE}${name}`];
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    for (const candidate of names) {
      const place = path.join(folder, 'node_modules', candidate);
      if ((await stat(path.join(place, MANIFEST)).catch(() => undefined))?.isFile()) return realpath(place);
    }
    if (path.dirname(folder) === folder) return undefined;
  }
}

function notFound(name: string, isFile: boolean): TemplateError {
  const known = BUILTIN_TEMPLATE_NAMES;
  const looksLikePath = /[\\/]|^\./.test(name);
  const message = isFile ? `the template ${name} is a file, not a folder` : `there is no template "${name}"`;
  const hints = [
    ...(looksLikePath ? [] : didYouMean(name, known)),
    `give a built-in template (${known.join(', ')}), a folder with a ${MANIFEST}, such a file by itself, or an installed package ${TEMPLATE_PACKAGE}<name>`,
  ];
  return new TemplateError('no such template', [
    diagnostic('error', 'template/not-found', message, { found: name, hints }),
  ]);
}
