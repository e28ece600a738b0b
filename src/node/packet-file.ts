import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic } from '../diagnostics/index.js';
import { OutputError } from '../errors.js';
import { failureReason, systemCode } from './system-failure.js';
import { writeWholeFile } from './write-whole-file.js';

/**
 * Writes a file of the output, whole or not at all, and makes its folder.
 *
 * @throws {OutputError} `output/write-failed`
 */
export async function writeOutput(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeWholeFile(file, bytes);
  } catch (error) {
    const isHeld = ['EBUSY', 'EPERM', 'EACCES'].includes(systemCode(error) ?? '');
    const hints = [...(isHeld ? ['close the file if it is open elsewhere'] : []), 'choose another output folder'];
    const message = `${file} cannot be written: ${failureReason(error)}`;
    const problem = diagnostic('error', 'output/write-failed', message, { hints });
    throw new OutputError('a file could not be written', [problem], { cause: error });
  }
}
