import type * as z from 'zod';
import { briefSchema } from './brief.js';

/** What a value of the brief is, as far as a template can tell: enough to check a template without any data. */
export type Shape =
  TextShape | { readonly kind: 'number' } | { readonly kind: 'boolean' } | ListShape | GroupShape | AnyShape;

/** Text; `markdown` where the field is Markdown by schema, so that `{{{md x}}}` may print it. */
export interface TextShape {
  readonly kind: 'text';
  readonly markdown: boolean;
}
export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
}
/** A group of fields. */
export interface GroupShape {
  readonly kind: 'group';
  readonly fields: Readonly<Record<string, Shape>>;
}
/** Nothing is known: whatever is done with it may be right. */
export interface AnyShape {
  readonly kind: 'any';
}

export const ANY: AnyShape = { kind: 'any' };
export const TEXT: TextShape = { kind: 'text', markdown: false };

/** How a schema says that a text is Markdown (JSON Schema, `contentMediaType`). */
export const MARKDOWN_MEDIA_TYPE = 'text/markdown';

let known: GroupShape | undefined;

/** The shape of the brief contract, read from its schema once. */
export function briefShape(): GroupShape {
  if (known) return known;
  const shape = shapeOf(briefSchema);
  if (shape.kind !== 'group') throw new TypeError('the brief is not a group of fields');
  known = shape;
  return shape;
}

/** The shape of what a schema describes. Null is a matter of the data: below it every field is null as well. */
export function shapeOf(schema: z.core.$ZodType): Shape {
  const { def } = (schema as z.ZodType)._zod;
  switch (def.type) {
    case 'nullable':
    case 'optional':
    case 'default':
    case 'prefault':
      return shapeOf((def as z.core.$ZodNullableDef).innerType);
    case 'object': {
      const fields = Object.entries((def as z.core.$ZodObjectDef).shape);
      return { kind: 'group', fields: Object.fromEntries(fields.map(([name, field]) => [name, shapeOf(field)])) };
    }
    case 'array':
      return { kind: 'list', item: shapeOf((def as z.core.$ZodArrayDef).element) };
    case 'string':
      return { kind: 'text', markdown: (schema as z.ZodType).meta()?.['contentMediaType'] === MARKDOWN_MEDIA_TYPE };
    case 'enum':
      return TEXT;
    case 'number':
    case 'int':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'literal': {
      const [value] = (def as z.core.$ZodLiteralDef<z.core.util.Literal>).values;
      return typeof value === 'number' ? { kind: 'number' } : typeof value === 'boolean' ? { kind: 'boolean' } : TEXT;
    }
    default:
      return ANY;
  }
}
