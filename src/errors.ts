import type { Diagnostic } from './diagnostics/index.js';

/**
 * The base of every error that the library throws on purpose. It carries *all* problems of the stage that failed.
 * Errors that are not a `PacketError` are defects of the library.
 */
export class PacketError extends Error {
  override name = 'PacketError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(summary: string, diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(diagnostics.length > 0 ? `${summary}: ${diagnostics.map((d) => d.message).join('; ')}` : summary, options);
    this.diagnostics = diagnostics;
  }

  /** The code of the first problem. */
  get code(): Diagnostic['code'] | undefined {
    return this.diagnostics[0]?.code;
  }
}

/** The input could not be read as an application. */
export class InputError extends PacketError {
  override name = 'InputError';
}

/** A template could not be loaded or used. */
export class TemplateError extends PacketError {
  override name = 'TemplateError';
}

/** A font could not be loaded. */
export class FontError extends PacketError {
  override name = 'FontError';
}

/** Something could not be written. */
export class OutputError extends PacketError {
  override name = 'OutputError';
}
