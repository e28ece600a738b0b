import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Range } from 'yaml';
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
  const { text, locate } = source;
  const mistakes: SyntaxMistake[] = [];
  const anchors = new Map<string, SourceNode | 'open'>();
  const sizes = new Map<SourceNode, number>();
  const sizeOf = (node: SourceNode): number => sizes.get(node) ?? 1;
  let total = 0;
  let overflowed = false;

  const mistake = (range: SourceRange, message: string, hints: string[], rest: Partial<SyntaxMistake> = {}): void => {
    const found = text.slice(range.start, range.end);
    mistakes.push({ code: 'input/syntax', at: locate(range.start), message, hints, found, ...rest });
  };

  const nothing = (range: SourceRange): SourceNode => ({
    kind: 'scalar',
    range: { start: range.start, end: range.start },
    text: '',
    quoted: false,
  });

  for (const warning of document.warnings) {
    if (warning.code !== 'TAG_RESOLVE_FAILED') continue;
    const hints = ['if the text begins with "!", put it in quotes; otherwise leave the tag out'];
    mistake(
      { start: warning.pos[0], end: warning.pos[1] },
      '"!" before a value makes it a tag, and this format has none',
      hints,
    );
  }

  const resolveAlias = (name: string, range: SourceRange): SourceNode => {
    const target = anchors.get(name);
    if (target === undefined || target === 'open') {
      mistake(
        range,
        target === 'open'
          ? `"*${name}" refers to a place inside itself`
          : `"*${name}" refers to nothing: no "&${name}" above`,
        [`if the text begins with an asterisk, put it in quotes: "*${name}"`],
      );
      return nothing(range);
    }
    if (total + sizeOf(target) > MAX_VALUES) {
      overflow(range);
      return nothing(range);
    }
    total += sizeOf(target);
    return target;
  };

  const overflow = (range: SourceRange): void => {
    if (overflowed) return;
    overflowed = true;
    const hints = ['an application has a few hundred values; is this the right file?'];
    mistake(range, `more than ${MAX_VALUES} values`, hints, { code: 'input/too-large' });
  };

  const mergeInto = (entries: Map<string, MappingEntry>, source: SourceNode): void => {
    const sources = source.kind === 'sequence' ? source.items : [source];
    for (const one of sources) {
      if (one.kind !== 'mapping') {
        mistake(one.range, '"<<" takes a group of keys, by its "*name"', [
          'write out the keys instead of merging them',
        ]);
        continue;
      }
      for (const entry of one.entries) if (!entries.has(entry.key)) entries.set(entry.key, entry);
    }
  };

  const compose = (node: Node | null | undefined, path: DataPath, fallback: SourceRange): SourceNode => {
    if (!node) return nothing(fallback);
    const range = rangeOf(node);
    if (isAlias(node)) return resolveAlias(node.source, range);
    total += 1;
    if (total > MAX_VALUES) {
      overflow(range);
      return nothing(range);
    }
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor !== undefined) anchors.set(anchor, 'open');
    const before = total;
    const composed = composeKind(node, path, range);
    sizes.set(composed, total - before + 1);
    if (anchor !== undefined) anchors.set(anchor, composed);
    return composed;
  };

  const composeKind = (node: Node, path: DataPath, range: SourceRange): SourceNode => {
    if (isSeq<Node>(node)) {
      const items = node.items.map((item, index) => compose(item, [...path, index], range));
      return { kind: 'sequence', range, items };
    }
    if (isMap<Node, Node>(node)) {
      const own = new Map<string, MappingEntry>();
      const merges: SourceNode[] = [];
      for (const pair of node.items) {
        if (!isScalar(pair.key)) {
          mistake(rangeOf(pair.key), 'a key must be a single word', [
            'write "key: value", and put text with brackets in quotes',
          ]);
          continue;
        }
        const key = String(pair.key.value);
        const keyRange = rangeOf(pair.key);
        const value = compose(pair.value, [...path, key], { start: keyRange.end, end: keyRange.end });
        const first = own.get(key);
        if (key === '<<' && pair.key.type === 'PLAIN') merges.push(value);
        else if (first) {
          mistake(
            keyRange,
            `the key "${key}" is here twice`,
            [`keep one of them; the first is on line ${locate(first.keyRange.start).line}`],
            {
              code: 'input/duplicate-key',
              path: [...path, key],
            },
          );
        } else own.set(key, { key, keyRange, value });
      }
      for (const merge of merges) mergeInto(own, merge);
      return { kind: 'mapping', range, entries: [...own.values()] };
    }
    if (isScalar(node)) {
      return { kind: 'scalar', range, text: String(node.value ?? ''), quoted: node.type !== 'PLAIN' };
    }
    return nothing(range);
  };

  return { root: document.contents ? compose(document.contents, [], { start: 0, end: 0 }) : null, mistakes };
}
