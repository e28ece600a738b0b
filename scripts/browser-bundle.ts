import { build } from 'esbuild';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { staticClosure } from './bundle-report.js';

/** Gzipped sizes of JavaScript, bytes. */
export interface BrowserBundleSizes {
  /** What loads with the module itself. */
  readonly initial: number;
  /** That and everything that it imports later. */
  readonly total: number;
}

/**
 * Bundles a module for browsers with everything that it imports, at once or later, and measures it without fonts,
 * WebAssembly and the hyphenation patterns of other languages than English, which load with a text in them. Throws when something in it needs Node.
 *
 * harfbuzzjs guards its use of Node's modules by a test for Node at run time, so those imports alone are left out.
 */
export async function browserBundleSizes(entry: string): Promise<BrowserBundleSizes> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    outdir: 'browser-bundle',
    write: false,
    metafile: true,
    logLevel: 'silent',
    loader: { '.wasm': 'empty' },
    plugins: [
      {
        name: 'left-out',
        setup(plugin) {
          plugin.onResolve({ filter: /^hyphen\/patterns\// }, ({ path: id }) =>
            id.endsWith('/en-us.js') ? undefined : { path: id, external: true },
          );
          plugin.onResolve(
            { filter: /^(node:)?(module|fs|fs\/promises|path|url|crypto)$/ },
            ({ path: id, importer }) =>
              /node_modules\/harfbuzzjs\//.test(importer) ? { path: id, external: true } : undefined,
          );
        },
      },
    ],
  });
  const sizes = new Map(
    outputFiles.map(({ path: file, contents }) => [path.basename(file), gzipSync(contents, { level: 9 }).length]),
  );
  const sum = (files: Iterable<string>): number =>
    [...files].reduce((total, file) => total + (sizes.get(path.basename(file)) ?? 0), 0);
  // What is imported later is an entry point of the bundle, too.
  const isEntry = (source = ''): boolean => path.resolve(source) === path.resolve(entry);
  const start = Object.keys(metafile.outputs).find((output) => isEntry(metafile.outputs[output]?.entryPoint));
  if (start === undefined) throw new Error(`${entry} is no entry point of its bundle`);
  return { initial: sum(staticClosure(metafile, start)), total: sum(sizes.keys()) };
}
