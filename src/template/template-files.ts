import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { PARTIAL_NAME } from '../schema/template.js';
import { parseTemplate } from './parse-template.js';
import type { Program } from './program.js';
import { MANIFEST_FILE } from './read-manifest.js';
import { readProgram, SECTIONS, type PartialCall, type ReadProgram } from './read-program.js';
import { didYouMean } from './similar-names.js';
import type { Template } from './types.js';

/** The file that frames the sections. */
export const FRAME_FILE = 'packet.md.hbs';
const PARTIAL_FILE = /^partials\/(.+)\.md\.hbs$/;

/** The files of a template and of those that it falls back on, read as they are called for. */
export class TemplateFiles {
  readonly #own: Readonly<Record<string, unknown>>;
  readonly #fallbacks: readonly Readonly<Record<string, unknown>>[];
  readonly #read = new Map<string, ReadProgram>();
  readonly #problems: Diagnostic[];

  constructor(template: Template, fallbacks: readonly Template[], problems: Diagnostic[]) {
    this.#own = template.files;
    this.#fallbacks = fallbacks.map(({ files }) => files);
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

  /** Reads every partial of the template, for when its manifest does not say which are used. */
  requireAll(): void {
    for (const file of Object.keys(this.#own)) {
      const name = PARTIAL_FILE.exec(file)?.[1];
      if (name !== undefined && name !== SECTIONS) this.require(name, { file });
    }
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

  programs(): Readonly<Record<string, Program>> {
    return Object.fromEntries([...this.#read].map(([name, { program }]) => [name, program]));
  }

  #follow(call: PartialCall): void {
    this.require(call.name, call.at);
  }

  #open(file: string): ReadProgram | undefined {
    const files = [this.#own, ...this.#fallbacks].find((candidate) => Object.hasOwn(candidate, file));
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
    const files = [this.#own, ...this.#fallbacks].flatMap((files) => Object.keys(files));
    return files.flatMap((file) => PARTIAL_FILE.exec(file)?.[1] ?? []).filter((name) => name !== SECTIONS);
  }
}

function partialFile(name: string): string {
  return `partials/${name}.md.hbs`;
}
