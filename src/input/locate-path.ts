import type { SourceLocation } from '../diagnostics/index.js';
import { MAX_TEXT_LENGTH } from './limits.js';
import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';
import { sourceDocument, type SourceDocument } from './source-document.js';
import { normalizeLineEnds } from './source-text.js';
import { findNode, type PathStep } from './source-tree.js';

/**
 * Finds where the value at a path stands, or the nearest value around it that is written; null in a text without data.
 */
export type PathLocator = (path: string) => SourceLocation | null;

/**
 * Reads a text once to find paths in it, for findings that later stages make about an application.
 *
 * @param options.file name of the file, for the locations; one that ends in `.json` is read as JSON, others as YAML
 * @example pathLocator(text, { file: 'application.yaml' })('letters[0].request.targetDate')?.line
 */
export function pathLocator(text: string, { file }: { readonly file: string }): PathLocator {
  if (text.length > MAX_TEXT_LENGTH) return () => null;
  const normal = normalizeLineEnds(text);
  return locatorIn(sourceDocument(file, /\.json$/i.test(file) ? readJson(normal) : readYaml(normal)));
}

/** Finds paths in a document that was read already. */
export function locatorIn(document: SourceDocument): PathLocator {
  return (path) => {
    if (!document.root) return null;
    const steps = parsePath(path);
    const { node, entry, reached } = findNode(document.root, steps);
    if (reached === 0 || !node) return null;
    // A mapping or list begins below its key, and the key says more; an item has no key of its own.
    const hasKey = entry !== null && typeof steps[reached - 1] === 'string';
    return document.locate(node.kind !== 'scalar' && hasKey ? entry.keyRange.start : node.range.start);
  };
}

/** The steps of a path as `formatPath` writes it. */
function parsePath(path: string): PathStep[] {
  return Array.from(path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g), ([, index, quoted, word]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? String(JSON.parse(`"${quoted}"`)) : (word ?? ''),
  );
}
