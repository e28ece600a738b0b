/**
 * The command of a peer that has none of its own: reads the content, loads the peer, writes one PDF. Arguments: name,
 * setup as JSON, content file, output file.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [name, setup, content, output] = process.argv.slice(2);
const { setup: prepare, render } = await import(`./contestants/${name}.mjs`);
await prepare(JSON.parse(setup));
const { bytes } = await render(JSON.parse(readFileSync(content, 'utf8')));
writeFileSync(output, bytes);
