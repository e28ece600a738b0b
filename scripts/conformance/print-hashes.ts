import { exampleHashes } from './example-hashes.js';

/** Prints the hashes of the example's packets as JSON: run in other surroundings, they must be the same. */

process.stdout.write(`${JSON.stringify(await exampleHashes())}\n`);
