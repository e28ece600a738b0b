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
  const file = `${name}.json`;
  const read = readFile(path.join(packageFolder('prepared', file), file), 'utf8')
    .then((text) => JSON.parse(text) as PreparedTemplate)
    .catch((error: unknown) => {
      prepared.delete(name);
      throw error;
    });
  prepared.set(name, read);
  return read;
}
