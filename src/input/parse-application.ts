import { openApplication, type ParsedApplication } from './open-application.js';
import { readDocument, type ParseOptions } from './read-document.js';

export type { ParsedApplication } from './open-application.js';

/**
 * Reads an application: text in, typed application or diagnostics with file, line and column out. Never throws.
 *
 * Text that the schema takes as text keeps its characters (`aamcId: 00123456` keeps its zeros). A statement gets the
 * text of its file, with line feeds and without a byte order mark; `applicant.id` is always set.
 *
 * @example
 * const { application, diagnostics } = parseApplication(text, { file: 'application.yaml' });
 * if (!application) throw new InputError('the application has errors', diagnostics);
 */
export function parseApplication(text: string, options: ParseOptions): ParsedApplication {
  return openApplication(readDocument(text, options)).parse(options);
}

/**
 * The files that the statements of an application name, each once. Reads as much as it can of a text with errors,
 * because {@link parseApplication} reports them.
 */
export function statementFiles(text: string, options: Pick<ParseOptions, 'file' | 'format'>): readonly string[] {
  return openApplication(readDocument(text, options)).statementFiles;
}

/**
 * The files whose bytes an application names (appendices), each once, exactly as they are written there. Reads as much
 * as it can of a text with errors.
 *
 * @example
 * const files = Object.fromEntries(await Promise.all(namedFiles(text, { file }).map(async (name) => [name, await bytesOf(name)])));
 * const { application } = parseApplication(text, { file, files: new Set(Object.keys(files)) });
 * await renderPacket(application, 'alvarez', { today, typesetter, files });
 */
export function namedFiles(text: string, options: Pick<ParseOptions, 'file' | 'format'>): readonly string[] {
  return openApplication(readDocument(text, options)).namedFiles;
}

/** The file that `reference` names, or null when it names none. Reads as much as it can of a text with errors. */
export function referenceFile(text: string, options: Pick<ParseOptions, 'file' | 'format'>): string | null {
  return openApplication(readDocument(text, options)).referenceFile;
}
