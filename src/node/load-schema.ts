import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from './package-folder.js';

/** The JSON Schemas that the package publishes. */
export const SCHEMA_NAMES = ['application', 'reference', 'template', 'brief', 'roster', 'manifest'] as const;
/** Name of a published JSON Schema. */
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** The part of JSON Schema that the published schemas use to describe data. */
export interface JsonSchema {
  readonly $id?: string;
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
}

/** The text of a published JSON Schema (draft 7), as it lies in the package. */
export async function readSchema(name: SchemaName): Promise<string> {
  const file = `${name}.json`;
  return readFile(path.join(packageFolder('schema', file), file), 'utf8');
}
