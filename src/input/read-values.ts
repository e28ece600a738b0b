import type * as z from 'zod';
import { elementOf, expectedOf, shapeOf } from './schema-shape.js';
import { isLeftOut, type DataPath, type MappingEntry, type ScalarNode, type SourceNode } from './source-tree.js';

/** A key that the format does not have. */
export interface UnknownKey {
  readonly path: DataPath;
  readonly entry: MappingEntry;
}

/** Plain data, typed as the schema expects wherever the text allows it. */
export interface ReadValues {
  readonly value: unknown;
  readonly unknownKeys: readonly UnknownKey[];
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * Makes plain data of source nodes. What the schema takes as text keeps the characters of the file, so that an ID
 * such as 00123456 keeps its zeros; a number or a boolean is made only where the schema takes one. Entries with
 * nothing behind the key are left out, and so are keys that the format does not have.
 */
export function readValues(root: SourceNode, schema: z.ZodType): ReadValues {
  const unknownKeys: UnknownKey[] = [];
  return { value: readNode(root, schema, [], unknownKeys), unknownKeys };
}

function readNode(node: SourceNode, schema: z.ZodType | null, path: DataPath, unknownKeys: UnknownKey[]): unknown {
  if (node.kind === 'scalar') return readScalar(node, schema);
  if (node.kind === 'sequence') {
    const element = schema && elementOf(schema);
    const items: unknown[] = [];
    for (const item of node.items) items.push(readNode(item, element, [...path, items.length], unknownKeys));
    return items;
  }
  const shape = schema && shapeOf(schema);
  const record: Record<string, unknown> = {};
  for (const entry of node.entries) {
    const here = [...path, entry.key];
    const known = shape && Object.hasOwn(shape, entry.key) ? shape[entry.key] : undefined;
    if (shape && !known) unknownKeys.push({ path: here, entry });
    if (!known || isLeftOut(entry.value)) continue;
    record[entry.key] = readNode(entry.value, known, here, unknownKeys);
  }
  return record;
}

function readScalar(node: ScalarNode, schema: z.ZodType | null): unknown {
  const expected = schema ? expectedOf(schema) : 'anything';
  if (isLeftOut(node)) return null;
  if (node.quoted) return node.text;
  if (expected === 'number' && NUMBER.test(node.text)) return Number(node.text);
  if (expected === 'boolean' && /^true$/i.test(node.text)) return true;
  if (expected === 'boolean' && /^false$/i.test(node.text)) return false;
  return node.text;
}
