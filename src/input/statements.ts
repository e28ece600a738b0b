import type { Application } from '../schema/application.js';
import { notSupplied } from './named-files.js';
import type { Problems } from './problems.js';
import { entriesAt, textAt } from './raw-data.js';
import { normalizeLineEnds } from './source-text.js';

const MAX_STATEMENT = 40_000;

/** The files that the statements of an application name, each once, in their order. */
export function statementFilesIn(data: unknown): string[] {
  const names = entriesAt(data, ['statements']).flatMap(({ path }) => textAt(data, [...path, 'file']) ?? []);
  return [...new Set(names)];
}

/** Finds statements without a text, with two, or with a file that is not there, empty or too long. */
export function checkStatements(data: unknown, texts: Readonly<Record<string, string>>, problems: Problems): void {
  for (const { path } of entriesAt(data, ['statements'])) {
    const file = textAt(data, [...path, 'file']);
    const text = textAt(data, [...path, 'text']);
    if (file === null && text === null) {
      const hints = [
        'add "file", the name of a Markdown file beside the application, or "text" with the statement itself',
      ];
      problems.add({ code: 'input/missing', message: 'this statement has neither "file" nor "text"', path, hints });
    }
    if (file === null) continue;
    const at = [...path, 'file'];
    const supplied = Object.hasOwn(texts, file) ? texts[file] : undefined;
    if (text !== null) {
      const hints = ['keep one of them'];
      problems.add({
        code: 'input/bad-value',
        message: 'this statement has both "file" and "text"',
        path: at,
        at: 'key',
        hints,
      });
    } else if (supplied === undefined) {
      const hints = ['put the file beside the application, or correct its name'];
      problems.add({ code: 'input/file-missing', message: notSupplied(file), path: at, hints });
    } else if (supplied.trim() === '') {
      problems.add({
        code: 'input/missing',
        message: `the file "${file}" is empty`,
        path: at,
        hints: ['write the statement in it'],
      });
    } else if (supplied.length > MAX_STATEMENT) {
      const over = supplied.length - MAX_STATEMENT;
      const length = `${supplied.length} characters long, ${over} over the limit of ${MAX_STATEMENT}`;
      const message = `the text in "${file}" is ${length}`;
      problems.add({ code: 'input/too-long', message, path: at, hints: [`shorten it by ${over} characters`] });
    }
  }
}

/** Puts the texts of the files into the statements. */
export function fillStatements(application: Application, texts: Readonly<Record<string, string>>): Application {
  const statements = application.statements.map((statement) => {
    const text = statement.text ?? (statement.file === undefined ? undefined : texts[statement.file]);
    return text === undefined ? statement : { ...statement, text: normalizeLineEnds(text) };
  });
  return { ...application, statements };
}
