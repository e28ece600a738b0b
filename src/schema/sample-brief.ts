import type * as z from 'zod';
import { type Brief, briefSchema } from './brief.js';

/** Which fields of a sample brief say something. */
export type SampleFill = 'everything' | 'nothing';

/** Fields that hold a date as ISO text. */
const DATES: ReadonlySet<string> = new Set(['iso', 'on', 'from', 'to']);
/** Items of every list of a full sample. */
const ITEMS = 2;

/**
 * A brief made from the contract alone: with something in every field, or with nothing wherever nothing is allowed. What
 * a template does with either shows the branches that the data of one applicant never reaches.
 *
 * @example sampleBrief('everything').applicant.name // 'applicant name'
 */
export function sampleBrief(fill: SampleFill): Brief {
  const value = sampleOf(briefSchema, [], fill === 'everything') as Brief;
  // A letter that is in asks for nothing: what a request shows would stay hidden.
  return { ...value, request: { ...value.request, isUploaded: false, daysLeft: 12 } };
}

function sampleOf(schema: z.core.$ZodType, path: readonly string[], full: boolean): unknown {
  const { def } = (schema as z.ZodType)._zod;
  switch (def.type) {
    case 'nullable':
      return full ? sampleOf((def as z.core.$ZodNullableDef).innerType, path, full) : null;
    case 'object': {
      const fields = Object.entries((def as z.core.$ZodObjectDef).shape);
      return Object.fromEntries(fields.map(([name, field]) => [name, sampleOf(field, [...path, name], full)]));
    }
    case 'array': {
      const { element } = def as z.core.$ZodArrayDef;
      return full
        ? Array.from({ length: ITEMS }, (_, index) => sampleOf(element, [...path, `${index + 1}`], full))
        : [];
    }
    case 'enum':
      return Object.values((def as z.core.$ZodEnumDef).entries)[0];
    case 'literal':
      return (def as z.core.$ZodLiteralDef<z.core.util.Literal>).values[0];
    case 'number':
      return full ? ITEMS : 0;
    case 'boolean':
      return full;
    default:
      return textOf(path);
  }
}

/** Names the field, in words that read as text; ISO dates and languages are what they must be. */
function textOf(path: readonly string[]): string {
  const name = path.at(-1) ?? '';
  if (DATES.has(name)) return '2026-08-28';
  if (name === 'lang') return 'en';
  if (/url$/i.test(name) || name === 'website') return 'https://example.org/page';
  if (name === 'email') return 'someone@example.org';
  const words = path.slice(-2).map((part) => part.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
  return words.join(' ');
}
