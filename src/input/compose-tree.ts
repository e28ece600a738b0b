import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Range, type YAMLMap } from 'yaml';
import { MAX_VALUES } from './limits.js';
import type { SyntaxMistake } from './source-document.js';
import type { SourceText } from './source-text.js';
import type { DataPath, MappingEntry, SourceNode, SourceRange } from './source-tree.js';

/** The tree of a composed YAML document, and the mistakes that only show in the tree. */
export interface ComposedTree {
  readonly root: SourceNode | null;
  readonly mistakes: readonly SyntaxMistake[];
}

function rangeOf(node: { range?: Range | null | undefined }): SourceRange {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

/**
 * Turns a composed YAML document into source nodes: aliases and merge keys resolved, duplicate keys reported, tags
 * refused. Values are counted as often as aliases repeat them, so that a few lines cannot unfold into millions.
 */
export function composeTree(document: Document.Parsed, source: SourceText): ComposedTree {
  const composer = new TreeComposer(source);
  for (const warning of document.warnings) if (warning.code === 'TAG_RESOLVE_FAILED') composer.refuseTag(warning.pos);
  const root = document.contents ? composer.compose(document.contents, [], { start: 0, end: 0 }) : null;
  return { root, mistakes: composer.mistakes };
}

class TreeComposer {
  readonly mistakes: SyntaxMistake[] = [];
  readonly #source: SourceText;
  readonly #anchors = new Map<string, SourceNode | 'open'>();
  readonly #sizes = new Map<SourceNode, number>();
  #total = 0;
  #overflowed = false;

  constructor(source: SourceText) {
    this.#source = source;
  }

  refuseTag([start, end]: readonly [number, number]): void {
    const hints = ['if the text begins with "!", put it in quotes; otherwise leave the tag out'];
    this.#mistake({ start, end }, '"!" before a value makes it a tag, and this format has none', hints);
  }

  compose(node: Node | null | undefined, path: DataPath, fallback: SourceRange): SourceNode {
    if (!node) return nothing(fallback);
    const range = rangeOf(node);
    if (isAlias(node)) return this.#resolveAlias(node.source, range);
    this.#total += 1;
    if (this.#total > MAX_VALUES) return this.#overflow(range);
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor !== undefined) this.#anchors.set(anchor, 'open');
    const before = this.#total;
    const composed = this.#composeKind(node, path, range);
    this.#sizes.set(composed, this.#total - before + 1);
    if (anchor !== undefined) this.#anchors.set(anchor, composed);
    return composed;
  }

  #composeKind(node: Node, path: DataPath, range: SourceRange): SourceNode {
    if (isSeq<Node>(node)) {
      const items = node.items.map((item, index) => this.compose(item, [...path, index], range));
      return { kind: 'sequence', range, items };
    }
    if (isMap<Node, Node>(node)) return this.#composeMapping(node, path, range);
    if (isScalar(node)) {
      return { kind: 'scalar', range, text: String(node.value ?? ''), quoted: node.type !== 'PLAIN' };
    }
    return nothing(range);
  }

  #composeMapping(node: YAMLMap<Node, Node>, path: DataPath, range: SourceRange): SourceNode {
    const own = new Map<string, MappingEntry>();
    const merges: SourceNode[] = [];
    for (const pair of node.items) {
      if (!isScalar(pair.key)) {
        const hints = ['write "key: value", and put text with brackets in quotes'];
        this.#mistake(rangeOf(pair.key), 'a key must be a single word', hints);
        continue;
      }
      const key = String(pair.key.value);
      const keyRange = rangeOf(pair.key);
      const value = this.compose(pair.value, [...path, key], { start: keyRange.end, end: keyRange.end });
      const first = own.get(key);
      if (key === '<<' && pair.key.type === 'PLAIN') merges.push(value);
      else if (first) {
        const { line } = this.#source.locate(first.keyRange.start);
        const hints = [`keep one of them; the first is on line ${line}`];
        const about = { code: 'input/duplicate-key', path: [...path, key] } as const;
        this.#mistake(keyRange, `the key "${key}" is here twice`, hints, about);
      } else own.set(key, { key, keyRange, value });
    }
    for (const merge of merges) this.#mergeInto(own, merge);
    return { kind: 'mapping', range, entries: [...own.values()] };
  }

  #mergeInto(entries: Map<string, MappingEntry>, source: SourceNode): void {
    const sources = source.kind === 'sequence' ? source.items : [source];
    for (const one of sources) {
      if (one.kind !== 'mapping') {
        const hints = ['write out the keys instead of merging them'];
        this.#mistake(one.range, '"<<" takes a group of keys, by its "*name"', hints);
        continue;
      }
      for (const entry of one.entries) if (!entries.has(entry.key)) entries.set(entry.key, entry);
    }
  }

  #resolveAlias(name: string, range: SourceRange): SourceNode {
    const target = this.#anchors.get(name);
    if (target === undefined || target === 'open') {
      const message =
        target === 'open'
          ? `"*${name}" refers to a place inside itself`
          : `"*${name}" refers to nothing: no "&${name}" above`;
      this.#mistake(range, message, [`if the text begins with an asterisk, put it in quotes: "*${name}"`]);
      return nothing(range);
    }
    const size = this.#sizes.get(target) ?? 1;
    if (this.#total + size > MAX_VALUES) return this.#overflow(range);
    this.#total += size;
    return target;
  }

  #overflow(range: SourceRange): SourceNode {
    if (!this.#overflowed) {
      this.#overflowed = true;
      const hints = ['an application has a few hundred values; is this the right file?'];
      this.#mistake(range, `more than ${MAX_VALUES} values`, hints, { code: 'input/too-large' });
    }
    return nothing(range);
  }

  #mistake(range: SourceRange, message: string, hints: readonly string[], rest: Partial<SyntaxMistake> = {}): void {
    const { text, locate } = this.#source;
    const found = text.slice(range.start, range.end);
    this.mistakes.push({ code: 'input/syntax', at: locate(range.start), message, hints, found, ...rest });
  }
}

/** An empty value that stands at a place. */
function nothing({ start }: SourceRange): SourceNode {
  return { kind: 'scalar', range: { start, end: start }, text: '', quoted: false };
}
