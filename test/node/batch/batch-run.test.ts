import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../../src/schema/manifest.js';
import { runCommand } from '../../cli/run-command.js';
import { tempFolder } from '../temp-folder.js';
import { built, outcomes, yamlOf } from './batch-folder.js';

describe('one letter of an application that has changed', () => {
  it('leaves the packets of the others outdated, with what the application says of their letters now', async () => {
    const home = tempFolder({ 'ada/application.yaml': yamlOf('ada') });
    const outDir = tempFolder();
    const states = (): unknown[] =>
      manifestSchema
        .parse(JSON.parse(readFileSync(path.join(outDir, 'manifest.json'), 'utf8')))
        .applicants.flatMap(({ packets }) => packets.map(({ letter, status, due }) => [letter, status, due]));
    await built(home, { outDir });
    await built(home, { outDir, letters: ['chen'] });
    expect(states()).toEqual([
      ['rivera', 'ready', '2026-09-15'],
      ['chen', 'ready', '2026-09-15'],
    ]);

    writeFileSync(path.join(home, 'ada/application.yaml'), yamlOf('ada').replaceAll('2026-09-15', '2026-09-22'));
    await built(home, { outDir, letters: ['chen'] });
    expect(states()).toEqual([
      ['rivera', 'outdated', '2026-09-22'],
      ['chen', 'ready', '2026-09-22'],
    ]);
    expect(outcomes(await built(home, { outDir }))).toEqual(['ada/chen unchanged', 'ada/rivera made input-changed']);
  });
});

it('says of each packet in a dry run where it would be', async () => {
  const home = tempFolder({ 'ada/application.yaml': yamlOf('ada') });
  const outDir = path.join(home, 'out');
  const planned = await built(path.join(home, 'ada'), { outDir, dryRun: true });
  expect(planned.packets.map(({ file }) => path.relative(outDir, file))).toEqual(['ada/rivera.pdf', 'ada/chen.pdf']);
  const { stderr } = await runCommand(['build', path.join(home, 'ada'), '-o', outDir, '--dry-run']);
  expect(stderr).toContain(`${path.join(outDir, 'ada/rivera.pdf')}: would be made: new\n`);
});
