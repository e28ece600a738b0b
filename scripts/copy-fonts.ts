import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FONT_TABLE, type FamilyEntry } from './font-table.js';
import { syncFolder } from './sync-files.js';

const require = createRequire(import.meta.url);

/** sfnt version of a font with TrueType outlines; other outlines do not embed as CIDFontType2. */
const TRUETYPE = 0x00010000;

function packageFolder(entry: FamilyEntry): string {
  return path.dirname(require.resolve(`${entry.package}/package.json`));
}

function readFace(entry: FamilyEntry, facePath: string): Buffer {
  const bytes = readFileSync(path.join(packageFolder(entry), facePath));
  if (bytes.readUInt32BE(0) !== TRUETYPE) throw new Error(`${entry.package}/${facePath} is not a TrueType font`);
  return bytes;
}

function readLicence(entry: FamilyEntry): string {
  const text = readFileSync(path.join(packageFolder(entry), 'LICENSE_FONT'), 'utf8');
  if (!/^Copyright .*\d{4}/m.test(text) || !/SIL OPEN FONT LICENSE Version 1\.1/.test(text)) {
    throw new Error(`${entry.package}/LICENSE_FONT is not the Open Font License with its copyright line`);
  }
  return text;
}

/**
 * Copies the shipped faces byte for byte, one licence text per family, and `fonts.json`, the list of the faces in
 * fallback order.
 */
export function copyFonts(folder: string): void {
  const files = new Map<string, Uint8Array | string>();
  const list: object[] = [];
  for (const entry of FONT_TABLE) {
    for (const { weight, style, path: facePath } of entry.faces) {
      const file = path.posix.basename(facePath);
      const bytes = readFace(entry, facePath);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      files.set(file, bytes);
      list.push({ family: entry.family, weight, style, file, sha256 });
    }
    files.set(`LICENSES/${entry.family}.txt`, readLicence(entry));
  }
  files.set('fonts.json', `${JSON.stringify(list, null, 2)}\n`);
  syncFolder(folder, files);
}
