import { VERSION } from '../../version.js';
import type { OutputTexts } from '../outputs/output-texts.js';
import { markOf } from './hash.js';
import type { BatchOptions, BatchOutput } from './types.js';

/** What a batch writes besides packets and manifest, for each applicant. */
export interface ApplicantOutputs {
  readonly wanted: readonly BatchOutput[];
  readonly texts: OutputTexts;
  /** What they are made with, besides the application and its packets. */
  readonly mark: string;
}

/** The choice of outputs of a batch, with their texts. */
export interface BatchOutputs {
  /** Null when nothing is written for single applicants. */
  readonly perApplicant: ApplicantOutputs | null;
  /** The texts of the advisor's page; null when it is not wanted. */
  readonly index: (applicants: number) => Promise<OutputTexts | null>;
}

/**
 * Reads the texts of what is wanted.
 *
 * @throws {TemplateError} when a text cannot be used
 */
export async function batchOutputs({ outputs, texts: folder, today }: BatchOptions): Promise<BatchOutputs> {
  let known: Promise<OutputTexts> | undefined;
  const load = (): Promise<OutputTexts> =>
    (known ??= import('../outputs/output-texts.js').then(({ loadOutputTexts }) => loadOutputTexts(folder)));
  // A text that cannot be used is told before anything is made.
  if (folder !== undefined) await load();
  const wanted = (outputs ?? []).filter((output) => output !== 'index');
  let perApplicant: ApplicantOutputs | null = null;
  if (wanted.length > 0) {
    const texts = await load();
    const parts = Object.entries(texts.files).sort(([a], [b]) => (a < b ? -1 : 1));
    perApplicant = { wanted, texts, mark: markOf([VERSION, today, ...[...wanted].sort(), ...parts.flat()]) };
  }
  const hasIndex = (applicants: number): boolean => (outputs ? outputs.includes('index') : applicants > 1);
  return { perApplicant, index: async (applicants) => (hasIndex(applicants) ? load() : null) };
}
