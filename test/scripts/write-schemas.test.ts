import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { jsonSchema, schemaId } from '../../scripts/write-schemas.js';

describe('jsonSchema', () => {
  it('describes what a user writes, under an address that stays within a minor version', () => {
    const schema = z.strictObject({ id: z.string().regex(/^[a-z]+$/i).optional(), size: z.number().default(3) }); // prettier-ignore
    expect(jsonSchema('application', schema, '1.4.7')).toEqual({
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'https://unpkg.com/lor-packet@1.4/dist/schema/application.json',
      title: 'lor-packet application',
      type: 'object',
      properties: { id: { type: 'string', pattern: '^[a-zA-Z]+$' }, size: { type: 'number', default: 3 } },
      additionalProperties: false,
    });
  });

  it('names each schema by its file', () => {
    expect(schemaId('template', '0.1.0')).toBe('https://unpkg.com/lor-packet@0.1/dist/schema/template.json');
  });
});
