import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { applicantEntrySchema, type ApplicantEntry } from '../../schema/manifest.js';
import { sha256 } from './hash.js';
import { removeFile } from './manifest-file.js';

/**
 * What a batch has done since the last manifest, one applicant's entry a line: when the process is killed, the next run
 * knows it all the same. A later line of one applicant replaces an earlier one.
 */
export class Journal {
  readonly #file: string;
  #handle: FileHandle | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string, shard: string | null) {
    this.#file = path.join(folder, journalName(shard));
  }

  /** The entries of a run that was killed, oldest first; what was cut off by the kill does not count. */
  async read(): Promise<ApplicantEntry[]> {
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    return text.split('\n').flatMap((line) => {
      // Each line carries its own check sum, so that a torn one is told from a whole one.
      const [sum = '', json = ''] = [line.slice(0, 8), line.slice(9)];
      if (json === '' || checkSum(json) !== sum) return [];
      const parsed = applicantEntrySchema.safeParse(JSON.parse(json));
      return parsed.success ? [parsed.data] : [];
    });
  }

  /** Notes the present state of an applicant. */
  async note(entry: ApplicantEntry): Promise<void> {
    const json = JSON.stringify(entry);
    this.#last = this.#last.then(async () => {
      if (!this.#handle) {
        await mkdir(path.dirname(this.#file), { recursive: true });
        this.#handle = await open(this.#file, 'a');
        // A line that a kill cut off must not swallow the next one.
        await this.#handle.write('\n');
      }
      await this.#handle.write(`${checkSum(json)} ${json}\n`);
    });
    await this.#last;
  }

  /** Ends it: the manifest now says the same. */
  async remove(): Promise<void> {
    await this.close();
    await removeFile(this.#file);
  }

  /** Lets go of the file, which the next run reads when no manifest came of this one. */
  async close(): Promise<void> {
    await this.#last.catch(() => undefined);
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }
}

function journalName(shard: string | null): string {
  return `.lor-packet${shard === null ? '' : `.${shard.replace('/', '-of-')}`}.journal`;
}

function checkSum(text: string): string {
  return sha256(text).slice(0, 8);
}
