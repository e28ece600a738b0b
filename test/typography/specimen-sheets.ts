import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Raster } from '../pdf/support/pdf-tools.js';

/** Pages are drawn at this many dots an inch; the part of the page with the lines is kept. */
const RESOLUTION = 120;
const CROP = { x: 116, y: 110, width: 636, height: 350 };

/** What poppler makes of pages: the text and the picture of each. */
export interface DrawnPage {
  readonly lines: readonly string[];
  readonly picture: Raster;
}

/** Runs poppler once over all files: each is one page. */
export function drawPages(files: readonly Uint8Array[]): DrawnPage[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'lor-packet-specimens-'));
  try {
    const names = files.map((bytes, index) => {
      const name = path.join(folder, `${String(index).padStart(3, '0')}.pdf`);
      writeFileSync(name, bytes);
      return name;
    });
    const all = path.join(folder, 'all.pdf');
    execFileSync('pdfunite', [...names, all], { stdio: ['ignore', 'pipe', 'ignore'] });
    const text = execFileSync('pdftotext', [all, '-'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString('utf8');
    const crop = ['-x', CROP.x, '-y', CROP.y, '-W', CROP.width, '-H', CROP.height].map(String);
    execFileSync('pdftoppm', ['-gray', '-r', String(RESOLUTION), ...crop, all, path.join(folder, 'page')]);
    const pictures = readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => readPgm(readFileSync(path.join(folder, name))));
    return text
      .split('\f')
      .slice(0, files.length)
      .map((page, index) => ({ lines: textLines(page), picture: pictures[index]! }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines without bidi controls: pdftotext adds them around what it turns round. */
function textLines(page: string): string[] {
  return page
    .replace(/[\u202a-\u202e\u200e\u200f]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function readPgm(image: Buffer): Raster {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'))!;
  const pixels = new Uint8Array(image.subarray(header[0].length));
  return { width: Number(header[1]), height: Number(header[2]), pixels };
}

/** Pictures of one width, one below the other. */
export function stack(pictures: readonly Raster[]): Raster {
  const width = pictures[0]?.width ?? 0;
  const height = pictures.reduce((sum, picture) => sum + picture.height, 0);
  const pixels = new Uint8Array(width * height);
  let at = 0;
  for (const picture of pictures) {
    pixels.set(picture.pixels, at);
    at += picture.pixels.length;
  }
  return { width, height, pixels };
}

/** The `index`th of pictures of one height that {@link stack} put together. */
export function unstack(sheet: Raster, index: number): Raster {
  const { height } = CROP;
  const size = sheet.width * height;
  return { width: sheet.width, height, pixels: sheet.pixels.subarray(index * size, (index + 1) * size) };
}
