import { hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { applicationSchema, type Application } from '../schema/application.js';
import { checkAppendices } from './check-appendices.js';
import { checkChoices } from './check-choices.js';
import { checkDates } from './check-dates.js';
import { checkIds } from './check-ids.js';
import { checkOwnTerms } from './check-own-terms.js';
import { checkReferences } from './check-references.js';
import { allIssues, explainIssue } from './explain-issue.js';
import { explainRoot, isMissing } from './explain-type.js';
import { explainUnknownKeys } from './explain-unknown-keys.js';
import { collectProblems } from './problems.js';
import { readDocument, type ParseOptions } from './read-document.js';
import { readValues } from './read-values.js';
import { valueAt } from './raw-data.js';
import { formatPath, type DataPath } from './source-tree.js';
import { checkReferenceFile, namedReference } from './reference-file.js';
import { checkNamedFiles, namedFilesIn } from './named-files.js';
import { checkStatements, fillStatements, statementFilesIn } from './statements.js';

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
  checkReferenceFile(value, options.reference, problems);
  checkAppendices(value, problems);
  checkNamedFiles(value, options.files, problems);
  const own = namedReference(value) === null ? valueAt(value, ['reference']) : options.reference;
  if (own !== null) checkOwnTerms(value, own, root, problems);

  const diagnostics = problems.list();
  if (!result.success || hasErrors(diagnostics)) return { application: null, diagnostics };
  const filled = fillStatements(result.data, texts);
  const withReference =
    namedReference(value) === null ? filled : { ...filled, reference: options.reference ?? undefined };
  return { application: withApplicantId(withReference, options.applicantId), diagnostics };
}

/**
 * The files that the statements of an application name, each once. Reads as much as it can of a text with errors,
 * because {@link parseApplication} reports them.
 */
export function statementFiles(text: string, options: Pick<ParseOptions, 'file' | 'format'>): string[] {
  const { root } = readDocument(text, options);
  return root ? statementFilesIn(readValues(root, applicationSchema).value) : [];
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
export function namedFiles(text: string, options: Pick<ParseOptions, 'file' | 'format'>): string[] {
  const { root } = readDocument(text, options);
  return root ? namedFilesIn(readValues(root, applicationSchema).value) : [];
}

/** The file that `reference` names, or null when it names none. Reads as much as it can of a text with errors. */
export function referenceFile(text: string, options: Pick<ParseOptions, 'file' | 'format'>): string | null {
  const { root } = readDocument(text, options);
  return root ? namedReference(readValues(root, applicationSchema).value) : null;
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
