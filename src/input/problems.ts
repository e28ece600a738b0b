import { diagnostic, type Diagnostic, type DiagnosticCode, type Severity } from '../diagnostics/index.js';
import { shorten } from './source-text.js';
import { isDamaged, type SourceDocument } from './source-document.js';
import { findNode, formatPath, type DataPath } from './source-tree.js';

/** One problem of the data, before it has its place. */
export interface Problem {
  readonly severity?: Severity;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly path: DataPath;
  /** Where to point: at the value (default) or at its key. A missing value points at the mapping that lacks it. */
  readonly at?: 'value' | 'key';
  /** Where to point when it is not `path`. */
  readonly pointAt?: DataPath;
  readonly hints?: readonly string[];
  readonly reference?: string;
}

/** Gathers the problems of one file. */
export interface Problems {
  add(problem: Problem): void;
  /** The line of a path, from 1. */
  lineOf(path: DataPath): number;
  /** All problems, by their place in the file; the same ones in the same order for the same input. */
  list(): Diagnostic[];
}

/** Starts with the mistakes in the notation; leaves out what is only a consequence of one of them. */
export function collectProblems(document: SourceDocument): Problems {
  const diagnostics: Diagnostic[] = document.mistakes.map(({ code, at, message, found, hints, path }) =>
    diagnostic('error', code, message, {
      source: { file: document.file, ...at },
      hints,
      ...(path ? { path: formatPath(path) } : {}),
      ...(found !== undefined && shorten(found) !== '' ? { found: shorten(found) } : {}),
    }),
  );

  const place = (path: DataPath, at: 'value' | 'key'): { offset: number; found: string } => {
    const { node, entry, reached } = findNode(document.root, path);
    if (reached < path.length) return { offset: node?.range.start ?? 0, found: '' };
    const isOwnKey = entry !== null && typeof path.at(-1) === 'string';
    const isEmpty = node !== null && node.range.end === node.range.start;
    if (isOwnKey && (at === 'key' || isEmpty)) {
      return { offset: entry.keyRange.start, found: document.slice(entry.keyRange) };
    }
    return node ? { offset: node.range.start, found: document.slice(node.range) } : { offset: 0, found: '' };
  };

  return {
    add({ severity = 'error', code, message, path, at = 'value', pointAt = path, hints = [], reference }) {
      if (isDamaged(document, path) || (pointAt !== path && isDamaged(document, pointAt))) return;
      const { offset, found } = place(pointAt, at);
      const text = shorten(found);
      diagnostics.push(
        diagnostic(severity, code, message, {
          path: formatPath(path),
          source: document.locate(offset),
          hints,
          ...(text !== '' ? { found: text } : {}),
          ...(reference !== undefined ? { reference } : {}),
        }),
      );
    },
    lineOf: (path) => document.locate(place(path, 'value').offset).line,
    list: () => sortDiagnostics(diagnostics),
  };
}

function compareText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      (a.source?.line ?? 0) - (b.source?.line ?? 0) ||
      (a.source?.column ?? 0) - (b.source?.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.path, b.path) ||
      compareText(a.message, b.message),
  );
}
