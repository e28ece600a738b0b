import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod';
import { columnPath, describeColumn, ROSTER_COLUMNS } from '../src/input/roster/roster-columns.js';
import { applicationSchema } from '../src/schema/application.js';
import { briefSchema } from '../src/schema/brief.js';
import { manifestSchema } from '../src/schema/manifest.js';
import { referenceSchema } from '../src/schema/reference.js';
import { templateManifestSchema } from '../src/schema/template.js';
import { caselessPattern } from './caseless-pattern.js';
import { syncFolder } from './sync-files.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The published schemas by file name. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  application: applicationSchema,
  reference: referenceSchema,
  template: templateManifestSchema,
  brief: briefSchema,
  manifest: manifestSchema,
};

/** The `$id` of a schema, and the address that a file may name in `$schema` or in its editor's modeline. */
export function schemaId(name: string, version: string): string {
  const [major, minor] = version.split('.');
  return `https://unpkg.com/lor-packet@${major}.${minor}/dist/schema/${name}.json`;
}

function patternsOf(schema: z.core.$ZodType): RegExp[] {
  const checks: readonly z.core.$ZodCheck[] = (schema._zod.def as z.core.$ZodStringDef).checks ?? [];
  return checks.flatMap(({ _zod: { def } }) =>
    'pattern' in def && def.pattern instanceof RegExp ? [def.pattern] : [],
  );
}

/**
 * The JSON Schema of what a user writes (before defaults). Draft 7, because editors' YAML support ends there.
 */
export function jsonSchema(name: string, schema: z.ZodType, version: string): object {
  const body = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema: json }) => {
      const pattern = patternsOf(zodSchema).find(({ source }) => source === json.pattern);
      if (pattern?.ignoreCase) json.pattern = caselessPattern(pattern.source);
    },
  });
  const { $schema, ...rest } = body;
  return { $schema, $id: schemaId(name, version), title: `lor-packet ${name}`, ...rest };
}

/** The columns of a roster, as a schema of one row: a spreadsheet program has no schema, but people and programs read it. */
export function rosterSchema(version: string): object {
  const properties = ROSTER_COLUMNS.map(
    (column) =>
      [
        column.name,
        {
          type: 'string',
          description: `${describeColumn(column)} [${columnPath(column)}]`,
          examples: column.example === '' ? [] : [column.example],
        },
      ] as const,
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: schemaId('roster', version),
    title: 'lor-packet roster',
    description:
      'One row of a roster: a table (CSV) with a heading line and a row for each letter. Any other field of the application format is a column by its path, such as "letter.note" or "applicant.place.city"; "letter" is the letter of the row, "specialty" the entry of `specialties` that it is for. Lists are separated by ";". Columns whose headings begin with "_" are not read. The required columns are those that an applicant without a file needs.',
    type: 'object',
    properties: Object.fromEntries(properties),
    required: ROSTER_COLUMNS.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: { type: 'string' },
  };
}

/** Writes `dist/schema/*.json`, without spaces: `lor-packet schema` prints them for people, and the package is a fifth of a percent smaller. */
export function writeSchemas(): void {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const files = Object.entries(SCHEMAS).map(
    ([name, schema]) => [`${name}.json`, `${JSON.stringify(jsonSchema(name, schema, version))}\n`] as const,
  );
  const roster = ['roster.json', `${JSON.stringify(rosterSchema(version))}\n`] as const;
  syncFolder(path.join(ROOT, 'dist/schema'), new Map([...files, roster]));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) writeSchemas();
