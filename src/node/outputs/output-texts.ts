import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { TemplateError } from '../../errors.js';
import { shapeOf } from '../../schema/brief-shape.js';
import { calendarEventSchema, indexPageSchema, mailSchema, planPageSchema } from '../../schema/output-texts.js';
import { didYouMean } from '../../template/index.js';
import { prepareText, type PreparedText } from '../../template/text-templates.js';
import { readText, unreadable } from '../read-text.js';
import { BUILTIN_TEXTS } from './builtin-texts.generated.js';

/** The texts of what a batch writes besides packets, each with what its data looks like. */
const TEXTS = {
  index: { file: 'pages/index.html.hbs', schema: indexPageSchema },
  plan: { file: 'pages/plan.html.hbs', schema: planPageSchema },
  event: { file: 'calendar/event.txt.hbs', schema: calendarEventSchema },
  request: { file: 'mail/request.txt.hbs', schema: mailSchema },
  reminder: { file: 'mail/reminder.txt.hbs', schema: mailSchema },
  thanks: { file: 'mail/thanks.txt.hbs', schema: mailSchema },
} as const;

/** Templates of all texts, ready to be filled. */
export interface OutputTexts {
  readonly texts: Readonly<Record<keyof typeof TEXTS, PreparedText>>;
  /** All files, by which one set of texts is told from another. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Reads and checks the texts.
 *
 * @param folder files of it take the place of the built-in ones of the same path
 * @throws {TemplateError} with every problem
 */
export async function loadOutputTexts(folder?: string): Promise<OutputTexts> {
  const own = folder === undefined ? {} : await readFolder(folder);
  const files = { ...BUILTIN_TEXTS, ...own };
  const problems: Diagnostic[] = [];
  const texts = Object.entries(TEXTS).flatMap(([name, { file, schema }]) => {
    try {
      return [[name, prepareText(file, files, shapeOf(schema))] as const];
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      problems.push(...error.diagnostics.map((problem) => inFolder(problem, own, folder)));
      return [];
    }
  });
  if (problems.length > 0) throw new TemplateError(`the texts ${folder ?? ''} cannot be used`, unique(problems));
  return { texts: Object.fromEntries(texts) as OutputTexts['texts'], files };
}

async function readFolder(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new TemplateError(`the texts ${folder} cannot be read`, [unreadable(folder, error)]);
  });
  const files: Record<string, string> = {};
  const problems: Diagnostic[] = [];
  const known = Object.keys(BUILTIN_TEXTS);
  for (const name of names.map((entry) => entry.split(path.sep).join('/')).sort()) {
    if (!name.endsWith('.hbs')) continue;
    const file = path.join(folder, ...name.split('/'));
    if (!known.includes(name) && !/^partials\/[^/]+\.hbs$/.test(name)) {
      const hints = [...didYouMean(name, known), `texts are ${known.filter((text) => !text.startsWith('partials/')).join(', ')}`]; // prettier-ignore
      problems.push(diagnostic('error', 'template/invalid', `${file} is no text that lor-packet writes`, { hints }));
      continue;
    }
    const read = await readText(file);
    if ('problem' in read) problems.push(read.problem);
    else files[name] = read.text;
  }
  if (Object.keys(files).length === 0 && problems.length === 0) {
    const hints = ['copy those that you want to change from dist/texts of the package, with their folders'];
    problems.push(diagnostic('error', 'template/not-found', `there are no texts in ${folder}`, { hints }));
  }
  if (problems.length > 0) throw new TemplateError(`the texts ${folder} cannot be used`, problems);
  return files;
}

/** A problem with its file as it can be opened. */
function inFolder(problem: Diagnostic, own: Readonly<Record<string, string>>, folder: string | undefined): Diagnostic {
  const { source } = problem;
  if (!source || folder === undefined || !Object.hasOwn(own, source.file)) return problem;
  return { ...problem, source: { ...source, file: path.join(folder, ...source.file.split('/')) } };
}

/** Texts share partials, and so their problems. */
function unique(problems: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
