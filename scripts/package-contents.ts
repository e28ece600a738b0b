import { FONT_TABLE } from './font-table.js';

/** Upper bound of the published tarball, bytes. */
export const MAX_TARBALL_BYTES = 3_500_000;

const ALLOWED: readonly RegExp[] = [
  /^(package\.json|README\.md|LICENSE|NOTICE\.md|CHANGELOG\.md)$/,
  /^dist\/(index|node|cli|worker|chunk-[A-Z0-9]+|[\w.-]+-[A-Z0-9]{8})\.js$/,
  /^dist\/command\/[\w.-]+\.js$/,
  /^dist\/(index|node|[\w-]+-[\w-]{8})\.d\.ts$/,
  /^dist\/fonts\/(fonts\.json|[\w-]+\.ttf|LICENSES\/[\w ]+\.txt)$/,
  /^dist\/texts\/[\w/-]+(\.(html|txt))?\.hbs$/,
  /^dist\/templates\/[\w-]+\/(template\.json|packet\.md\.hbs|partials\/[\w/-]+\.md\.hbs|README\.md)$/,
  /^dist\/prepared\/[\w-]+\.json$/,
  /^dist\/schema\/[a-z]+\.json$/,
  /^dist\/samples\/briefs\.json$/,
  /^dist\/THIRD-PARTY-LICENSES\.txt$/,
];

const REQUIRED: readonly string[] = [
  'package.json',
  'README.md',
  'LICENSE',
  'NOTICE.md',
  'CHANGELOG.md',
  'dist/index.js',
  'dist/index.d.ts',
  'dist/node.js',
  'dist/node.d.ts',
  'dist/cli.js',
  'dist/THIRD-PARTY-LICENSES.txt',
  'dist/fonts/fonts.json',
  ...FONT_TABLE.map(({ family }) => `dist/fonts/LICENSES/${family}.txt`),
  ...FONT_TABLE.flatMap(({ faces }) => faces.map(({ path }) => `dist/fonts/${path.slice(path.lastIndexOf('/') + 1)}`)),
  'dist/texts/pages/index.html.hbs',
  'dist/texts/mail/request.txt.hbs',
  'dist/templates/classic/template.json',
  'dist/templates/classic/packet.md.hbs',
  'dist/prepared/classic.json',
  'dist/schema/application.json',
  'dist/schema/reference.json',
  'dist/schema/template.json',
  'dist/schema/brief.json',
  'dist/samples/briefs.json',
];

/** Compares the packed paths with what the package is meant to hold; one line per difference. */
export function checkContents(paths: readonly string[]): string[] {
  const unexpected = paths.filter((path) => !ALLOWED.some((pattern) => pattern.test(path)));
  const missing = REQUIRED.filter((path) => !paths.includes(path));
  return [...unexpected.map((path) => `unexpected: ${path}`), ...missing.map((path) => `missing: ${path}`)];
}

/**
 * Checks that public declarations name no outside package but zod: types of a bundled or replaceable dependency would
 * make that dependency part of the public contract. `node.d.ts` may also name Node's own modules.
 *
 * @param declarations texts of the `.d.ts` files by name
 */
export function checkDeclarations(declarations: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  for (const [name, text] of declarations) {
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)) {
      const allowed = specifier.startsWith('.') || /^zod(\/|$)/.test(specifier);
      if (!allowed && !(name === 'node.d.ts' && specifier.startsWith('node:')))
        problems.push(`${name} names ${specifier}`);
    }
  }
  return problems;
}
