import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { markerOf, PLANTED } from './invented-class.js';
import { packetsIn } from './output-files.js';

/** What a packet shows and carries: its text, information, outline and destinations. */
function textOf(file: string): string {
  const run = (command: string, args: readonly string[]): string =>
    execFileSync(command, args, { encoding: 'utf8', maxBuffer: 64_000_000, stdio: ['ignore', 'pipe', 'ignore'] });
  // Uncompressed, strings of the file itself can be searched, too.
  const raw = run('qpdf', ['--qdf', '--object-streams=disable', file, '-']);
  return run('pdftotext', [file, '-']) + run('pdfinfo', ['-meta', file]) + raw;
}

/** Every marker of another applicant, of all, in every packet, and in every line of log and manifest about one. */
export function foreignMarkers(folder: string, applicants: number, log: string): { pairs: number; found: string[] } {
  const found: string[] = [];
  let pairs = 0;
  const own = (number: number): string[] => PLANTED.map((what) => markerOf(number, what));
  const search = (text: string, number: number, where: string): void => {
    for (const [word] of text.matchAll(/Zq[a-z]{4}(?:family|mail|why|statement|goal)/gi)) {
      const isOwn = own(number).some((marker) => marker.toLowerCase() === word.toLowerCase());
      if (!isOwn) found.push(`${where} has ${word}`);
    }
    pairs += applicants - 1;
  };
  const numberIn = (text: string): number => Number(/applicant-(\d{4})/.exec(text)?.[1]);
  for (const name of packetsIn(folder).keys()) {
    const text = textOf(path.join(folder, name));
    for (const marker of own(numberIn(name))) {
      // A check that finds nothing anywhere would show nothing.
      if (!text.toLowerCase().includes(marker.toLowerCase())) found.push(`${name} lacks its own ${marker}`);
    }
    search(text, numberIn(name), name);
  }
  const rows = readFileSync(path.join(folder, 'manifest.csv'), 'utf8').split('\r\n');
  const entries = readFileSync(path.join(folder, 'manifest.json'), 'utf8').split('\n');
  for (const line of [...rows, ...entries, ...log.split('\n')]) {
    if (/applicant-\d{4}/.test(line)) search(line, numberIn(line), line.slice(0, 60));
  }
  return { pairs, found };
}
