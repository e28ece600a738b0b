import type { Metafile, Plugin } from 'esbuild';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { writeIfChanged } from './sync-files.js';

/** What a bundle must hold to. */
export interface BundleRules {
  /** The output whose start-up is watched. */
  readonly entry: string;
  /** Packages that must not load before something needs them. */
  readonly lazy: readonly string[];
  /** The folder that paths in the metafile count from. @default the working directory */
  readonly root?: string;
}

/** The folder of the package that an input file belongs to, or undefined for the project's own files. */
function packageFolder(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/** Outputs that load together with an entry: the entry and all that it imports statically. */
export function staticClosure(metafile: Metafile, entry: string): Set<string> {
  const reached = new Set([entry]);
  for (const output of reached) {
    for (const { path: target, kind, external } of metafile.outputs[output]?.imports ?? []) {
      if (kind === 'import-statement' && !external) reached.add(target);
    }
  }
  return reached;
}

/** Names of the packages whose code runs, bundled or imported, when the entry is loaded. */
export function eagerPackages(metafile: Metafile, entry: string): Set<string> {
  const packages = new Set<string>();
  for (const output of staticClosure(metafile, entry)) {
    const { inputs = {}, imports = [] } = metafile.outputs[output] ?? {};
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = packageFolder(input);
      if (folder && bytesInOutput > 0) packages.add(folder.slice(folder.lastIndexOf('node_modules/') + 13));
    }
    for (const { path: target, kind, external } of imports) {
      if (external && kind === 'import-statement') packages.add(target);
    }
  }
  return packages;
}

function licenceOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : licenceInReadme(folder);
  return `${String(manifest.name)} ${String(manifest.version)} (${String(manifest.license)})\n\n${text}\n`;
}

function licenceInReadme(folder: string): string {
  const readme = readdirSync(folder).find((name) => /^readme/i.test(name));
  const text = readme ? readFileSync(path.join(folder, readme), 'utf8') : '';
  const section = /^#+\s*licen[cs]e\b.*$([^]*)/im.exec(text)?.[1]?.trim();
  if (!section) throw new Error(`${folder} is bundled but has no licence text`);
  return section;
}

/**
 * An esbuild plugin that fails the build when the entry loads a lazy package at start, and writes
 * `dist/THIRD-PARTY-LICENSES.txt` with the licence of every package whose code is in the bundle.
 */
export function bundleReport({ entry, lazy, root = '.' }: BundleRules): Plugin {
  return {
    name: 'bundle-report',
    setup(build) {
      build.onEnd(({ metafile }) => {
        if (!metafile) return { errors: [{ text: 'no metafile' }] };
        const folders = new Set<string>();
        for (const { inputs } of Object.values(metafile.outputs)) {
          for (const input of Object.keys(inputs)) {
            const folder = packageFolder(input);
            if (folder) folders.add(folder);
          }
        }
        const rule = `\n${'-'.repeat(78)}\n\n`;
        writeIfChanged(
          path.join(root, path.dirname(entry), 'THIRD-PARTY-LICENSES.txt'),
          `Packages whose code is part of the bundled command.\n${rule}${[...folders]
            .sort()
            .map((name) => licenceOf(path.join(root, name)))
            .join(rule)}`,
        );
        const eager = eagerPackages(metafile, entry);
        const names = lazy.flatMap((name) => (name === 'pdf-lib' ? ['pdf-lib', '@cantoo/pdf-lib'] : [name]));
        return {
          errors: names
            .filter((name) => eager.has(name))
            .map((name) => ({
              text: `${entry} loads ${name} at start; import the module that needs it with import()`,
            })),
        };
      });
    },
  };
}
