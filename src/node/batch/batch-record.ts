import { isKeyOfOneRun } from './applicant-source.js';
import type { ApplicantEntry, LeftOver, Manifest } from '../../schema/manifest.js';

/**
 * What is known of the packets in an output folder: what the manifest and a journal say, and over it what the present
 * run finds out. Applicants are found by where they come from, and by the folder that their packets are in.
 */
export class BatchRecord {
  readonly #earlier = new Map<string, ApplicantEntry>();
  readonly #elsewhere = new Map<string, ApplicantEntry>();
  readonly #folders = new Map<string, ApplicantEntry>();
  readonly #now = new Map<string, ApplicantEntry>();
  readonly leftOver: readonly LeftOver[];

  /**
   * @param own the manifest that this run will replace
   * @param others manifests of other shards in the same folder: they say what need not be made again, and nothing else
   * @param noted entries of a run that was killed
   */
  constructor(own: Manifest | null, others: readonly Manifest[], noted: readonly ApplicantEntry[]) {
    for (const entry of others.flatMap(({ applicants }) => applicants)) this.#elsewhere.set(entry.source, entry);
    for (const entry of [...(own?.applicants ?? []), ...noted]) {
      this.#earlier.set(entry.source, entry);
      if (entry.folder !== null) this.#folders.set(entry.folder.toLowerCase(), entry);
    }
    this.leftOver = own?.leftOver ?? [];
  }

  /** The entry of an earlier run, by where the applicant comes from, else by the folder. */
  earlier(source: string, folder?: string): ApplicantEntry | undefined {
    const byFolder = folder === undefined ? undefined : this.#folders.get(folder.toLowerCase());
    return this.#earlier.get(source) ?? this.#elsewhere.get(source) ?? byFolder;
  }

  /** The entry of this run. */
  current(source: string): ApplicantEntry | undefined {
    return this.#now.get(source);
  }

  set(entry: ApplicantEntry): void {
    this.#now.set(entry.source, entry);
  }

  /** Entries of this run. */
  get made(): readonly ApplicantEntry[] {
    return [...this.#now.values()];
  }

  /** Entries of earlier runs that this one did not touch, without those whose folder another applicant has now. */
  get untouched(): readonly ApplicantEntry[] {
    const folders = new Set(this.made.flatMap(({ folder }) => folder?.toLowerCase() ?? []));
    return [...this.#earlier.values()].filter(({ source, folder }) => {
      if (folder === null) return !this.#now.has(source) && !isKeyOfOneRun(source);
      return !this.#now.has(source) && !folders.has(folder.toLowerCase());
    });
  }

  /** Every packet that an earlier run wrote, by its path from the output folder, with the hash of its bytes. */
  writtenBefore(): Map<string, LeftOver & { readonly source: string | null }> {
    const files = new Map<string, LeftOver & { readonly source: string | null }>();
    for (const { file, sha256 } of this.leftOver) files.set(file, { file, sha256, source: null });
    for (const { source, packets, outputs } of [...this.#earlier.values(), ...this.#folders.values()]) {
      for (const { file, sha256 } of [...packets, ...outputs])
        if (file !== null && sha256 !== null) files.set(file, { file, sha256, source });
    }
    return files;
  }
}
