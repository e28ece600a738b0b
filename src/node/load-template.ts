import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { TemplateError } from '../errors.js';
import { pathLocator } from '../input/locate-path.js';
import { readJson } from '../input/read-json.js';
import { normalizeLineEnds } from '../input/source-text.js';
import type { TemplateManifestInput } from '../schema/template.js';
import type { PreparedTemplate, Template } from '../template/index.js';
import { builtinTemplate, preparedBuiltin } from './builtin-templates.js';
import { readNamedFile } from './read-named-file.js';
import { readText, unreadable } from './read-text.js';
import { findTemplate, MANIFEST, type TemplatePlace } from './template-place.js';

/** The built-in template that packets have by default, and that serves the partials which another one lacks. */
export const DEFAULT_TEMPLATE = 'classic';

/** A template as read from disk. */
interface ReadTemplate {
  readonly template: Template;
  /** Texts of its files by their names in the template; empty for a built-in one. */
  readonly sources: Readonly<Record<string, string>>;
  /** A name in the template as a path from the working directory. */
  readonly locate: (name: string) => string;
}

/**
 * Loads a template: a built-in one by its name; a folder with `template.json` and, as far as it has its own,
 * `packet.md.hbs`, `partials/**\/*.md.hbs` and `images/*.png` or `.jpg`; a `.json` file that extends a built-in one; or an installed package
 * `lor-packet-template-<name>`. A built-in name means the built-in one; write `./name` for a folder of that name.
 *
 * @throws {TemplateError} `template/not-found`, or every file that cannot be read
 * @example const template = await loadTemplate('templates/my-school');
 */
export async function loadTemplate(name: string): Promise<Template> {
  return (await readTemplate(await findTemplate(name))).template;
}

/**
 * The folder `fonts` of a template's folder, when there is one: font files that the template brings along.
 *
 * @param name as for {@link loadTemplate}
 * @throws {TemplateError} `template/not-found`
 */
export async function templateFonts(name: string): Promise<string[]> {
  const place = await findTemplate(name);
  if (place.kind !== 'folder') return [];
  const folder = path.join(place.folder, 'fonts');
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() ? [folder] : [];
}

/**
 * Loads and checks a template as {@link loadTemplate} does; partials that it lacks come from what it extends, and then
 * from the default one. Problems name files as they can be opened from the working directory, with line and column.
 *
 * @throws {TemplateError} with every problem
 */
export async function loadPreparedTemplate(name: string): Promise<PreparedTemplate> {
  return (await openTemplate(name)).prepared;
}

/** A template that is ready, and how its own files are named in problems that only pages show. */
export interface OpenTemplate {
  readonly prepared: PreparedTemplate;
  /** A problem whose file is the template's own, with that file as it can be opened from the working directory. */
  readonly placed: (problem: Diagnostic) => Diagnostic;
}

/**
 * {@link loadPreparedTemplate} for callers that also make pages with the template and say what is wrong with them.
 *
 * @throws {TemplateError} with every problem
 */
export async function openTemplate(name: string): Promise<OpenTemplate> {
  const place = await findTemplate(name);
  if (place.kind === 'built-in') {
    return { prepared: await preparedBuiltin(place.name), placed: (problem) => problem };
  }
  const { template, sources, locate } = await readTemplate(place);
  const fallback = await builtinTemplate(DEFAULT_TEMPLATE);
  const { prepareTemplate } = await import('../template/prepare-template.js');
  const placed = (problem: Diagnostic): Diagnostic => inFile(problem, sources, locate);
  try {
    const prepared = prepareTemplate(template, { fallback });
    return { prepared: { ...prepared, diagnostics: prepared.diagnostics.map(placed) }, placed };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new TemplateError(`the template ${name} cannot be used`, error.diagnostics.map(placed));
  }
}

async function readTemplate(place: TemplatePlace): Promise<ReadTemplate> {
  if (place.kind === 'built-in') {
    return { template: await builtinTemplate(place.name), sources: {}, locate: (name) => name };
  }
  const locate = (name: string): string => (place.kind === 'file' ? place.file : path.join(place.folder, name));
  const where = place.kind === 'file' ? place.file : place.folder;
  const names = place.kind === 'file' ? [MANIFEST] : await templateFiles(place.folder);
  const problems: Diagnostic[] = [];
  const sources: Record<string, string> = {};
  for (const name of names) {
    const read = await readText(locate(name));
    if ('problem' in read) problems.push(read.problem);
    else sources[name] = read.text;
  }
  const { [MANIFEST]: json, ...files } = sources;
  const manifest = json === undefined ? undefined : parseManifest(json, locate(MANIFEST), problems);
  if (!names.includes(MANIFEST)) {
    const hints = ['a template is a folder with template.json, packet.md.hbs and partials/<name>.md.hbs'];
    problems.push(diagnostic('error', 'template/not-found', `there is no ${MANIFEST} in ${where}`, { hints }));
  }
  if (problems.length > 0) throw new TemplateError(`the template ${where} cannot be read`, problems);
  const images = await templateImages(place.kind === 'file' ? path.dirname(place.file) : place.folder, problems);
  if (problems.length > 0) throw new TemplateError(`the template ${where} cannot be read`, problems);
  const shown = Object.keys(images).length === 0 ? {} : { images };
  const template: Template = { manifest: manifest as TemplateManifestInput, files, ...shown };
  return { template, sources, locate };
}

