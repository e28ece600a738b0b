/** A stream that text is written to. */
export interface TextSink {
  write(text: string): unknown;
  /** True for a terminal. */
  readonly isTTY?: boolean;
  /** Width of the terminal in characters. */
  readonly columns?: number;
}

/** All that the command knows of the world outside its arguments. */
export interface CommandIo {
  /** Results. */
  readonly stdout: TextSink;
  /** Progress, findings and errors. */
  readonly stderr: TextSink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock. */
  readonly now: () => Date;
}

/** What a command ends with: 0 all well, 1 something in the input or a packet failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Colour only on a terminal that can show it, and never where NO_COLOR is set (no-color.org). */
export function wantsColor(sink: TextSink, env: CommandIo['env']): boolean {
  return sink.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
