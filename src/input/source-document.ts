import type { SourceLocation } from '../diagnostics/index.js';
import type { Place, SourceText } from './source-text.js';
import { findNode, type DataPath, type SourceNode, type SourceRange } from './source-tree.js';

/** A mistake in the notation itself, at its place in the file. */
export interface SyntaxMistake {
  readonly code: 'input/syntax' | 'input/duplicate-key' | 'input/too-large';
  readonly at: Place;
  readonly message: string;
  readonly found?: string;
  readonly hints: readonly string[];
  /** Path of the entry that the mistake is about, when there is one. */
  readonly path?: DataPath;
}

/** What of a file cannot be trusted because the notation was broken there. Lines count from 1. */
export interface Damage {
  /** Lines whose key was read but whose value was not. */
  readonly lines: ReadonlySet<number>;
  /** First words of lines that could not be read at all: keys that may well be there. */
  readonly words: ReadonlySet<string>;
  /** From this line on nothing is known to be read as it was meant. */
  readonly unknownFrom: number;
}

const NO_DAMAGE: Damage = { lines: new Set(), words: new Set(), unknownFrom: Infinity };

/** What a reader (YAML, JSON) finds in a text. */
export interface ReadSource {
  readonly source: SourceText;
  readonly root: SourceNode | null;
  readonly mistakes: readonly SyntaxMistake[];
  readonly damage?: Damage;
}

/** A file as it was read: the tree of its values, and the way back from a value to its place. */
export interface SourceDocument {
  readonly file: string;
  readonly root: SourceNode | null;
  readonly mistakes: readonly SyntaxMistake[];
  readonly damage: Damage;
  locate(offset: number): SourceLocation;
  /** What stands in the file. */
  slice(range: SourceRange): string;
}

/** Makes a {@link SourceDocument} of what a reader found. */
export function sourceDocument(file: string, read: ReadSource): SourceDocument {
  const { source, root, mistakes, damage = NO_DAMAGE } = read;
  return {
    file,
    root,
    mistakes,
    damage,
    locate: (offset) => ({ file, ...source.locate(offset) }),
    slice: ({ start, end }) => source.text.slice(start, end),
  };
}

/** True when a problem at this path is nothing but a consequence of a mistake in the notation. */
export function isDamaged(document: SourceDocument, path: DataPath): boolean {
  const { lines, words, unknownFrom } = document.damage;
  if (lines.size === 0 && words.size === 0 && unknownFrom === Infinity) return false;
  const { ranges, node, reached } = findNode(document.root, path);
  const keys = ranges.filter((range) => range.end > range.start);
  const places = node?.kind === 'scalar' ? [...keys, node.range] : keys;
  for (const range of places) {
    const { line } = document.locate(range.start);
    if (lines.has(line) || line >= unknownFrom) return true;
  }
  if (reached === path.length) return false;
  return unknownFrom !== Infinity || words.has(String(path[reached]));
}
