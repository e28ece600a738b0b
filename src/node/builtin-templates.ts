import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PreparedTemplate, Template } from '../template/index.js';
import { packageFolder } from './package-folder.js';

/** The texts of a built-in template; they and what reads them are loaded when they are first wanted. */
export async function builtinTemplate(name: string): Promise<Template> {
  const { BUILTIN_TEMPLATES } = await import('../template/builtin.generated.js');
  const template = Object.hasOwn(BUILTIN_TEMPLATES, name) ? BUILTIN_TEMPLATES[name] : undefined;
  if (!template) throw new Error(`the built-in template "${name}" is missing from this build`);
  return template;
}

const prepared = new Map<string, Promise<PreparedTemplate>>();

/**
 * A built-in template as the build prepared it: reading and checking it takes thirty times as long as this does. All
 * calls share one.
 *
 * @throws {Error} when the package lacks its file
 */
export function preparedBuiltin(name: string): Promise<PreparedTemplate> {
  const known = prepared.get(name);
  if (known !== undefined) return known;
  const read = readPrepared(name).catch((error: unknown) => {
    prepared.delete(name);
    throw error;
  });
  prepared.set(name, read);
  return read;
}

/** A prepared template as kept: a partial that is the one of `classic` is null. */
interface KeptTemplate extends Omit<PreparedTemplate, 'partials'> {
  readonly partials: Readonly<Record<string, PreparedTemplate['partials'][string] | null>>;
}

async function readPrepared(name: string): Promise<PreparedTemplate> {
  const file = `${name}.json`;
  const kept = JSON.parse(await readFile(path.join(packageFolder('prepared', file), file), 'utf8')) as KeptTemplate;
  const partials: Record<string, PreparedTemplate['partials'][string]> = {};
  let shared: PreparedTemplate['partials'] = {};
  for (const [partial, own] of Object.entries(kept.partials)) {
    if (own === null) ({ partials: shared } = await preparedBuiltin('classic'));
    const program = own ?? shared[partial];
    if (!program) throw new Error(`the template "${name}" has no partial "${partial}"; install lor-packet again`);
    partials[partial] = program;
  }
  return { ...kept, partials };
}
