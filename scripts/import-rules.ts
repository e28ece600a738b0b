import { builtinModules } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

/**
 * The layers of `src` from the ground up: a file imports only from its own layer and from layers before it.
 * A layer is a folder, or the named files of `src` itself.
 */
export const LAYERS: readonly string[] = [
  'diagnostics',
  'errors.ts',
  'version.ts',
  'bounded-cache.ts',
  'schema',
  'input',
  'reference',
  'plan',
  'brief',
  'template',
  'image',
  'figure',
  'document',
  'text',
  'layout',
  'pdf',
  'svg',
  'set-brief.ts',
  'packet.ts',
  'index.ts',
  'node',
  'cli',
];

/**
 * The layers that may import an outside package; every other layer must not, and a package not named here is unknown.
 */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  zod: ['schema'],
  yaml: ['input'],
  leven: ['input', 'template', 'cli'],
  handlebars: ['template'],
  marked: ['document'],
  harfbuzzjs: ['text'],
  'bidi-js': ['text'],
  linebreak: ['text'],
  hyphen: ['text'],
  'pdf-lib': ['pdf'],
  'csv-parse': ['input'],
  tinyglobby: ['node'],
  chokidar: ['node'],
  tinypool: ['node'],
  nodemailer: ['node'],
  uqr: ['figure'],
  fflate: ['image', 'text', 'pdf'],
  commander: ['cli'],
};

/** Layers that may name the types of a package that they do not own: the schemas that they walk are zod's objects. */
const TYPE_READERS: Readonly<Record<string, readonly string[]>> = { zod: ['input'] };

const NODE_LAYERS = ['node', 'cli'];

/** Packages with top-level await: a static import would break `require('lor-packet')`. */
const DYNAMIC_ONLY = ['harfbuzzjs'];

interface ImportSite {
  readonly specifier: string;
  readonly line: number;
  /** `types`: an import that leaves no code behind; `later`: `import()`. */
  readonly kind: 'static' | 'types' | 'later';
}

/** All imports of a source text: static, dynamic, re-exporting, type-only and `import('…')` types. */
export function importsOf(file: string, text: string): ImportSite[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const sites: ImportSite[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, kind: ImportSite['kind']): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    sites.push({ specifier: specifier.text, line, kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node, node.moduleSpecifier, node.importClause?.isTypeOnly ? 'types' : 'static');
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly ? 'types' : 'static');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, 'types');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], 'later');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}

function layerOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file;
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function checkOutside(layer: string, { specifier, kind }: ImportSite): string | undefined {
  if (specifier.startsWith('node:')) {
    return NODE_LAYERS.includes(layer) ? undefined : `${specifier} is only for ${NODE_LAYERS.join(' and ')}`;
  }
  const name = packageOf(specifier);
  if (builtinModules.includes(name)) return `write node:${specifier}`;
  const owners = Object.hasOwn(OWNERS, name) ? OWNERS[name] : undefined;
  if (!owners) return `${name} belongs to no folder`;
  const mayName = kind === 'types' && TYPE_READERS[name]?.includes(layer);
  if (!owners.includes(layer) && !mayName) return `${name} is only for ${owners.join(', ')}`;
  if (kind === 'static' && DYNAMIC_ONLY.includes(name)) return `${name} must be imported with import()`;
  return undefined;
}

function resolveInside(file: string, specifier: string, files: ReadonlyMap<string, string>): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const candidates = [target.replace(/\.js$/, '.ts'), target.replace(/\.js$/, '.d.ts'), target];
  return candidates.find((candidate) => files.has(candidate));
}

/** Groups of files that import each other in a circle, each told as a path that ends where it begins. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const stack: string[] = [];
  const visit = (file: string): void => {
    const start = stack.indexOf(file);
    if (start >= 0) cycles.push([...stack.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    stack.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    stack.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}

/**
 * Checks the imports of `src`: no upward import, no circle, outside packages only in the folder that owns them.
 *
 * @param files texts by path relative to `src`, `/` between the parts
 * @returns one line per violation, `file:line message`, sorted by file
 */
export function checkImports(files: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const layer = layerOf(file);
    const rank = LAYERS.indexOf(layer);
    const edges: string[] = [];
    graph.set(file, edges);
    if (rank < 0) problems.push(`${file}:1 ${layer} is not a layer`);
    for (const site of importsOf(file, text)) {
      const report = (message: string): void => void problems.push(`${file}:${site.line} ${message}`);
      if (!site.specifier.startsWith('.')) {
        const problem = checkOutside(layer, site);
        if (problem) report(problem);
        continue;
      }
      const target = resolveInside(file, site.specifier, files);
      if (!target) {
        report(`${site.specifier} is not a file of src`);
        continue;
      }
      edges.push(target);
      if (LAYERS.indexOf(layerOf(target)) > rank) report(`${layer} must not import from ${layerOf(target)}`);
    }
  }
  for (const cycle of findCycles(graph)) problems.push(`${cycle[0]}:1 circle: ${cycle.join(' -> ')}`);
  return problems;
}
