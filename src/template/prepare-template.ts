import * as z from 'zod';

import { diagnostic, hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { TemplateError } from '../errors.js';
import { PARTIAL_NAME, templateManifestSchema, type TemplateManifest } from '../schema/template.js';
import { DEFAULT_THEME, type Theme } from '../schema/theme.js';
import { parseTemplate } from './parse-template.js';
import type { Program } from './program.js';
import { readProgram, SECTIONS, type PartialCall, type ReadProgram } from './read-program.js';
import { didYouMean } from './similar-names.js';
import type { PreparedTemplate, Template } from './types.js';

/** The file that frames the sections. */
export const FRAME_FILE = 'packet.md.hbs';
const MANIFEST_FILE = 'template.json';
const PARTIAL_FILE = /^partials\/(.+)\.md\.hbs$/;

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
  for (const [index, section] of (manifest?.sections ?? []).entries()) {
    const path = `sections[${index}].partial`;
    files.require(section.partial, { file: MANIFEST_FILE, path });
  }
  files.checkFrame(frame);
  files.reportUnused();
  if (manifest === undefined || hasErrors(problems)) {
    const name = typeof manifest?.name === 'string' ? `template "${manifest.name}"` : 'the template';
    throw new TemplateError(`${name} cannot be used`, problems.filter((problem) => problem.severity === 'error'));
  }
  const theme = manifest.theme ?? fallbackTheme(options.fallback);
  return { manifest, theme, diagnostics: problems, frame: frame.program, partials: files.programs() };
}

function readManifest(input: unknown, problems: Diagnostic[]): TemplateManifest | undefined {
  const result = templateManifestSchema.safeParse(input);
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push(...manifestProblems(issue));
  return undefined;
}

function manifestProblems(issue: z.core.$ZodIssue): Diagnostic[] {
  const path = issue.path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
  const source = { file: MANIFEST_FILE, line: 1, column: 1 };
  if (issue.code !== 'unrecognized_keys') {
    const message = `${path === '' ? 'template.json' : path}: ${issue.message}`;
    return [diagnostic('error', 'template/invalid', message, { path, source })];
  }
  const known = knownKeys(issue.path);
  return issue.keys.map((key) => {
    const at = path === '' ? key : `${path}.${key}`;
    const hints = didYouMean(key, known);
    return diagnostic('error', 'template/invalid', `unknown key "${at}"`, { path: at, source, found: key, hints });
  });
}

/** The keys that the manifest allows at a path. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  type Schema = { properties?: Record<string, Schema>; items?: Schema };
  let at = z.toJSONSchema(templateManifestSchema, { io: 'input' }) as Schema | undefined;
  for (const key of path) at = typeof key === 'number' ? at?.items : at?.properties?.[String(key)];
  return Object.keys(at?.properties ?? {});
}

function fallbackTheme(fallback: Template | undefined): Theme {
  const manifest = templateManifestSchema.safeParse(fallback?.manifest);
  return (manifest.success ? manifest.data.theme : undefined) ?? DEFAULT_THEME;
}

/** The files of a template and of its fallback, read as they are called for. */
class TemplateFiles {
  readonly #own: Readonly<Record<string, unknown>>;
  readonly #fallback: Readonly<Record<string, unknown>>;
  readonly #read = new Map<string, ReadProgram>();
  readonly #problems: Diagnostic[];

