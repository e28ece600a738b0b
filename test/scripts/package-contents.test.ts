import { describe, expect, it } from 'vitest';
import { checkContents, checkDeclarations } from '../../scripts/package-contents.js';

describe('checkContents', () => {
  it('reports files that do not belong and files that are missing', () => {
    const problems = checkContents(['package.json', 'src/index.ts', 'dist/index.js.map', 'dist/fonts/x.otf']);
    expect(problems).toContain('unexpected: src/index.ts');
    expect(problems).toContain('unexpected: dist/index.js.map');
    expect(problems).toContain('unexpected: dist/fonts/x.otf');
    expect(problems).toContain('missing: dist/fonts/LICENSES/Source Sans 3.txt');
    expect(problems).toContain('missing: dist/fonts/Amiri_700Bold.ttf');
    expect(problems).not.toContain('missing: package.json');
  });
});

describe('checkDeclarations', () => {
  it('lets through zod and relative files, and Node modules for the node entry alone', () => {
    const text = "import * as z from 'zod';\nexport { a } from './packet-12345678.js';\n";
    expect(checkDeclarations(new Map([['index.d.ts', text]]))).toEqual([]);
    const withNode = "import { Stats } from 'node:fs';";
    expect(checkDeclarations(new Map([['node.d.ts', withNode]]))).toEqual([]);
    expect(checkDeclarations(new Map([['index.d.ts', withNode]]))).toEqual(['index.d.ts names node:fs']);
  });

  it.each(["import { PDFDocument } from 'pdf-lib';", "type A = import('pdf-lib').B;", 'export * from "pdf-lib";'])(
    'reports %s',
    (text) => {
      expect(checkDeclarations(new Map([['index.d.ts', text]]))).toEqual(['index.d.ts names pdf-lib']);
    },
  );
});
