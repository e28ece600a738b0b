import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Problem } from './problem.js';

const run = promisify(execFile);

/** What qpdf finds wrong with the syntax of a file. */
export async function checkWithQpdf(file: string): Promise<Problem[]> {
  try {
    await run('qpdf', ['--check', file]);
    return [];
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    return [{ check: 'qpdf', found: (stderr || message).trim().split('\n')[0] ?? '' }];
  }
}
