import path from 'node:path';
import { expect, it } from 'vitest';
import { batchSettings } from '../../../src/node/batch/batch-settings.js';
import { tempFolder } from '../temp-folder.js';
import { TINY } from './batch-folder.js';

it('tells a template with another image of the same name from the one before', async () => {
  const outDir = path.join(tempFolder(), 'out');
  const markWith = async (images?: Record<string, Uint8Array>): Promise<string> => {
    const template = { ...TINY, ...(images ? { images } : {}) };
    return (await batchSettings({ outDir, today: '2026-07-06', template })).marks.template;
  };
  const crest = await markWith({ 'crest.png': Uint8Array.of(1, 2, 3) });
  expect(await markWith({ 'crest.png': Uint8Array.of(1, 2, 3) })).toBe(crest);
  expect(await markWith({ 'crest.png': Uint8Array.of(1, 2, 4) })).not.toBe(crest);
  expect(await markWith()).not.toBe(crest);
});
