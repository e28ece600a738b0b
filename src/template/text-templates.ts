import { diagnostic, hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { TemplateError } from '../errors.js';
import type { Shape } from '../schema/brief-shape.js';
import { checkFields } from './check-fields.js';
import { DEFAULT_LIMITS, Evaluation, LimitFault } from './evaluation.js';
import { Evaluator, textOf } from './evaluate.js';
import { parseTemplate } from './parse-template.js';
import type { Program } from './program.js';
import { readProgram, SECTIONS } from './read-program.js';
import { rootScope } from './scope.js';
import { didYouMean } from './similar-names.js';
import { fillMarks } from './slot-marks.js';
import type { Slot, TemplateLimits } from './types.js';

/** A text that is no packet (a web page, an e-mail, a calendar entry) as a template that was read and checked. */
export interface PreparedText {
  /** File of the template, for messages. */
  readonly file: string;
  readonly program: Program;
  readonly partials: Readonly<Record<string, Program>>;
}

const partialFile = (name: string): string => `partials/${name}.hbs`;

/**
 * Reads and checks the template of one text, with the partials `partials/<name>.hbs` that it calls.
 *
 * @param files all files of the folder by their paths
 * @param shape what the data of this text looks like: every field is checked against it, in all branches
 * @throws TemplateError with every problem
 */
export function prepareText(file: string, files: Readonly<Record<string, string>>, shape: Shape): PreparedText {
  const problems: Diagnostic[] = [];
  const partials: Record<string, Program> = {};
  const open = (name: string): Program => {
    const parsed = parseTemplate(Object.hasOwn(files, name) ? files[name] : undefined, name);
    if ('problem' in parsed) {
      problems.push(parsed.problem);
      return { statements: [] };
    }
    const read = readProgram(parsed.ast, name);
    problems.push(...read.problems);
    for (const { name: called, at } of read.calls) {
      if (Object.hasOwn(partials, called)) continue;
      if (called !== SECTIONS && Object.hasOwn(files, partialFile(called))) {
        partials[called] = { statements: [] };
        partials[called] = open(partialFile(called));
        continue;
      }
      const known = Object.keys(files).flatMap((path) => /^partials\/(.+)\.hbs$/.exec(path)?.[1] ?? []);
      const hints = didYouMean(called, known);
      const message = `there is no partial "${called}"`;
      problems.push(diagnostic('error', 'template/unknown-partial', message, { source: at, found: called, hints }));
    }
    return read.program;
  };
  const program = open(file);
  if (shape.kind !== 'group') throw new TypeError('the data of a text is a group of fields');
  problems.push(...checkFields({ frame: program, partials, sections: [] }, shape));
  if (hasErrors(problems)) throw new TemplateError(`the text ${file} cannot be used`, problems);
  return { file, program, partials };
}

/** Options of {@link composeText}. */
export interface ComposeTextOptions {
  /** Writes a value into the text: escapes it for the format that the text is in. @default as it is */
  readonly write?: (value: string) => string;
  /** How much work the template may do; each limit has its default. */
  readonly limits?: Partial<TemplateLimits>;
}

/**
 * Fills the template of a text with its data. No value can be taken for text of the template: `write` sees each of them.
 *
 * @throws TemplateError `template/limit`, or a value that cannot be printed where the template prints it
 */
export function composeText(prepared: PreparedText, data: object, options: ComposeTextOptions = {}): string {
  const { write = (value) => value } = options;
  const { text, slots } = composeMarked(prepared, data, options.limits);
  return fillMarks(text, slots, ({ value }) => write(value));
}

/**
 * As {@link composeText} for a text whose first line is its title: `Subject: ...`, or the title alone. The line ends
 * where the template ends it: line ends in a value of the title become spaces.
 */
export function composeTitled(prepared: PreparedText, data: object): { readonly title: string; readonly body: string } {
  const { text, slots } = composeMarked(prepared, data);
  const [first = '', ...rest] = text.trimStart().split('\n');
  const title = fillMarks(first, slots, ({ value }) => value);
  const body = fillMarks(rest.join('\n').trim(), slots, ({ value }) => value);
  return { title: title.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim(), body };
}

function composeMarked(
  { file, program, partials }: PreparedText,
  data: object,
  limits: Partial<TemplateLimits> = {},
): { readonly text: string; readonly slots: readonly Slot[] } {
  const evaluation = new Evaluation({ ...DEFAULT_LIMITS, ...limits });
  let text = '';
  try {
    const chunks = new Evaluator({ partials }, evaluation).run(program, rootScope(data));
    text = textOf(chunks);
  } catch (fault) {
    if (!(fault instanceof LimitFault)) throw fault;
  }
  evaluation.finish(file);
  return { text, slots: evaluation.slots };
}
