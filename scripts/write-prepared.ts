import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { syncFolder } from './sync-files.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes `dist/prepared`: each built-in template as `prepareTemplate` makes it, so that a command need not read and check
 * what was checked here. A partial that is the one of `classic` is null. The templates are those of the generated source: it must be written before this is called.
 */
export async function writePrepared(): Promise<void> {
  const { BUILTIN_TEMPLATES } = await import('../src/template/builtin.generated.js');
  const { prepareTemplate } = await import('../src/template/prepare-template.js');
  const { classic: fallback } = BUILTIN_TEMPLATES;
  if (!fallback) throw new Error('there is no template "classic"');
  const classic = prepareTemplate(fallback);
  const files = Object.entries(BUILTIN_TEMPLATES).map(([name, template]) => {
    const prepared = template === fallback ? classic : prepareTemplate(template, { fallback });
    const partials = Object.entries(prepared.partials).map(([partial, program]) => {
      const isShared = prepared !== classic && isDeepStrictEqual(program, classic.partials[partial]);
      return [partial, isShared ? null : program];
    });
    const kept = { ...prepared, partials: Object.fromEntries(partials) as unknown };
    return [`${name}.json`, `${JSON.stringify(kept)}\n`] as const;
  });
  syncFolder(path.join(ROOT, 'dist/prepared'), new Map(files));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await writePrepared();
