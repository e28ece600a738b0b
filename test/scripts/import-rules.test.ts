import { describe, expect, it } from 'vitest';
import { checkImports, importsOf, LAYERS, OWNERS } from '../../scripts/import-rules.js';

const check = (files: Record<string, string>): string[] => checkImports(new Map(Object.entries(files)));

describe('checkImports', () => {
  it('accepts imports of its own and of earlier layers', () => {
    expect(
      check({
        'errors.ts': "import type { Diagnostic } from './diagnostics/index.js';",
        'diagnostics/index.ts': '',
        'schema/a.ts': "import * as z from 'zod';",
        'layout/a.ts': "import { b } from './b.js'; import type { A } from '../schema/a.js';",
        'layout/b.ts': "import { PacketError } from '../errors.js';",
        'node/a.ts': "import { readFile } from 'node:fs/promises'; import { b } from '../layout/b.js';",
      }),
    ).toEqual([]);
  });

  it.each([
    ['a value', "import { a } from '../pdf/a.js';"],
    ['a type', "import type { A } from '../pdf/a.js';"],
    ['a type in place', "export type A = import('../pdf/a.js').A;"],
    ['a dynamic import', "export const a = () => import('../pdf/a.js');"],
    ['a re-export', "export * from '../pdf/a.js';"],
  ])('rejects an upward import of %s', (_, text) => {
    expect(check({ 'text/a.ts': `\n${text}`, 'pdf/a.ts': '' })).toEqual(['text/a.ts:2 text must not import from pdf']);
  });

  it('rejects an upward import between files of src itself', () => {
    expect(check({ 'packet.ts': "import './index.js';", 'index.ts': '' })).toEqual([
      'packet.ts:1 packet.ts must not import from index.ts',
    ]);
  });

  it('rejects a circle inside a folder, type-only imports included', () => {
    const files = {
      'plan/a.ts': "import { b } from './b.js';",
      'plan/b.ts': "import type { C } from './c.js';",
      'plan/c.ts': "import { a } from './a.js';",
    };
    expect(check(files)).toEqual(['plan/a.ts:1 circle: plan/a.ts -> plan/b.ts -> plan/c.ts -> plan/a.ts']);
  });

  it('keeps each outside package to the folders that own it', () => {
    expect(check({ 'layout/a.ts': "import { parse } from 'yaml';" })).toEqual(['layout/a.ts:1 yaml is only for input']);
    expect(check({ 'text/a.ts': "import patterns from 'hyphen/patterns/en-us.js';" })).toEqual([]);
    expect(check({ 'text/a.ts': "import x from '@scope/unknown/deep.js';" })).toEqual([
      'text/a.ts:1 @scope/unknown belongs to no folder',
    ]);
  });

  it('lets input name the types of zod, and only the types', () => {
    expect(check({ 'input/a.ts': "import type * as z from 'zod';" })).toEqual([]);
    expect(check({ 'input/a.ts': "import * as z from 'zod';" })).toEqual(['input/a.ts:1 zod is only for schema']);
    expect(check({ 'plan/a.ts': "import type * as z from 'zod';" })).toEqual(['plan/a.ts:1 zod is only for schema']);
  });

  it('keeps Node modules to node and cli, under their prefix', () => {
    expect(check({ 'pdf/a.ts': "import { deflateSync } from 'node:zlib';" })).toEqual([
      'pdf/a.ts:1 node:zlib is only for node and cli',
    ]);
    expect(check({ 'node/a.ts': "import { join } from 'path';" })).toEqual(['node/a.ts:1 write node:path']);
  });

  it('asks for a dynamic import of a package with top-level await', () => {
    expect(check({ 'text/a.ts': "import { Face } from 'harfbuzzjs';" })).toEqual([
      'text/a.ts:1 harfbuzzjs must be imported with import()',
    ]);
    expect(check({ 'text/a.ts': "import type { Face } from 'harfbuzzjs'; import('harfbuzzjs');" })).toEqual([]);
  });

  it('reports files that stand in no layer and imports of no file', () => {
    expect(check({ 'utils/a.ts': '' })).toEqual(['utils/a.ts:1 utils is not a layer']);
    expect(check({ 'plan/a.ts': "import { b } from './b.js';" })).toEqual(['plan/a.ts:1 ./b.js is not a file of src']);
  });

  it('names owners that are layers', () => {
    for (const owners of Object.values(OWNERS)) expect(LAYERS).toEqual(expect.arrayContaining([...owners]));
  });
});

describe('importsOf', () => {
  it('ignores what only looks like an import', () => {
    expect(importsOf('a.ts', "// import 'a'\nconst text = `import 'b'`; export const c = { import: 'd' };")).toEqual(
      [],
    );
  });
});
