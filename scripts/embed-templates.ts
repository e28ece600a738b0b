import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from './sync-files.js';

/** A template folder as read: its parsed `template.json` and its text files by relative path. */
export interface TemplateFolder {
  readonly name: string;
  readonly manifest: unknown;
  readonly files: ReadonlyMap<string, string>;
}

/** Reads every folder that holds a `template.json`, in order of name, with its Handlebars files in order of path. */
export function readTemplates(root: string): TemplateFolder[] {
  const paths = listFiles(root);
  return paths
    .filter((name) => /^[^/]+\/template\.json$/.test(name))
    .map((manifestPath) => {
      const name = path.posix.dirname(manifestPath);
      const sources = paths.filter((file) => file.startsWith(`${name}/`) && file.endsWith('.hbs'));
      return {
        name,
        manifest: JSON.parse(readText(path.join(root, manifestPath))) as unknown,
        files: new Map(sources.map((file) => [file.slice(name.length + 1), readText(path.join(root, file))] as const)),
      };
    });
}

/** Line ends are made `\n`, so that a checkout that turned them into CRLF builds the same package. */
function readText(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}

/** The source text of `src/template/builtin.generated.ts`. */
export function embedTemplates(templates: readonly TemplateFolder[]): string {
  const data = Object.fromEntries(
    templates.map(({ name, manifest, files }) => [name, { manifest, files: Object.fromEntries(files) }]),
  );
  return `// Made from templates/ by scripts/embed-templates.ts. Edit the templates and run \`npm run generate\`.

import type { Template } from './types.js';

/** The built-in templates by name. */
export const BUILTIN_TEMPLATES: Readonly<Record<string, Template>> = ${JSON.stringify(data, null, 2)};
`;
}

/** The source text of `src/template/builtin-names.generated.ts`. */
export function embedTemplateNames(templates: readonly TemplateFolder[]): string {
  const names = templates.map(({ name }) => `'${name}'`).join(', ');
  return `// Made from templates/ by scripts/embed-templates.ts. Edit the templates and run \`npm run generate\`.

/** The names of the built-in templates, for who does not need their texts. */
export const BUILTIN_TEMPLATE_NAMES: readonly string[] = [${names}];
`;
}

/** The texts of what is written besides packets: every Handlebars file of a folder by its path. */
export function readTexts(root: string): ReadonlyMap<string, string> {
  const files = listFiles(root).filter((name) => name.endsWith('.hbs'));
  return new Map(files.map((name) => [name, readText(path.join(root, name))] as const));
}

/** The source text of `src/node/outputs/builtin-texts.generated.ts`. */
export function embedTexts(texts: ReadonlyMap<string, string>): string {
  return `// Made from texts/ by scripts/embed-templates.ts. Edit the texts and run \`npm run generate\`.

/** The built-in texts of pages, e-mails and calendars by path. */
export const BUILTIN_TEXTS: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(texts), null, 2)};
`;
}
