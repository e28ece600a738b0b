import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { applicantFolder } from './invented-class.js';

/** Number of the first applicant that is broken; those before are needed whole. */
const FIRST = 6;

type Break = (home: string, folder: string) => void;

function edit(home: string, change: (text: string) => string): void {
  const file = path.join(home, 'application.yaml');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Ways in which an applicant's folder can be broken; each must cost this applicant and nobody else. */
const BREAKS: Readonly<Record<string, Break>> = {
  syntax: (home) => edit(home, (text) => text.replace('season: ', 'season: "')),
  'missing statement': (home) => rmSync(path.join(home, 'personal-statement-neurology.md')),
  'missing PDF': (home) =>
    edit(home, (text) => `${text}appendices:\n  - id: gone\n    file: gone.pdf\n    title: Gone\n`),
  'alias bomb': (home) => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1)
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    edit(home, (text) => `${lines.join('\n')}\n${text}`);
  },
  'wrong encoding': (home) => {
    const file = path.join(home, 'application.yaml');
    writeFileSync(file, Buffer.from(`# Müller\n${readFileSync(file, 'utf8')}`, 'latin1'));
  },
  'UTF-16': (home) => {
    const file = path.join(home, 'application.yaml');
    writeFileSync(file, Buffer.from(`\ufeff${readFileSync(file, 'utf8')}`, 'utf16le'));
  },
  'unreadable folder': (home) => {
    // Permissions do not hold the superuser back; a link that leads to itself holds everybody back.
    rmSync(path.join(home, 'application.yaml'));
    symlinkSync('application.yaml', path.join(home, 'application.yaml'));
    if (process.getuid?.() !== 0) chmodSync(home, 0o000);
  },
  'id of another': (home) => edit(home, (text) => text.replace('applicant:\n', 'applicant:\n  id: applicant-0002\n')),
  'name of 300 characters': (home) =>
    edit(home, (text) => text.replace('applicant:\n', `applicant:\n  id: ${'x'.repeat(300)}\n`)),
  'same slug': (home, folder) => renameSync(home, path.join(folder, 'applicant  0004')),
  'unknown key': (home) => edit(home, (text) => text.replace('season:', 'saeson:')),
  'two applications': (home) => writeFileSync(path.join(home, 'application.json'), '{}'),
  'not text': (home) => writeFileSync(path.join(home, 'application.yaml'), Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))), // prettier-ignore
  'too large': (home) => appendFileSync(path.join(home, 'application.yaml'), `#${'x'.repeat(2_100_000)}\n`),
  'statement is a folder': (home) => {
    rmSync(path.join(home, 'personal-statement-neurology.md'));
    mkdirSync(path.join(home, 'personal-statement-neurology.md'));
  },
};

/**
 * Breaks some applicants of a class, each way in turn.
 *
 * @returns the ways, in order
 */
export function breakApplicants(folder: string, count: number): string[] {
  const ways = Object.entries(BREAKS);
  const used = new Set<string>();
  const numbers = Array.from({ length: count }, (_, index) => FIRST + index);
  numbers.forEach((number, index) => {
    const [way, apply] = ways[index % ways.length] ?? [];
    if (!way || !apply) return;
    // A folder can take a name once.
    const usable = way === 'same slug' && used.has(way) ? (BREAKS['unknown key'] ?? apply) : apply;
    used.add(way);
    usable(applicantFolder(folder, number), folder);
  });
  return [...used];
}
