import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.js';
import { mergeManifests } from '../../../src/node/batch/merge-manifests.js';
import { manifestSchema } from '../../../src/schema/manifest.js';
import { runCommand } from '../../cli/run-command.js';
import { tempFolder } from '../temp-folder.js';
import { built, yamlOf } from './batch-folder.js';

/** Three shards of a batch, each in an output folder of its own, and the whole in one. */
async function shards(): Promise<{ home: string; files: string[]; whole: string; top: string }> {
  const ids = ['ada', 'ben', 'chi', 'dov', 'eli', 'fay'];
  const home = tempFolder(Object.fromEntries(ids.map((id) => [`${id}/application.yaml`, yamlOf(id)])));
  const top = tempFolder();
  const files: string[] = [];
  for (const index of [1, 2, 3]) {
    const outDir = path.join(top, `shard-${index}`);
    await built(home, { outDir, shard: { index, count: 3 } });
    files.push(path.join(outDir, `manifest.${index}-of-3.json`));
  }
  const whole = path.join(top, 'whole');
  await built(home, { outDir: whole });
  return { home, files, whole, top };
}

const withoutTimes = (file: string) =>
  manifestSchema
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .applicants.map((entry) => ({ ...entry, packets: entry.packets.map((packet) => ({ ...packet, seconds: 0 })) }));

describe('mergeManifests', () => {
  it('makes of the shards what the whole batch would have said', async () => {
    const { home, files, whole, top } = await shards();
    const all = path.join(top, 'all');
    for (const file of files) cpSync(path.dirname(file), all, { recursive: true });
    const merged = path.join(all, 'manifest.json');
    const { diagnostics, manifest } = await mergeManifests(files, merged, { moved: true });
    expect([diagnostics, manifest.complete, manifest.shard]).toEqual([[], true, null]);
    expect(withoutTimes(merged)).toEqual(withoutTimes(path.join(whole, 'manifest.json')));
    // The merged folder is one that a build goes on with.
    expect((await built(home, { outDir: all })).summary).toMatchObject({ made: 0, unchanged: 12 });
  });

  it('points at packets where the shards left them', async () => {
    const { files, top } = await shards();
    const { manifest } = await mergeManifests(files, path.join(top, 'manifest.json'));
    expect(manifest.summary).toMatchObject({ applicants: 6, packets: 12 });
    for (const { file, bytes } of manifest.applicants.flatMap(({ packets }) => packets)) {
      expect(readFileSync(path.join(top, file ?? '')).length).toBe(bytes);
    }
  });

  it('warns of shards of different splits, and of a build that was stopped', async () => {
    const { home, files, top } = await shards();
    const output = path.join(top, 'manifest.json');
    const [one = '', two = '', three = ''] = files;
    const messages = async (...merged: string[]) => {
      const { diagnostics, manifest } = await mergeManifests(merged, output);
      expect(manifest.complete).toBe(diagnostics.length === 0);
      return diagnostics.map(({ message }) => message);
    };
    const half = path.join(path.dirname(one), 'manifest.1-of-2.json');
    await built(home, { outDir: path.dirname(one), shard: { index: 1, count: 2 } });
    expect(await messages(two, half)).toEqual(['of 3 shards, 1/3, 3/3 are not there', 'of 2 shards, 2/2 is not there']);
    const manifest = readFileSync(one, 'utf8');
    writeFileSync(one, manifest.replace('"complete": true', '"complete": false'));
    expect(await messages(one, two, three)).toEqual([`the build that wrote ${one} did not come to its end`]);
  });

  it('warns of missing shards, and refuses what does not belong together', async () => {
    const { files, top } = await shards();
    const output = path.join(top, 'manifest.json');
    const [one = '', two = ''] = files;
    const two_ = await mergeManifests([one, two], output);
    expect(two_.diagnostics.map(({ message }) => message)).toEqual(['of 3 shards, 3/3 is not there']);
    expect(two_.manifest.complete).toBe(false);
    expect(readFileSync(path.join(top, 'index.html'), 'utf8')).toContain('or a part of the batch is missing');

    const other = JSON.parse(readFileSync(two, 'utf8')) as { today: string };
    writeFileSync(two, JSON.stringify({ ...other, today: '2026-07-07' }));
    await expect(mergeManifests([one, two], output)).rejects.toMatchObject({
      diagnostics: [{ code: 'input/bad-value', message: expect.stringContaining('today "2026-07-06"') as string }],
    });
    await expect(mergeManifests([path.join(top, 'none.json')], output)).rejects.toBeInstanceOf(InputError);
  });

  it('refuses an applicant that two shards have differently', async () => {
    const { files, top } = await shards();
    const [one = ''] = files;
    const copy = path.join(top, 'copy', 'manifest.json');
    cpSync(one, copy);
    writeFileSync(copy, readFileSync(copy, 'utf8').replace('"letter":"chen"', '"letter":"chan"'));
    await expect(mergeManifests([one, copy], path.join(top, 'm.json'), { moved: true })).rejects.toMatchObject({
      diagnostics: [{ code: 'input/duplicate-id' }],
    });
  });

  it('is a command', async () => {
    const { files, top } = await shards();
    const { code, stdout } = await runCommand(['manifest', 'merge', ...files, '-o', path.join(top, 'all.json')]);
    expect([code, stdout]).toEqual([0, `${path.join(top, 'all.json')}: 12 packets of 6 applicants\n`]);
    const csv = readFileSync(path.join(top, 'all.csv'), 'utf8').split('\r\n');
    expect(csv).toHaveLength(14);
  });
});
