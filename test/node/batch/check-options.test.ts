import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { TemplateError } from '../../../src/errors.js';
import type { BatchOptions } from '../../../src/node/batch/index.js';
import type { ThemeInput } from '../../../src/schema/theme.js';
import { tempFolder } from '../temp-folder.js';
import { built, handedOver } from './batch-folder.js';

it.each<[Partial<BatchOptions>, string]>([
  [{ today: '2026-02-30' }, 'today: "2026-02-30" is not a date'],
  [{ today: '2026-07' }, 'today: "2026-07" is not a date'],
  [{ jobs: -1 }, 'jobs: -1 is not a whole number from 0 to 256'],
  [{ jobs: NaN }, 'jobs: NaN is not'],
  [{ jobs: 1.5 }, 'jobs: 1.5 is not'],
  [{ packetSeconds: 0 }, 'packetSeconds: 0 is not a number above 0'],
  [{ packetSeconds: Infinity }, 'packetSeconds: Infinity is not'],
  [{ workerMegabytes: 0 }, 'workerMegabytes: 0 is not a whole number from 64'],
  [{ shard: { index: 0, count: 2 } }, 'shard: 0/2 is not a part'],
  [{ shard: { index: 3, count: 2 } }, 'shard: 3/2 is not a part'],
  [{ outputs: ['plan' as 'plans'] }, 'outputs: "plan" is not one of index, plans, reminders, mail'],
  [{ outputs: 'plans' as never }, 'outputs: "plans" is not a list of index, plans, reminders, mail'],
  [{ attach: ['orignals' as 'originals'] }, 'attach: "orignals" is not one of application-json, originals'],
  [{ deflate: 'fast' as 'portable' }, 'deflate: "fast" is not one of platform, portable'],
])('refuses %j before anything is made', async (options, message) => {
  const outDir = path.join(tempFolder(), 'out');
  const run = built([handedOver('ada')], { outDir, ...options });
  await expect(run).rejects.toThrow(RangeError);
  await expect(run).rejects.toThrow(message);
  expect(existsSync(outDir)).toBe(false);
});

it.each<[unknown, string, string[]]>([
  [{ text: { size: 99 } }, 'theme.text.size: ', []],
  [{ txt: { size: 11 } }, 'unknown key "theme.txt"', ['did you mean "text"?']],
])('refuses the theme %j once, before anything is made', async (theme, message, hints) => {
  const outDir = path.join(tempFolder(), 'out');
  const run = built([handedOver('ada'), handedOver('ben')], { outDir, theme: theme as ThemeInput });
  await expect(run).rejects.toThrow(TemplateError);
  await expect(run).rejects.toMatchObject({
    diagnostics: [{ code: 'template/invalid', message: expect.stringContaining(message) as string, hints }],
  });
  expect(existsSync(outDir)).toBe(false);
});
