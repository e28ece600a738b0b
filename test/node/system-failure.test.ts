import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeOutput } from '../../src/node/packet-file.js';
import { tempFolder } from './temp-folder.js';

it('says in words that a link leads nowhere', async () => {
  const link = path.join(tempFolder(), 'out');
  symlinkSync(path.join(link, '../gone'), link);
  await expect(writeOutput(path.join(link, 'a.pdf'), new Uint8Array())).rejects.toThrow(
    `${path.join(link, 'a.pdf')} cannot be written: its path leads nowhere`,
  );
});
