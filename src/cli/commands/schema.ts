import { readSchema, SCHEMA_NAMES } from '../../node/load-schema.js';
import { didYouMean } from '../../template/similar-names.js';
import type { CommandIo, ExitCode } from '../io.js';
import { UsageError } from '../usage-error.js';

/**
 * `lor-packet schema`: a published JSON Schema, for editors and other programs.
 *
 * @throws {UsageError} for a name that is none of them
 */
export async function schema(name: string, io: CommandIo): Promise<ExitCode> {
  const known = SCHEMA_NAMES.find((candidate) => candidate === name);
  if (known === undefined) {
    const [hint = `the schemas are: ${SCHEMA_NAMES.join(', ')}`] = didYouMean(name, SCHEMA_NAMES);
    throw new UsageError(`there is no schema "${name}"; ${hint}`);
  }
  // The file has no spaces.
  io.stdout.write(`${JSON.stringify(JSON.parse(await readSchema(known)), null, 2)}\n`);
  return 0;
}
