import { hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { applicationSchema, type Application } from '../schema/application.js';
import { checkAppendices } from './check-appendices.js';
import { checkChoices } from './check-choices.js';
import { checkDates } from './check-dates.js';
import { checkDirection } from './check-direction.js';
import { checkIds } from './check-ids.js';
import { checkOwnTerms } from './check-own-terms.js';
import { checkReferences } from './check-references.js';
import { allIssues, explainIssue } from './explain-issue.js';
import { explainRoot, isMissing } from './explain-type.js';
import { explainUnknownKeys } from './explain-unknown-keys.js';
import { locatorIn, type PathLocator } from './locate-path.js';
import { checkNamedFiles, namedFilesIn } from './named-files.js';
import { collectProblems } from './problems.js';
import { valueAt } from './raw-data.js';
import type { ParseOptions } from './read-document.js';
import { readValues } from './read-values.js';
import { checkReferenceFile, namedReference } from './reference-file.js';
import type { SourceDocument } from './source-document.js';
import { formatPath, type DataPath } from './source-tree.js';
import { checkStatements, fillStatements, statementFilesIn } from './statements.js';

/** What became of a text: an application, or the reasons why not. Warnings can come with either. */
export interface ParsedApplication {
  /** Null when there is any error. */
  readonly application: Application | null;
  /** All problems at once, by their place in the file. */
  readonly diagnostics: Diagnostic[];
}

/** What {@link OpenApplication.parse} is given of the world outside the document. */
export type ApplicationSurroundings = Pick<ParseOptions, 'statements' | 'files' | 'reference' | 'applicantId'>;

/** An application that was read once: the files that it names are known before what they hold is needed. */
export interface OpenApplication {
  /** Files of the statements, each once. */
  readonly statementFiles: readonly string[];
  /** Files whose bytes it names (appendices), each once. */
  readonly namedFiles: readonly string[];
  /** The file of its reference tables, or null. */
  readonly referenceFile: string | null;
  /** Where the value at a path stands. */
  readonly locate: PathLocator;
  parse(surroundings: ApplicationSurroundings): ParsedApplication;
}

/** Reads the values of a document, as far as they can be read. Never throws. */
export function openApplication(document: SourceDocument): OpenApplication {
  const { root } = document;
  const locate = locatorIn(document);
  if (root?.kind !== 'mapping') {
    const problems = collectProblems(document);
    if (document.mistakes.length === 0 || root !== null) problems.add(explainRoot(root));
    const parse = (): ParsedApplication => ({ application: null, diagnostics: problems.list() });
    return { statementFiles: [], namedFiles: [], referenceFile: null, locate, parse };
  }
  const { value, unknownKeys } = readValues(root, applicationSchema);

  const parse = (surroundings: ApplicationSurroundings): ParsedApplication => {
    const problems = collectProblems(document);
    const texts = surroundings.statements ?? {};
    const meant = new Set<string>();
    for (const { problem, meant: paths } of explainUnknownKeys(unknownKeys, applicationSchema)) {
      problems.add(problem);
      for (const path of paths) if (isMissing(root, path)) meant.add(formatPath(path));
    }
    // Functions made for each object take long to compile, need `unsafe-eval` in a browser, and are no faster here.
    const result = applicationSchema.safeParse(value, { jitless: true });
    for (const issue of allIssues(result.error?.issues ?? [], value, applicationSchema)) {
      if (meant.has(formatPath(issue.path as DataPath))) continue;
      for (const problem of explainIssue(issue, root, applicationSchema)) problems.add(problem);
    }
    checkIds(value, problems);
    checkReferences(value, document, problems);
    checkDates(value, problems);
    checkDirection(value, problems);
    checkChoices(value, problems);
    checkStatements(value, texts, problems);
    checkReferenceFile(value, surroundings.reference, problems);
    checkAppendices(value, problems);
    checkNamedFiles(value, surroundings.files, problems);
    const own = namedReference(value) === null ? valueAt(value, ['reference']) : surroundings.reference;
    if (own !== null) checkOwnTerms(value, own, root, problems);

    const diagnostics = problems.list();
    if (!result.success || hasErrors(diagnostics)) return { application: null, diagnostics };
    const filled = fillStatements(result.data, texts);
    const withReference =
      namedReference(value) === null ? filled : { ...filled, reference: surroundings.reference ?? undefined };
    return { application: withApplicantId(withReference, surroundings.applicantId), diagnostics };
  };

  return {
    statementFiles: statementFilesIn(value),
    namedFiles: namedFilesIn(value),
    referenceFile: namedReference(value),
    locate,
    parse,
  };
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
