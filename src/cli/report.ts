import { formatDiagnostics, type Diagnostic } from '../diagnostics/index.js';
import { wantsColor, type CommandIo, type TextSink } from './io.js';

/** Numbers of findings by how much they matter. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
}

/** Counts errors and warnings. */
export function tally(diagnostics: readonly Diagnostic[]): Tally {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  return { errors, warnings };
}

/** Prints findings with the lines that they are about. */
export function report(
  sink: TextSink,
  diagnostics: readonly Diagnostic[],
  { env, sources = {} }: Pick<CommandIo, 'env'> & { readonly sources?: Readonly<Record<string, string>> },
): void {
  if (diagnostics.length === 0) return;
  const text = formatDiagnostics(diagnostics, { sources, color: wantsColor(sink, env) });
  sink.write(text.endsWith('\n') ? text : `${text}\n`);
}
