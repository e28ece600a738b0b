import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import type { Manifest } from '../../schema/manifest.js';
import { writeOutput } from '../packet-file.js';
import { indexPage } from './index-page.js';
import type { OutputTexts } from './output-texts.js';

/** Ends every page, whatever its text says: a page without it is somebody else's. */
export const PAGE_MARK = '<!-- made by lor-packet -->';

/** Where the page was written; null, with the reason, when a file that is not ours has its name. */
export interface WrittenIndex {
  readonly file: string | null;
  readonly problem: Diagnostic | null;
}

/**
 * Writes the advisor's page of a manifest beside it, whole or not at all.
 *
 * @param names of the manifest's files in that folder
 * @throws {OutputError} `output/write-failed`
 */
export async function writeIndex(
  folder: string,
  manifest: Manifest,
  texts: OutputTexts,
  names: { readonly json: string; readonly csv: string },
): Promise<WrittenIndex> {
  const part = manifest.shard === null ? '' : `.${manifest.shard.replace('/', '-of-')}`;
  const file = path.join(folder, `index${part}.html`);
  const there = await readFile(file, 'utf8').catch(() => null);
  if (there !== null && !there.trimEnd().endsWith(PAGE_MARK)) {
    const hints = ['move it away, or choose another output folder'];
    const message = `${file} is not a page that lor-packet made; it stays as it is`;
    return { file: null, problem: diagnostic('warning', 'output/exists', message, { hints }) };
  }
  const page = `${indexPage(manifest, names, texts).trimEnd()}\n${PAGE_MARK}\n`;
  if (page !== there) await writeOutput(file, Buffer.from(page));
  return { file, problem: null };
}