/** The JPEG and PNG files in the folder `images` beside a template's files. */
async function templateImages(folder: string, problems: Diagnostic[]): Promise<Record<string, Uint8Array>> {
  const place = path.join(folder, 'images');
  const names = (await readdir(place).catch(() => [])).filter((name) => /\.(?:jpe?g|png)$/i.test(name)).sort();
  await requireInside(
    folder,
    names.map((name) => `images/${name}`),
  );
  const images: Record<string, Uint8Array> = {};
  for (const name of names) {
    const read = await readNamedFile(place, name);
    if ('problem' in read) problems.push(read.problem);
    else images[name] = read.bytes;
  }
  return images;
}

/** A problem with its file as it can be opened, and the place in template.json of the value that it is about. */
function inFile(
  problem: Diagnostic,
  sources: Readonly<Record<string, string>>,
  locate: (name: string) => string,
): Diagnostic {
  const { source } = problem;
  const text = source && Object.hasOwn(sources, source.file) ? sources[source.file] : undefined;
  if (!source || text === undefined) return problem;
  const file = locate(source.file);
  if (source.file !== MANIFEST || problem.path === undefined || problem.path === '') {
    return { ...problem, source: { ...source, file } };
  }
  return { ...problem, source: pathLocator(text, { file })(problem.path) ?? { ...source, file } };
}

/**
 * @throws {TemplateError} when the folder cannot be read, or a file of it leads out of it: a template is trusted for
 *   layout only, so a link must not bring in what lies elsewhere
 */
async function templateFiles(folder: string): Promise<string[]> {
  try {
    const top = (await readdir(folder)).filter((name) => name === MANIFEST || name.endsWith('.hbs'));
    const below = await readdir(path.join(folder, 'partials'), { recursive: true }).catch(() => []);
    const partials = below
      .filter((name) => name.endsWith('.hbs'))
      .map((name) => `partials/${name.split(path.sep).join('/')}`);
    const names = [...top, ...partials].sort();
    await requireInside(folder, names);
    return names;
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(`the template ${folder} cannot be read`, [unreadable(folder, error)]);
  }
}

async function requireInside(folder: string, names: readonly string[]): Promise<void> {
  const root = await realpath(folder);
  const problems: Diagnostic[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    const real = await realpath(file).catch(() => file);
    const inside = path.relative(root, real);
    if (real === file || !(inside.startsWith('..') || path.isAbsolute(inside))) continue;
    const hints = ['copy the file into the template folder'];
    problems.push(
      diagnostic('error', 'template/forbidden', `${file} is a link that leads out of the template`, { hints }),
    );
  }
  if (problems.length > 0) throw new TemplateError(`the template ${folder} cannot be read`, problems);
}

function parseManifest(text: string, file: string, problems: Diagnostic[]): unknown {
  const start = { file, line: 1, column: 1 };
  try {
    const manifest = JSON.parse(text) as unknown;
    if (typeof manifest !== 'object' || manifest === null || !Object.hasOwn(manifest, 'prepared')) return manifest;
    const hints = ['give the template that it was made of; in code, pass what the file holds to renderPacket'];
    const message = `${file} is a template for apps, as "lor-packet templates precompile" writes it`;
    problems.push(diagnostic('error', 'template/invalid', message, { source: start, hints }));
    return undefined;
  } catch (error) {
    // What JSON.parse says of the place differs between versions of Node, and is often nothing.
    const [mistake] = readJson(normalizeLineEnds(text)).mistakes;
    const reason =
      text.trim() === ''
        ? 'the file is empty'
        : (mistake?.message ?? (error instanceof Error ? error.message : String(error)));
    const source = { ...start, ...mistake?.at };
    const hints = mistake?.hints ?? [];
    problems.push(
      diagnostic('error', 'template/invalid', `${MANIFEST} is not valid JSON: ${reason}`, { source, hints }),
    );
    return undefined;
  }
}
