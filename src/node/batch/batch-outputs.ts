import type { OutputTexts } from '../outputs/output-texts.js';
import type { BatchOptions } from './types.js';

/** The choice of outputs of a batch, with their texts. */
export interface BatchOutputs {
  /** The texts of the advisor's page; null when it is not wanted. */
  readonly index: (applicants: number) => Promise<OutputTexts | null>;
}

/**
 * Reads the texts of what is wanted.
 *
 * @throws {TemplateError} when a text cannot be used
 */
export async function batchOutputs({ outputs, texts: folder }: BatchOptions): Promise<BatchOutputs> {
  let known: Promise<OutputTexts> | undefined;
  const load = (): Promise<OutputTexts> =>
    (known ??= import('../outputs/output-texts.js').then(({ loadOutputTexts }) => loadOutputTexts(folder)));
  // A text that cannot be used is told before anything is made.
  if (folder !== undefined) await load();
  const hasIndex = (applicants: number): boolean => (outputs ? outputs.includes('index') : applicants > 1);
  return { index: async (applicants) => (hasIndex(applicants) ? load() : null) };
}
