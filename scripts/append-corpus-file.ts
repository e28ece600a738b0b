import { readFileSync, writeFileSync } from 'node:fs';
import { platformDeflate } from '../src/node/platform-deflate.js';
import { appendFiles } from '../test/pdf/appendix/append-file.js';
import { testTypesetter } from '../test/support/fonts.js';

/**
 * Appends each file to a packet of its own, and prints a line for each: what became of it and what that took.
 * `tsx scripts/append-corpus-file.ts FOLDER NAME:MODE:PAGES...` reads `NAME.pdf` and writes `NAME.packet.pdf`.
 */
const [, , folder = '', ...files] = process.argv;
await testTypesetter();
for (const file of files) {
  const [name = '', mode = '', pages = ''] = file.split(':');
  const bytes = new Uint8Array(readFileSync(`${folder}/${name}.pdf`));
  // Time of the processor: the machine may be busy with other things.
  const before = process.cpuUsage();
  const packet = await appendFiles({ 'x.pdf': bytes }, platformDeflate, {
    mode: mode === 'copy' ? mode : 'figure',
    ...(pages === '' ? {} : { pages }),
  });
  const { user, system } = process.cpuUsage(before);
  const milliseconds = Math.round((user + system) / 1000);
  writeFileSync(`${folder}/${name}.packet.pdf`, packet.bytes);
  const [outcome] = packet.opened.outcomes;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const became = outcome?.kind === 'missing' ? outcome.code : outcome?.kind;
  const { conformance } = packet;
  console.log(
    JSON.stringify({ name, conformance, became, pages: packet.laidOut.pages.length, milliseconds, megabytes }),
  );
}
