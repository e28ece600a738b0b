import path from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../temp-folder.js';
import { runCommand } from '../../cli/run-command.js';
import { built, yamlOf } from './batch-folder.js';

it('says of each packet in a dry run where it would be', async () => {
  const home = tempFolder({ 'ada/application.yaml': yamlOf('ada') });
  const outDir = path.join(home, 'out');
  const planned = await built(path.join(home, 'ada'), { outDir, dryRun: true });
  expect(planned.packets.map(({ file }) => path.relative(outDir, file))).toEqual(['ada/rivera.pdf', 'ada/chen.pdf']);
  const { stderr } = await runCommand(['build', path.join(home, 'ada'), '-o', outDir, '--dry-run']);
  expect(stderr).toContain(`${path.join(outDir, 'ada/rivera.pdf')}: would be made: new\n`);
});
