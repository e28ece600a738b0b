import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { TemplateError } from '../errors.js';
import { readJson } from '../input/read-json.js';
import { normalizeLineEnds } from '../input/source-text.js';
import type { TemplateManifestInput } from '../schema/template.js';
import { BUILTIN_TEMPLATES } from '../template/builtin.generated.js';
import { didYouMean, prepareTemplate, type PreparedTemplate, type Template } from '../template/index.js';
import { readNamedFile } from './read-named-file.js';
import { readText, unreadable } from './read-text.js';

/** The built-in template that packets have by default, and that serves the partials which another one lacks. */
export const DEFAULT_TEMPLATE = 'classic';
const MANIFEST = 'template.json';

/**
 * Loads a template: a built-in one by its name, or a folder with `template.json`, `packet.md.hbs`,
 * `partials/**\/*.md.hbs` and, where it shows any, `images/*.png` and `.jpg`. A built-in name means the built-in one; write `./name` for a folder of that name.
 *
 * @throws {TemplateError} `template/not-found`, or every file of the folder that cannot be read
 */
export async function loadTemplate(nameOrFolder: string): Promise<Template> {
  const builtin = Object.hasOwn(BUILTIN_TEMPLATES, nameOrFolder) ? BUILTIN_TEMPLATES[nameOrFolder] : undefined;
  if (builtin) return builtin;
  const found = await stat(nameOrFolder).catch(() => undefined);
  if (!found?.isDirectory()) throw notFound(nameOrFolder, found !== undefined);
  const names = await templateFiles(nameOrFolder).catch((error: unknown) => {
    throw new TemplateError(`the template ${nameOrFolder} cannot be read`, [unreadable(nameOrFolder, error)]);
  });
  const problems: Diagnostic[] = [];
  const files: Record<string, string> = {};
  let manifest: unknown;
  for (const name of names) {
    const read = await readText(path.join(nameOrFolder, name));
    if ('problem' in read) problems.push(read.problem);
    else if (name === MANIFEST) manifest = parseManifest(read.text, path.join(nameOrFolder, name), problems);
    else files[name] = read.text;
  }
  if (!names.includes(MANIFEST)) {
    const hints = ['a template is a folder with template.json, packet.md.hbs and partials/<name>.md.hbs'];
    problems.push(diagnostic('error', 'template/not-found', `there is no ${MANIFEST} in ${nameOrFolder}`, { hints }));
  }
  if (problems.length > 0) throw new TemplateError(`the template ${nameOrFolder} cannot be read`, problems);
  const images = await templateImages(nameOrFolder, problems);
  if (problems.length > 0) throw new TemplateError(`the template ${nameOrFolder} cannot be read`, problems);
  return { manifest: manifest as TemplateManifestInput, files, images };
}

/** The JPEG and PNG files of the folder `images` of a template's folder. */
async function templateImages(folder: string, problems: Diagnostic[]): Promise<Record<string, Uint8Array>> {
  const place = path.join(folder, 'images');
  const names = (await readdir(place).catch(() => [])).filter((name) => /\.(?:jpe?g|png)$/i.test(name)).sort();
  const images: Record<string, Uint8Array> = {};
  for (const name of names) {
    const read = await readNamedFile(place, name);
    if ('problem' in read) problems.push(read.problem);
    else images[name] = read.bytes;
  }
  return images;
}

/**
 * The folder `fonts` of a template's folder, when there is one: font files that the template brings along.
 *
 * @param nameOrFolder - as of {@link loadTemplate}
 */
export async function templateFonts(nameOrFolder: string): Promise<string[]> {
  if (Object.hasOwn(BUILTIN_TEMPLATES, nameOrFolder)) return [];
  const folder = path.join(nameOrFolder, 'fonts');
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() ? [folder] : [];
}

/**
 * Loads and checks a template as {@link loadTemplate} does; partials that it lacks come from the default one. Problems
 * name files as they can be opened from the working directory.
 *
 * @throws {TemplateError} with every problem
 */
export async function loadPreparedTemplate(nameOrFolder: string): Promise<PreparedTemplate> {
  const template = await loadTemplate(nameOrFolder);
  const fallback = BUILTIN_TEMPLATES[DEFAULT_TEMPLATE];
  const isBuiltin = Object.values(BUILTIN_TEMPLATES).includes(template);
  const placed = (problems: readonly Diagnostic[]): readonly Diagnostic[] =>
    isBuiltin ? problems : problems.map((problem) => inFolder(problem, nameOrFolder, template));
  try {
    const prepared = prepareTemplate(template, fallback && fallback !== template ? { fallback } : {});
    return { ...prepared, diagnostics: placed(prepared.diagnostics) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new TemplateError(`the template ${nameOrFolder} cannot be used`, placed(error.diagnostics));
  }
}

function inFolder(problem: Diagnostic, folder: string, template: Template): Diagnostic {
  const { source } = problem;
  if (!source || !(source.file === MANIFEST || Object.hasOwn(template.files, source.file))) return problem;
  return { ...problem, source: { ...source, file: path.join(folder, source.file) } };
}

async function templateFiles(folder: string): Promise<string[]> {
  const top = (await readdir(folder)).filter((name) => name === MANIFEST || name.endsWith('.hbs'));
  const below = await readdir(path.join(folder, 'partials'), { recursive: true }).catch(() => []);
  const partials = below
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => `partials/${name.split(path.sep).join('/')}`);
  return [...top, ...partials].sort();
}

function parseManifest(text: string, file: string, problems: Diagnostic[]): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // What JSON.parse says of the place differs between versions of Node, and is often nothing.
    const [mistake] = readJson(normalizeLineEnds(text)).mistakes;
    const reason = mistake?.message ?? (error instanceof Error ? error.message : String(error));
    const source = { file, ...(mistake?.at ?? { line: 1, column: 1 }) };
    const hints = mistake?.hints ?? [];
    problems.push(
      diagnostic('error', 'template/invalid', `${MANIFEST} is not valid JSON: ${reason}`, { source, hints }),
    );
    return undefined;
  }
}

function notFound(name: string, isFile: boolean): TemplateError {
  const known = Object.keys(BUILTIN_TEMPLATES);
  const looksLikePath = /[\\/]|^\./.test(name);
  const message = isFile ? `the template ${name} is a file, not a folder` : `there is no template "${name}"`;
  const hints = [
    ...(looksLikePath ? [] : didYouMean(name, known)),
    `give a built-in template (${known.join(', ')}) or a folder with a ${MANIFEST}`,
  ];
  return new TemplateError('no such template', [
    diagnostic('error', 'template/not-found', message, { found: name, hints }),
  ]);
}
