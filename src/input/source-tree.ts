/** One step of a path into the data: a key or an index. */
export type PathStep = string | number;
export type DataPath = readonly PathStep[];

/** Half-open range of offsets in the text that was read. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A single value. `text` is what stands in the file, unquoted; types are given to it by the schema, not by YAML. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly range: SourceRange;
  readonly text: string;
  /** True when written in quotes or as a block: such a value is text and nothing else. */
  readonly quoted: boolean;
}

export interface MappingEntry {
  readonly key: string;
  readonly keyRange: SourceRange;
  readonly value: SourceNode;
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly range: SourceRange;
  /** Without duplicate keys: the first one counts. */
  readonly entries: readonly MappingEntry[];
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly range: SourceRange;
  readonly items: readonly SourceNode[];
}

/** A value as it stands in the file, with its place. Aliases are resolved: a node can occur more than once. */
export type SourceNode = ScalarNode | MappingNode | SequenceNode;

/** Writes a path as `letters[2].request.letterId`; keys that are not plain words stand in quotes. */
export function formatPath(path: DataPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** What stands at a path. `reached` tells how many steps of the path exist; `node` is the last node on the way. */
export interface Found {
  readonly reached: number;
  readonly node: SourceNode | null;
  /** The nearest key on the way. */
  readonly entry: MappingEntry | null;
  /** Every key and node on the way, outermost first. */
  readonly ranges: readonly SourceRange[];
}

/** Follows a path from the root as far as it exists. */
export function findNode(root: SourceNode | null, path: DataPath): Found {
  let node = root;
  let entry: MappingEntry | null = null;
  let reached = 0;
  const ranges: SourceRange[] = [];
  for (const step of path) {
    let next: SourceNode | undefined;
    if (node?.kind === 'mapping') {
      const found: MappingEntry | undefined = node.entries.find((candidate) => candidate.key === String(step));
      if (found) {
        entry = found;
        ranges.push(found.keyRange);
        next = found.value;
      }
    } else if (node?.kind === 'sequence' && typeof step === 'number') {
      next = node.items[step];
      if (next) ranges.push({ start: next.range.start, end: next.range.start });
    }
    if (!next) break;
    node = next;
    reached += 1;
  }
  return { reached, node, entry, ranges };
}

/** True for a scalar behind which nothing is written (or `~`, or a plain lower-case `null`): it counts as left out. */
export function isLeftOut(node: SourceNode): boolean {
  return node.kind === 'scalar' && !node.quoted && ['', '~', 'null'].includes(node.text);
}
