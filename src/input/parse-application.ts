import { hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { applicationSchema, type Application } from '../schema/application.js';
import { checkChoices } from './check-choices.js';
import { checkDates } from './check-dates.js';
import { checkIds } from './check-ids.js';
import { checkReferences } from './check-references.js';
import { allIssues, explainIssue } from './explain-issue.js';
import { explainRoot, isMissing } from './explain-type.js';
import { explainUnknownKeys } from './explain-unknown-keys.js';
import { MAX_TEXT_LENGTH } from './limits.js';
import { collectProblems } from './problems.js';
import { readJson } from './read-json.js';
import { readValues } from './read-values.js';
import { readYaml } from './read-yaml.js';
import { sourceDocument, type SourceDocument } from './source-document.js';
import { normalizeLineEnds } from './source-text.js';
import { formatPath, type DataPath } from './source-tree.js';
import { checkStatements, fillStatements, namedFiles } from './statements.js';

/** How an application is read. */
export interface ParseOptions {
  /** Name of the file, for messages, such as `application.yaml`. */
  readonly file: string;
  /** Notation of the text; by default by the ending of `file`: `.json` is JSON, everything else YAML. */
  readonly format?: 'yaml' | 'json';
  /** Texts of the files that `statements[].file` names, by that name; see {@link statementFiles}. */
  readonly statements?: Readonly<Record<string, string>>;
  /** Id of the applicant when the file has none, such as the name of its folder. */
  readonly applicantId?: string;
}

/** What became of a text: an application, or the reasons why not. Warnings can come with either. */
export interface ParsedApplication {
  /** Null when there is any error. */
  readonly application: Application | null;
  /** All problems at once, by their place in the file. */
  readonly diagnostics: Diagnostic[];
}

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
  const document = readDocument(text, options);
  const problems = collectProblems(document);
  const { root } = document;
  if (root?.kind !== 'mapping') {
    if (document.mistakes.length === 0 || root !== null) problems.add(explainRoot(root));
    return { application: null, diagnostics: problems.list() };
  }

  const texts = options.statements ?? {};
  const { value, unknownKeys } = readValues(root, applicationSchema);
  const meant = new Set<string>();
  for (const { problem, meant: paths } of explainUnknownKeys(unknownKeys, applicationSchema)) {
    problems.add(problem);
    for (const path of paths) if (isMissing(root, path)) meant.add(formatPath(path));
  }
  const result = applicationSchema.safeParse(value);
  for (const issue of allIssues(result.error?.issues ?? [], value, applicationSchema)) {
    if (meant.has(formatPath(issue.path as DataPath))) continue;
    for (const problem of explainIssue(issue, root, applicationSchema)) problems.add(problem);
  }
  checkIds(value, problems);
  checkReferences(value, document, problems);
  checkDates(value, problems);
  checkChoices(value, problems);
  checkStatements(value, texts, problems);

  const diagnostics = problems.list();
  if (!result.success || hasErrors(diagnostics)) return { application: null, diagnostics };
  const application = withApplicantId(fillStatements(result.data, texts), options.applicantId);
  return { application, diagnostics };
}

/**
 * The files that the statements of an application name, each once. Reads as much as it can of a text with errors,
 * because {@link parseApplication} reports them.
 */
export function statementFiles(text: string, options: Pick<ParseOptions, 'file' | 'format'>): string[] {
  const { root } = readDocument(text, options);
  return root ? namedFiles(readValues(root, applicationSchema).value) : [];
}

function readDocument(text: string, { file, format }: Pick<ParseOptions, 'file' | 'format'>): SourceDocument {
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

function withApplicantId(application: Application, fallback: string | undefined): Application {
  const { applicant } = application;
  if (applicant.id !== undefined) return application;
  const name = [applicant.name.given, applicant.name.family].filter((part) => part !== undefined).join('-');
  const id = slug(fallback ?? '') || slug(name).toLowerCase() || 'applicant';
  return { ...application, applicant: { ...applicant, id } };
}

/** Letters, digits, `-` and `_` of a text: accents are dropped, everything else becomes a hyphen. */
function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
  return plain
    .replace(/[^a-z0-9_-]+/gi, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 64);
}
