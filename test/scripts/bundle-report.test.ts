import { build, type BuildOptions } from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleReport } from '../../scripts/bundle-report.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lor-packet-bundle-'));
  for (const name of ['heavy', 'light']) {
    const home = path.join(folder, 'node_modules', name);
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, 'package.json'), `{ "name": "${name}", "version": "1.2.3", "license": "MIT" }`);
    writeFileSync(path.join(home, 'index.js'), `export const ${name} = globalThis.${name};`);
    writeFileSync(path.join(home, 'LICENSE'), `Copyright of ${name}\n`);
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function bundle(source: string): Promise<string[]> {
  writeFileSync(path.join(folder, 'cli.js'), source);
  const options: BuildOptions = {
    absWorkingDir: folder,
    entryPoints: ['cli.js'],
    outdir: 'dist',
    format: 'esm',
    bundle: true,
    splitting: true,
    metafile: true,
    logLevel: 'silent',
    plugins: [bundleReport({ entry: 'dist/cli.js', lazy: ['heavy'], root: folder })],
  };
  try {
    await build(options);
    return [];
  } catch (error) {
    return (error as { errors: { text: string }[] }).errors.map(({ text }) => text);
  }
}

describe('bundleReport', () => {
  it('lets a lazy package be imported later and writes the licences of all that is bundled', async () => {
    const source = "import { light } from 'light'; console.log(light, () => import('heavy'));";
    expect(await bundle(source)).toEqual([]);
    const licences = readFileSync(path.join(folder, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    expect(licences).toContain('heavy 1.2.3 (MIT)\n\nCopyright of heavy\n');
    expect(licences).toContain('light 1.2.3 (MIT)\n\nCopyright of light\n');
  });

  it('fails when a lazy package loads at start', async () => {
    const [problem, ...others] = await bundle("import { heavy } from 'heavy'; console.log(heavy);");
    expect(problem).toMatch(/^dist\/cli\.js loads heavy at start/);
    expect(others).toEqual([]);
  });

  it('fails when a bundled package has no licence', async () => {
    rmSync(path.join(folder, 'node_modules/light/LICENSE'));
    const [problem] = await bundle("import { light } from 'light'; console.log(light);");
    expect(problem).toContain('has no licence text');
  });
});
