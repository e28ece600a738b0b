import type { ReferenceRows } from '../schema/reference.js';
import { MAX_TEXT_LENGTH } from './limits.js';
import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';
import { sourceDocument, type SourceDocument } from './source-document.js';
import { normalizeLineEnds } from './source-text.js';

/** How an application is read. */
export interface ParseOptions {
  /** Name of the file, for messages, such as `application.yaml`. */
  readonly file: string;
  /** Notation of the text; by default by the ending of `file`: `.json` is JSON, everything else YAML. */
  readonly format?: 'yaml' | 'json';
  /** Texts of the files that `statements[].file` names, by that name; see `statementFiles`. */
  readonly statements?: Readonly<Record<string, string>>;
  /**
   * The files whose bytes are at hand, of those that `namedFiles` tells; the others are reported as missing. Left out,
   * nothing is said about them.
   */
  readonly files?: ReadonlySet<string>;
  /** The rows of the file that `reference` names (see `referenceFile`); null when that file has errors of its own. */
  readonly reference?: ReferenceRows | null;
  /** Id of the applicant when the file has none, such as the name of its folder. */
  readonly applicantId?: string;
}

/** Reads a text as far as it can be read; what is wrong with its notation is in `mistakes`. */
export function readDocument(text: string, { file, format }: Pick<ParseOptions, 'file' | 'format'>): SourceDocument {
  if (text.length > MAX_TEXT_LENGTH) return tooLarge(file, text.length);
  const isJson = format === undefined ? /\.json$/i.test(file) : format === 'json';
  const normal = normalizeLineEnds(text);
  return sourceDocument(file, isJson ? readJson(normal) : readYaml(normal));
}

function tooLarge(file: string, length: number): SourceDocument {
  const size = `${(length / 1024 / 1024).toFixed(1)} MB`;
  return sourceDocument(file, {
    source: { text: '', locate: () => ({ line: 1, column: 1 }) },
    root: null,
    mistakes: [
      {
        code: 'input/too-large',
        at: { line: 1, column: 1 },
        message: `the file has ${size}, over the limit of ${MAX_TEXT_LENGTH / 1024 / 1024} MB`,
        hints: ['an application has a few pages of text; is this the right file?'],
      },
    ],
  });
}