  constructor(template: Template, fallback: Template | undefined, problems: Diagnostic[]) {
    this.#own = template.files;
    this.#fallback = fallback?.files ?? {};
    this.#problems = problems;
    if (Object.hasOwn(this.#own, partialFile(SECTIONS))) {
      const source = { file: partialFile(SECTIONS), line: 1, column: 1 };
      const hints = ['give the partial another name'];
      problems.push(diagnostic('error', 'template/invalid', '"sections" is a reserved name', { source, hints }));
    }
  }

  frame(): ReadProgram {
    const frame = this.#open(FRAME_FILE);
    if (frame !== undefined) {
      for (const call of frame.calls) if (call.name !== SECTIONS) this.#follow(call);
      return frame;
    }
    const source = { file: FRAME_FILE, line: 1, column: 1 };
    this.#problems.push(diagnostic('error', 'template/unknown-partial', `there is no ${FRAME_FILE}`, { source }));
    return { program: { statements: [] }, calls: [{ name: SECTIONS, at: source, plain: true }], problems: [] };
  }

  /** Reads a partial and all that it calls; a partial that exists nowhere is a problem where it is called. */
  require(name: string, from: { file: string; line?: number; column?: number; path?: string }): void {
    if (this.#read.has(name)) return;
    const { path, file, line = 1, column = 1 } = from;
    const program = name === SECTIONS ? undefined : this.#open(partialFile(name));
    if (program === undefined) {
      const message = name === SECTIONS ? '"sections" belongs in packet.md.hbs only' : `there is no partial "${name}"`;
      const hints = name === SECTIONS ? [] : didYouMean(name, this.#names());
      const code = name === SECTIONS ? 'template/forbidden' : 'template/unknown-partial';
      const where = { ...(path === undefined ? {} : { path }), source: { file, line, column } };
      this.#problems.push(diagnostic('error', code, message, { ...where, found: name, hints }));
      return;
    }
    this.#read.set(name, program);
    for (const call of program.calls) this.#follow(call);
  }

  checkFrame(frame: ReadProgram): void {
    const calls = frame.calls.filter((call) => call.name === SECTIONS);
    const first = { file: FRAME_FILE, line: 1, column: 1 };
    const report = (message: string, source = first): void => {
      const hints = ['write {{> sections}} once, on a line of its own, outside blocks'];
      this.#problems.push(diagnostic('error', 'template/invalid', message, { source, hints }));
    };
    const readable = frame.calls.length > 0 || frame.problems.length === 0;
    if (calls.length === 0 && readable) report('packet.md.hbs does not place the sections');
    for (const [index, call] of calls.entries()) {
      if (index > 0) report('packet.md.hbs places the sections twice', call.at);
      else if (!call.plain) report('{{> sections}} stands inside a block or takes values', call.at);
    }
  }

  /** Warns of files that nothing uses: most likely a misspelt name. */
  reportUnused(): void {
    for (const file of Object.keys(this.#own)) {
      const name = PARTIAL_FILE.exec(file)?.[1];
      if (file === FRAME_FILE || file === MANIFEST_FILE || name === SECTIONS) continue;
      if (name !== undefined && this.#read.has(name)) continue;
      const known = name === undefined || !PARTIAL_NAME.test(name) ? [] : didYouMean(name, this.#read.keys());
      const hints = name === undefined ? ['a partial is a file partials/<name>.md.hbs'] : known;
      const source = { file, line: 1, column: 1 };
      this.#problems.push(diagnostic('warning', 'template/invalid', `${file} is used by nothing`, { source, hints }));
    }
  }

  programs(): ReadonlyMap<string, Program> {
    return new Map([...this.#read].map(([name, { program }]) => [name, program]));
  }

  #follow(call: PartialCall): void {
    this.require(call.name, call.at);
  }

  #open(file: string): ReadProgram | undefined {
    const files = [this.#own, this.#fallback].find((candidate) => Object.hasOwn(candidate, file));
    if (files === undefined) return undefined;
    const parsed = parseTemplate(files[file], file);
    if ('problem' in parsed) {
      this.#problems.push(parsed.problem);
      return { program: { statements: [] }, calls: [], problems: [parsed.problem] };
    }
    const read = readProgram(parsed.ast, file);
    this.#problems.push(...read.problems);
    return read;
  }

  #names(): string[] {
    const files = [...Object.keys(this.#own), ...Object.keys(this.#fallback)];
    return files.flatMap((file) => PARTIAL_FILE.exec(file)?.[1] ?? []).filter((name) => name !== SECTIONS);
  }
}

function partialFile(name: string): string {
  return `partials/${name}.md.hbs`;
}
