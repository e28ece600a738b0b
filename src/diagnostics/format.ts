import type { Diagnostic } from './diagnostic.js';
import { frameLine, printable } from './frame.js';
import type { Severity } from './severity.js';

/** How diagnostics are written for people. */
export interface FormatOptions {
  /** Texts of the files that diagnostics point into, by name; with them the line in question is shown. */
  readonly sources?: Readonly<Record<string, string>>;
  /** ANSI colours. @default false */
  readonly color?: boolean;
}

type Style = 'error' | 'warning' | 'info' | 'strong' | 'faint' | 'hint';

const ANSI: Readonly<Record<Style, readonly [string, string]>> = {
  error: ['\u001B[1;31m', '\u001B[0m'],
  warning: ['\u001B[1;33m', '\u001B[0m'],
  info: ['\u001B[1;34m', '\u001B[0m'],
  strong: ['\u001B[1m', '\u001B[0m'],
  faint: ['\u001B[2m', '\u001B[0m'],
  hint: ['\u001B[36m', '\u001B[0m'],
};

type Paint = (style: Style, text: string) => string;

/**
 * Writes diagnostics for a terminal: place, severity, code and message on the first line, then the line of the file
 * with a caret under what is meant, then what to do. Control characters of the input never reach the output.
 *
 * @example
 * // application.yaml:12:5 error input/unknown-key unknown key "aamcID"
 * //    |
 * // 12 |     aamcID: 00123456
 * //    |     ^^^^^^ applicant.aamcID
 * //    → did you mean "aamcId"?
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: FormatOptions = {}): string {
  const paint: Paint = (style, text) => (options.color === true ? ANSI[style].join(text) : text);
  const lines = new Map<string, readonly string[]>();
  const lineOf = (file: string, line: number): string | undefined => {
    const text = options.sources && Object.hasOwn(options.sources, file) ? options.sources[file] : undefined;
    if (text === undefined) return undefined;
    const known = lines.get(file) ?? text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
    lines.set(file, known);
    return known[line - 1];
  };
  return diagnostics.map((diagnostic) => formatOne(diagnostic, lineOf, paint)).join('\n\n');
}

function formatOne(
  diagnostic: Diagnostic,
  lineOf: (file: string, line: number) => string | undefined,
  paint: Paint,
): string {
  const { severity, code, message, path, source, found, hints, reference, why, silenced } = diagnostic;
  const place = source ? `${printable(source.file)}:${source.line}:${source.column} ` : '';
  const head = `${place}${paint(severity, severity)} ${paint('faint', code)} ${paint('strong', printable(message))}`;
  const number = String(source?.line ?? '');
  const margin = ' '.repeat(number.length);
  const bar = paint('faint', '|');
  const content = source && lineOf(source.file, source.line);
  const where = path === undefined || path === '' ? '' : ` ${paint('faint', printable(path))}`;
  const body: string[] = [];
  if (source && content !== undefined && content.trim() !== '') {
    const { text, caret, length } = frameLine(content, source.column, found);
    body.push(`${margin} ${bar}`, `${paint('faint', number)} ${bar} ${text}`);
    body.push(`${margin} ${bar} ${' '.repeat(caret)}${paint(severity, '^'.repeat(length))}${where}`);
  } else {
    if (where !== '') body.push(`${margin}  at${where}`);
    if (found !== undefined) body.push(`${margin}  found ${printable(found)}`);
  }
  if (why !== undefined && silenced === undefined) body.push(`${margin} ${printable(`because ${why}`)}`);
  if (silenced !== undefined) body.push(`${margin} ${paint('faint', `silenced: ${printable(silenced)}`)}`);
  for (const hint of silenced === undefined ? hints : [])
    body.push(`${margin} ${paint('hint', '→')} ${printable(hint)}`);
  if (reference !== undefined) body.push(`${margin} ${paint('faint', `see ${printable(reference)}`)}`);
  return [head, ...body].join('\n');
}

/**
 * Counts diagnostics in words; silenced findings are not counted.
 *
 * @example summarizeDiagnostics(diagnostics) // '3 errors, 1 warning'; '' when there is none
 */
export function summarizeDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity, one: string, many: string): string[] => {
    const number = diagnostics.filter((found) => found.severity === severity && found.silenced === undefined).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  const parts = [
    count('error', 'error', 'errors'),
    count('warning', 'warning', 'warnings'),
    count('info', 'note', 'notes'),
  ];
  return parts.flat().join(', ');
}
