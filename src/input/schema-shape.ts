import type * as z from 'zod';
import type { DataPath } from './source-tree.js';

/** What a value must be, seen from the outside of optional, default and the like. */
export type Expected = 'text' | 'number' | 'boolean' | 'list' | 'mapping' | 'choice' | 'anything';

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def;
}

/** The schema inside optional, default, prefault, nullable, readonly and pipe; of a union, its first option. */
export function innerSchema(schema: z.ZodType): z.ZodType {
  const { innerType, in: input, options } = definitionOf(schema);
  const inside = innerType ?? input ?? options?.[0];
  return inside ? innerSchema(inside) : schema;
}

/** The keys of an object schema with their schemas, or null for any other schema. */
export function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> | null {
  return definitionOf(innerSchema(schema)).shape ?? null;
}

/** The schema of the entries of a list, or null for any other schema. */
export function elementOf(schema: z.ZodType): z.ZodType | null {
  const definition = definitionOf(innerSchema(schema));
  return definition.type === 'array' ? (definition.element ?? null) : null;
}

/** The schema at a path, or null where the format has nothing. */
export function schemaAt(root: z.ZodType, path: DataPath): z.ZodType | null {
  let schema: z.ZodType | null = root;
  for (const step of path) {
    if (!schema) return null;
    const shape: Readonly<Record<string, z.ZodType>> | null = shapeOf(schema);
    if (typeof step === 'number') schema = elementOf(schema);
    else schema = shape && Object.hasOwn(shape, step) ? (shape[step] ?? null) : null;
  }
  return schema;
}

/** What kind of value a schema takes. */
export function expectedOf(schema: z.ZodType): Expected {
  const { type, values } = definitionOf(innerSchema(schema));
  switch (type) {
    case 'string':
      return 'text';
    case 'enum':
      return 'choice';
    case 'literal':
      return values?.every((value) => typeof value === 'number') ? 'number' : 'choice';
    case 'number':
    case 'boolean':
      return type;
    case 'array':
      return 'list';
    case 'object':
      return 'mapping';
    default:
      return 'anything';
  }
}

/** What a field is for: its description, on whichever layer of the schema it stands. */
export function descriptionOf(schema: z.ZodType): string | undefined {
  if (schema.description !== undefined) return schema.description;
  const { innerType } = definitionOf(schema);
  return innerType ? descriptionOf(innerType) : undefined;
}

/** {@link descriptionOf}, unless it only says the name of the field again. */
export function helpfulDescription(schema: z.ZodType): string | undefined {
  const description = descriptionOf(schema);
  return description !== undefined && description.length >= 25 ? description : undefined;
}

/** How exact a date a schema takes, or null when it takes none. Asked of the schema itself, so both always agree. */
export function dateKindOf(schema: z.ZodType): 'full' | 'partial' | 'end' | null {
  if (expectedOf(schema) !== 'text') return null;
  const takes = (text: string): boolean => schema.safeParse(text).success;
  if (!takes('2026-09-01') || takes('2026-13-01')) return null;
  if (takes('present')) return 'end';
  return takes('2026') ? 'partial' : 'full';
}

/** A value that a field takes, as one would type it, or null when none is known. */
export function exampleOf(schema: z.ZodType): string | null {
  const kind = dateKindOf(schema);
  if (kind !== null) return kind === 'full' ? '2026-09-01' : '2026-09';
  const inner = innerSchema(schema);
  const choice = (definitionOf(inner) as { entries?: Record<string, string> }).entries;
  if (choice) return Object.values(choice)[0] ?? null;
  if (expectedOf(schema) === 'boolean') return 'true';
  if (expectedOf(schema) === 'number') return /: (\d{4})\b/.exec(descriptionOf(schema) ?? '')?.[1] ?? null;
  if (expectedOf(schema) === 'mapping' || expectedOf(schema) === 'list') return null;
  return /such as ("[^"]+")/.exec(descriptionOf(schema) ?? '')?.[1] ?? null;
}
