import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { applicationSchema } from '../../src/schema/application.js';
import { minimalApplication } from '../support/applications.js';
import { completeApplication } from '../support/complete-application.js';

type Json = Readonly<Record<string, unknown>>;

/** Paths of all properties of a JSON Schema that say nothing about themselves. */
function undescribed(schema: Json, path = ''): string[] {
  const own = Object.entries((schema['properties'] ?? {}) as Record<string, Json>).flatMap(([key, property]) => [
    ...(typeof property['description'] === 'string' && property['description'].trim() !== '' ? [] : [`${path}.${key}`]),
    ...undescribed(property, `${path}.${key}`),
  ]);
  const items = schema['items'] as Json | undefined;
  const options = (schema['anyOf'] ?? []) as readonly Json[];
  return [
    ...own,
    ...(items ? undescribed(items, `${path}[]`) : []),
    ...options.flatMap((option) => undescribed(option, path)),
  ];
}

/** How many mappings of a JSON Schema take keys that they do not name. */
function open(schema: unknown): number {
  if (typeof schema !== 'object' || schema === null) return 0;
  const isOpen = 'properties' in schema && (schema as Json)['additionalProperties'] !== false;
  return Number(isOpen) + Object.values(schema).reduce<number>((sum, value) => sum + open(value), 0);
}

describe('applicationSchema', () => {
  it('takes the smallest application and fills the rest', () => {
    const application = applicationSchema.parse(minimalApplication());
    expect(application).toMatchObject({ format: 1, programs: [], share: [], cv: { experiences: [] } });
    expect(application.letters[0]).toMatchObject({
      focus: 'clinical',
      request: { type: 'narrative', status: 'draft' },
    });
  });

  it('takes an application that uses everything', () => {
    expect(applicationSchema.safeParse(completeApplication()).error?.issues).toBeUndefined();
  });

  it('has a description for every field of its JSON Schema, and no mapping that is open', () => {
    const schema = z.toJSONSchema(applicationSchema, { io: 'input' }) as Json;
    expect(undescribed(schema)).toEqual([]);
    expect(open(schema)).toBe(0);
    expect(schema['description']).toBeTruthy();
  });

  it('keeps the limits of MyERAS', () => {
    const application = completeApplication();
    const [experience] = application.cv.experiences ?? [];
    if (!experience) throw new Error('no experience');
    const withDescription = (length: number): unknown => ({
      ...application,
      cv: { ...application.cv, experiences: [{ ...experience, id: 'free-clinic', description: 'x'.repeat(length) }] },
    });
    expect(applicationSchema.safeParse(withDescription(750)).success).toBe(true);
    expect(applicationSchema.safeParse(withDescription(751)).success).toBe(false);
    const eleven = {
      ...application,
      cv: { ...application.cv, experiences: Array.from({ length: 11 }, () => experience) },
    };
    expect(applicationSchema.safeParse(eleven).success).toBe(false);
  });

  it.each(['1234567', '123456789', 'A1234567', ' 12345678'])('refuses %j as an AAMC ID', (aamcId) => {
    const application = minimalApplication();
    expect(
      applicationSchema.safeParse({ ...application, applicant: { ...application.applicant, aamcId } }).success,
    ).toBe(false);
  });
});
