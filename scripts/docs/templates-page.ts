import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { briefSchema, type Brief } from '../../src/schema/brief.js';
import { templateManifestSchema } from '../../src/schema/template.js';
import { themeSchema } from '../../src/schema/theme.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { describeType, DIRECTIVES, HELPERS } from '../../src/template/index.js';
import { directiveNotes } from './directive-notes.js';
import { GENERATED, page, plain, table } from './markdown.js';

const GUIDE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'templates-guide.md');

/** The part of JSON Schema that the schemas of briefs, manifests and themes use. */
interface JsonField {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonField[];
  readonly properties?: Readonly<Record<string, JsonField>>;
  readonly items?: JsonField;
  readonly contentMediaType?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const code = (text: string): string => `\`${text}\``;

function fieldsOf(schema: z.ZodType): JsonField {
  return z.toJSONSchema(schema, { io: 'input' }) as JsonField;
}

/** A field without the `null` that it may be. */
function stripped(field: JsonField): { readonly field: JsonField; readonly isNullable: boolean } {
  const [first, second] = field.anyOf ?? [];
  if (!first || second?.type !== 'null') return { field, isNullable: false };
  return { field: { ...first, description: field.description ?? first.description ?? '' }, isNullable: true };
}

function kindOf(field: JsonField): string {
  if (field.contentMediaType === 'text/markdown') return 'Markdown';
  if (field.enum) return field.enum.map(String).join(', ');
  if (field.const !== undefined) return String(field.const);
  const range = field.minimum !== undefined ? ` ${field.minimum} to ${field.maximum ?? '…'}` : '';
  const names: Readonly<Record<string, string>> = { string: 'text', integer: 'number', object: 'group', array: 'list' };
  return `${names[field.type ?? ''] ?? field.type ?? 'text'}${range}`;
}

/** The value of a sample at a path; of a list its first item. */
function sampleAt(data: unknown, steps: readonly string[]): unknown {
  let at = data;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null) return null;
    at = step === '[]' ? (at as unknown[])[0] : (at as Record<string, unknown>)[step];
  }
  return at;
}

function sampleText(briefs: readonly Brief[], steps: readonly string[]): string {
  for (const brief of briefs) {
    const value = sampleAt(brief, steps);
    if (value === null || value === undefined || typeof value === 'object' || value === '') continue;
    const text = String(value).replace(/\s+/g, ' ');
    return plain(text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);
  }
  return '';
}

/** A row for each field below a schema, depth first. Dates are shown once, not at each place. */
function briefRows(field: JsonField, steps: readonly string[], briefs: readonly Brief[]): string[][] {
  const rows: string[][] = [];
  for (const [name, raw] of Object.entries(field.properties ?? {})) {
    const { field: inner, isNullable } = stripped(raw);
    const own = [...steps, name];
    const isDate = inner.properties?.['iso'] !== undefined && inner.properties['text'] !== undefined;
    const item = inner.items ? stripped(inner.items).field : undefined;
    const kind = isDate ? 'date' : item ? `list of ${kindOf(item)}s` : kindOf(inner);
    const sample = isDate ? [...own, 'text'] : item ? [...own, '[]'] : own;
    const label = own.join('.').replaceAll('.[]', '[]');
    rows.push([
      code(label),
      `${kind}${isNullable ? ' or null' : ''}`,
      plain(raw.description ?? inner.description ?? ''),
      sampleText(briefs, sample),
    ]);
    if (isDate) continue;
    if (inner.properties) rows.push(...briefRows(inner, own, briefs));
    if (item?.properties) rows.push(...briefRows(item, [...own, '[]'], briefs));
  }
  return rows;
}

function settingRows(field: JsonField, prefix: string): string[][] {
  return Object.entries(field.properties ?? {}).flatMap(([name, setting]) => {
    const label = prefix === '' ? name : `${prefix}.${name}`;
    if (setting.properties) return settingRows(setting, label);
    const value = setting.default === undefined ? '' : code(JSON.stringify(setting.default));
    return [[code(label), plain(kindOf(setting)), value, plain(setting.description ?? '')]];
  });
}

function directiveTable(): string {
  const rows = Object.entries(DIRECTIVES)
    .filter(([name]) => name !== 'section')
    .map(([name, attributes]) => {
      const takes = Object.entries(attributes).map(([key, type]) => `${code(key)}: ${plain(describeType(type))}`);
      return [code(`:::${name}`), plain(directiveNotes[name] ?? ''), takes.join('; ')];
    });
  return table(['Directive', 'What it makes', 'Attributes'], rows);
}

function helperTable(): string {
  const rows = Object.values(HELPERS).map(({ usage, gives }) => [code(`{{${usage}}}`), plain(gives)]);
  return table(['Helper', 'Gives'], rows);
}

/** docs/templates.md: the guide for people who make templates, and every table of what they can use. */
export function templatesPage(briefs: Readonly<Record<string, Brief>>): string {
  const manifest = fieldsOf(templateManifestSchema);
  const { theme: _, ...settings } = manifest.properties ?? {};
  const listed = Object.entries(BUILTIN_TEMPLATES)
    .map(([name, template]) => `| [\`${name}\`](gallery/README.md) | ${plain(template.manifest.description ?? '')} |`)
    .join('\n');
  const guide = readFileSync(GUIDE, 'utf8').replaceAll('\r\n', '\n').replace('{{templates}}', listed).trimEnd();
  const settingHead = ['Key', 'Value', 'Default', 'Meaning'];
  return page(
    GENERATED,
    guide,
    '## Directives',
    'A directive opens with a line of three or more colons and its name, and closes with a line of as many colons. One inside another takes another number of colons, as in the examples above and in the built-in templates.',
    directiveTable(),
    '## Helpers',
    'Helpers stand in braces, `{{date x}}`, or in parentheses inside another expression, `{{#if (gt (count points) 3)}}`.',
    helperTable(),
    '## template.json',
    table(settingHead, settingRows({ properties: settings }, '')),
    '## Theme',
    'Tokens stand under `theme` in `template.json`. All lengths are points, 72 to an inch.',
    table(settingHead, settingRows(fieldsOf(themeSchema), '')),
    '## Fields of the brief',
    'Every field is always there; what has nothing to say is `null` or an empty list. A date is a group of `iso` (YYYY, YYYY-MM or YYYY-MM-DD), `text` (as printed) and `weekday`. `[]` stands for each item of a list. Sample values are those of invented applicants. The JSON Schema is printed by `lor-packet schema brief`, and the TypeScript type is `Brief`.',
    table(['Field', 'Kind', 'Meaning', 'Sample'], briefRows(fieldsOf(briefSchema), [], Object.values(briefs))),
  );
}
