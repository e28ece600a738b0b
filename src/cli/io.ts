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
  /**
   * Asks to be told when the user wants to stop (Ctrl-C), with what the command then ends with; without it, the program
   * ends at once. Gives back a function that ends the asking.
   */
  readonly onInterrupt?: (stop: (code: InterruptCode) => void) => () => void;
}

/** 128 and the number of the signal, as shells expect: SIGINT, SIGTERM. */
export type InterruptCode = 130 | 143;
/** What a command ends with: 0 all well, 1 something in the input or a packet failed, 2 wrong usage, else stopped. */
export type ExitCode = 0 | 1 | 2 | InterruptCode;

/** Colour only on a terminal that can show it, and never where NO_COLOR is set (no-color.org). */
export function wantsColor(sink: TextSink, env: CommandIo['env']): boolean {
  return sink.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
