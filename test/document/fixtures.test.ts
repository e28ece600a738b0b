import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { parseDocument } from '../../src/document/index.js';

const folder = new URL('./fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3));

/** JSON with what fits on one line on one line, so that a tree reads like one. */
function write(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length < 110) return line;
  const inner = `${indent}  `;
  const list = Array.isArray(value);
  const parts = list
    ? value.map((item) => inner + write(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${write(item, inner)}`);
  return `${list ? '[' : '{'}\n${parts.join(',\n')}\n${indent}${list ? ']' : '}'}`;
}

describe('fixtures', () => {
  it.each(names)('%s', (name) => {
    const markdown = readFileSync(new URL(`${name}.md`, folder), 'utf8');
    const { tree, diagnostics } = parseDocument(markdown);
    const found = {
      blocks: tree.children,
      diagnostics: diagnostics.map(({ code, found: what }) => `${code} ${what ?? ''}`),
    };
    const file = new URL(`${name}.blocks.json`, folder);
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(file, `${write(found)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});
