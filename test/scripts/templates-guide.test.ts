import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { directiveNotes } from '../../scripts/docs/directive-notes.js';
import { DIRECTIVES } from '../../src/template/index.js';
import { tempFolder } from '../node/temp-folder.js';
import { runCommand } from '../cli/run-command.js';

/** What the guide has its reader do, in order: files to write, and commands. */
type Step = { readonly file: string; readonly text: string } | { readonly command: readonly string[] };

function stepsOf(guide: string): Step[] {
  const walk = guide.slice(guide.indexOf('## Your school'), guide.indexOf('## What you write'));
  const steps: Step[] = [];
  let file: string | undefined;
  for (const match of walk.matchAll(/^In `([^`]+)`:$|^```(\w+)\n([\s\S]*?)^```$/gm)) {
    const [, named, kind, text = ''] = match;
    if (named !== undefined) file = named;
    else if (kind === 'sh') {
      for (const line of text.trim().split('\n')) steps.push({ command: line.split(/\s+/).slice(1) });
    } else if (file !== undefined) {
      steps.push({ file, text });
      file = undefined;
    }
  }
  return steps;
}

describe('docs/templates.md', () => {
  it('can be followed word for word: every command ends well and without a warning', async () => {
    const folder = tempFolder({});
    cpSync('examples/img-internal-medicine', path.join(folder, 'applicant'), { recursive: true });
    const steps = stepsOf(readFileSync('docs/templates.md', 'utf8'));
    expect(steps.length).toBeGreaterThan(8);
    const place = (word: string): string => (/^(?:\.\/)?(?:my-|applicant)/.test(word) ? path.join(folder, word) : word);
    for (const step of steps) {
      if ('file' in step) {
        mkdirSync(path.dirname(path.join(folder, step.file)), { recursive: true });
        writeFileSync(path.join(folder, step.file), step.text);
        continue;
      }
      const isBuild = step.command[0] === 'build';
      const own = isBuild ? ['--output', path.join(folder, 'out'), '--quiet'] : [];
      const strict = step.command[1] === 'check' ? ['--strict'] : [];
      const { code, stdout, stderr } = await runCommand([...step.command.map(place), ...own, ...strict]);
      expect([step.command.join(' '), code, code === 0 ? '' : stdout + stderr]).toEqual([
        step.command.join(' '),
        0,
        '',
      ]);
    }
  });

  it('has a note for every directive', () => {
    const named = Object.keys(DIRECTIVES).filter((name) => name !== 'section');
    expect(Object.keys(directiveNotes).sort()).toEqual(named.sort());
  });
});
