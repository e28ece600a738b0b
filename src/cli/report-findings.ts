import { type Diagnostic, formatDiagnostics, summarizeDiagnostics } from '../diagnostics/index.js';
import { WHO_HEADINGS, WHO_ORDER } from '../plan/findings/index.js';
import { type CommandIo, type TextSink, wantsColor } from './io.js';

/** How findings are printed. */
export type FindingsIo = Pick<CommandIo, 'env'> & { readonly sources?: Readonly<Record<string, string>> };

/**
 * Prints diagnostics for people: first what belongs to nobody in particular (mistakes in the files), then the findings
 * by who can mend them, most severe first, then what the application silences, each with its reason.
 */
export function reportFindings(sink: TextSink, diagnostics: readonly Diagnostic[], io: FindingsIo): void {
  const color = wantsColor(sink, io.env);
  const counted = diagnostics.filter(({ silenced }) => silenced === undefined);
  const silenced = diagnostics.filter((diagnostic) => diagnostic.silenced !== undefined);
  const write = (heading: string | null, group: readonly Diagnostic[]): void => {
    if (group.length === 0) return;
    if (heading !== null) sink.write(`${color ? `\u001B[1m${heading}\u001B[0m` : heading}\n\n`);
    sink.write(`${formatDiagnostics(group, { sources: io.sources ?? {}, color })}\n\n`);
  };
  write(
    null,
    counted.filter(({ who }) => who === undefined),
  );
  for (const who of WHO_ORDER) {
    const group = counted.filter((diagnostic) => diagnostic.who === who);
    write(`${WHO_HEADINGS[who]}: ${summarizeDiagnostics(group)}`, group);
  }
  write(`Silenced, with the reason given: ${silenced.length}`, silenced);
}

/** `2 warnings, 1 note, 1 silenced`; says so when there is no error and no warning. */
export function findingsText(diagnostics: readonly Diagnostic[]): string {
  const serious = diagnostics.some(({ severity }) => severity !== 'info');
  const silenced = diagnostics.filter((diagnostic) => diagnostic.silenced !== undefined).length;
  return [
    serious ? '' : 'no errors, no warnings',
    summarizeDiagnostics(diagnostics),
    silenced > 0 ? `${silenced} silenced` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
