import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Poppler and qpdf, where the machine has them. */

function isInstalled(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** True when poppler's tools (pdftotext, pdffonts, pdftoppm) can be run. */
export const hasPoppler = isInstalled('pdftotext', '-v');
/** True when qpdf can be run. */
export const hasQpdf = isInstalled('qpdf', '--version');

/** Runs a tool on a file; `{}` in the arguments is its path. Returns what the tool prints. */
export function runOn(bytes: Uint8Array, command: string, args: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'lor-packet-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, bytes);
    return execFileSync(
      command,
      args.map((argument) => argument.replace('{}', file)),
      { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 27 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function extractText(bytes: Uint8Array, ...args: string[]): string {
  return runOn(bytes, 'pdftotext', [...args, '{}', '-']).toString('utf8');
}

/** A page as gray pixels. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** 0 is black. */
  readonly pixels: Uint8Array;
}

/** Draws a page with poppler. */
export function rasterise(bytes: Uint8Array, page: number, resolution: number): Raster {
  const args = ['-gray', '-r', String(resolution), '-f', String(page), '-l', String(page), '-singlefile', '{}'];
  const image = runOn(bytes, 'pdftoppm', args);
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'))!;
  return {
    width: Number(header[1]),
    height: Number(header[2]),
    pixels: new Uint8Array(image.subarray(header[0].length)),
  };
}

/** Dark pixels inside a box of points from the page's top left. */
export function inkIn(raster: Raster, resolution: number, x: number, y: number, width: number, height: number): number {
  const scale = resolution / 72;
  let dark = 0;
  for (let row = Math.floor(y * scale); row < (y + height) * scale && row < raster.height; row++) {
    for (let column = Math.floor(x * scale); column < (x + width) * scale && column < raster.width; column++) {
      if (raster.pixels[row * raster.width + column]! < 128) dark++;
    }
  }
  return dark;
}
