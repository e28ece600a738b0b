import { diagnostic, type Diagnostic, type DiagnosticCode, type SourceLocation } from '../diagnostics/index.js';
import { TemplateError } from '../errors.js';
import { cleanMarks, slotMark } from './slot-marks.js';
import type { Slot, TemplateLimits } from './types.js';

export const DEFAULT_LIMITS: TemplateLimits = {
  partialDepth: 32,
  iterations: 50_000,
  steps: 1_000_000,
  characters: 4_000_000,
};

/** Most problems that one run reports; the rest are the same mistake again. */
const MOST_PROBLEMS = 50;

/** A value with the brief path where it stands; the path is empty for values of the template itself. */
export interface Located {
  readonly value: unknown;
  readonly path: string;
  /** BCP 47, for the `text` of a group of fields that also has a `lang`. */
  readonly lang?: string;
}

/** Thrown to stop a run that does too much; caught by `composeMarkdown`. */
export class LimitFault extends Error {}

/** The account of one run: slots given out, problems found, work done. */
export class Evaluation {
  readonly slots: Slot[] = [];
  readonly problems: Diagnostic[] = [];
  readonly warnings: Diagnostic[] = [];
  readonly #limits: TemplateLimits;
  readonly #seen = new Set<string>();
  #steps = 0;
  #iterations = 0;
  #characters = 0;

  constructor(limits: TemplateLimits) {
    this.#limits = limits;
  }

  /** Gives out a slot and returns its mark. An empty value has a mark too, so that it cannot change the structure. */
  slot(kind: Slot['kind'], { value, path, lang }: Located): string {
    const text = value === null || value === undefined ? '' : String(value);
    const clean = cleanMarks(text);
    if (clean !== text) {
      const message = 'the value holds a character that cannot be printed';
      this.warnings.push(diagnostic('warning', 'input/bad-value', message, path === '' ? {} : { path }));
    }
    this.countCharacters(clean.length);
    this.slots.push({ kind, value: clean, path, ...(lang === undefined ? {} : { lang }) });
    return slotMark(this.slots.length - 1);
  }

  /** Reports a problem of the template once for each place. */
  report(code: DiagnosticCode, message: string, at: SourceLocation, rest: Partial<Diagnostic> = {}): void {
    const key = `${code} ${at.file}:${at.line}:${at.column}`;
    if (this.#seen.has(key) || this.problems.length >= MOST_PROBLEMS) return;
    this.#seen.add(key);
    this.problems.push(diagnostic('error', code, message, { ...rest, source: at }));
  }

  countStep(at: SourceLocation): void {
    if (++this.#steps > this.#limits.steps) this.#stop('the template does too much work', at);
  }

  countIteration(at: SourceLocation): void {
    const most = this.#limits.iterations;
    if (++this.#iterations > most) this.#stop(`the loops of the template turn more than ${most} times`, at);
  }

  countCharacters(length: number, at?: SourceLocation): void {
    this.#characters += length;
    const most = this.#limits.characters;
    if (this.#characters > most) this.#stop(`the template makes more than ${most} characters`, at);
  }

  enterPartial(depth: number, name: string, at: SourceLocation): void {
    if (depth > this.#limits.partialDepth) {
      this.#stop(`partials are nested more than ${this.#limits.partialDepth} deep, at "${name}"`, at, [
        'a partial that calls itself needs an {{#if}} that ends it',
      ]);
    }
  }

  /** Ends the run with its problems, if it has any. */
  finish(name: string): void {
    if (this.problems.length > 0) throw new TemplateError(`template "${name}" cannot be used`, this.problems);
  }

  #stop(message: string, at?: SourceLocation, hints: readonly string[] = []): never {
    const where = at === undefined ? {} : { source: at };
    this.problems.push(diagnostic('error', 'template/limit', message, { ...where, hints }));
    throw new LimitFault(message);
  }
}
