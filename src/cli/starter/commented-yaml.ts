import type { JsonSchema } from '../../node/load-schema.js';

/** Width at which comments and running text are folded. */
const WIDTH = 100;

/** How {@link commentedYaml} writes a field that it meets. */
export interface CommentedYamlOptions {
  /** Paths of the fields to comment out, with `[]` for list items: `letters[].share`. */
  readonly commentedOut: ReadonlySet<string>;
}

/**
 * Data as YAML in the order of its schema, each field under a comment made of its description: what it is, whether it
 * is required, what it may be. A comment `# …` explains; `#key: …` is a field to use by taking the `#` away. Within one
 * top-level section the same field (such as `city`) is explained once.
 */
export function commentedYaml(schema: JsonSchema, value: object, options: CommentedYamlOptions): string {
  const sections = Object.entries(schema.properties ?? {}).filter(([key]) => key in value);
  return sections
    .map(([key]) => {
      const writer = new SectionWriter(options.commentedOut);
      return `${writer.entry(schema, key, (value as Record<string, unknown>)[key], '', 0).join('\n')}\n`;
    })
    .join('\n');
}

class SectionWriter {
  readonly #commentedOut: ReadonlySet<string>;
  readonly #said = new Set<string>();

  constructor(commentedOut: ReadonlySet<string>) {
    this.#commentedOut = commentedOut;
  }

  /** A key with its comment and value. */
  entry(parent: JsonSchema, key: string, value: unknown, parentPath: string, indent: number): string[] {
    const schema = parent.properties?.[key] ?? {};
    const path = parentPath === '' ? key : `${parentPath}.${key}`;
    const comment = this.#comment(key, schema, parent.required?.includes(key) ?? false, indent);
    const lines = this.#value(`${' '.repeat(indent)}${key}:`, schema, value, path, indent);
    return [...comment, ...(this.#commentedOut.has(path) ? lines.map((line) => commentOut(line, indent)) : lines)];
  }

  #value(head: string, schema: JsonSchema, value: unknown, path: string, indent: number): string[] {
    if (Array.isArray(value)) {
      if (value.length === 0) return [`${head} []`];
      return [head, ...value.flatMap((item: unknown) => this.#item(schema.items ?? {}, item, `${path}[]`, indent + 2))];
    }
    if (typeof value === 'object' && value !== null) return [head, ...this.#mapping(schema, value, path, indent + 2)];
    const inline = scalar(value);
    if (head.length + 1 + inline.length <= WIDTH) return [`${head} ${inline}`];
    return [`${head} >-`, ...fold(String(value), ' '.repeat(indent + 2))];
  }

  #mapping(schema: JsonSchema, value: object, path: string, indent: number): string[] {
    const record = value as Record<string, unknown>;
    // Where a field may have several forms, a mapping is the first of them.
    const form = schema.properties ? schema : (schema.anyOf?.[0] ?? schema);
    const keys = Object.keys(form.properties ?? {}).filter((key) => key in record);
    return keys.flatMap((key) => this.entry(form, key, record[key], path, indent));
  }

  /** The dash stands before the first field that is not commented out. */
  #item(schema: JsonSchema, value: unknown, path: string, indent: number): string[] {
    const dash = `${' '.repeat(indent)}- `;
    if (typeof value !== 'object' || value === null) return [dash + scalar(value)];
    const lines = this.#mapping(schema, value, path, indent + 2);
    const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
    return lines.map((line, index) => (index === first ? dash + line.slice(indent + 2) : line));
  }

  #comment(key: string, schema: JsonSchema, required: boolean, indent: number): string[] {
    const text = explanation(schema, required);
    if (text === '' || this.#said.has(`${key} ${text}`)) return [];
    this.#said.add(`${key} ${text}`);
    return fold(text, `${' '.repeat(indent)}# `);
  }
}

/** The description, whether it is required, the values allowed unless the description lists them, and the default. */
function explanation(schema: JsonSchema, required: boolean): string {
  const { description = '' } = schema;
  const allowed = (schema.enum ?? schema.items?.enum ?? schema.anyOf?.[0]?.enum ?? []).map(String);
  const listed = allowed.every((value) => description.includes(value));
  const isScalar = ['string', 'number', 'boolean'].includes(typeof schema.default);
  return [
    description,
    required ? 'Required.' : '',
    listed ? '' : `One of: ${allowed.join(', ')}.`,
    isScalar && schema.const === undefined ? `Default: ${String(schema.default).replace(/\.$/, '')}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function commentOut(line: string, indent: number): string {
  return `${line.slice(0, indent)}#${line.slice(indent)}`;
}

/** Text that YAML reads as itself: it starts with a letter and has nothing in it that could mean something. */
const PLAIN_TEXT = /^\p{L}[\p{L}\p{N} _.,;()/+'&@-]*$/u;
const PLAIN_DATE = /^\d{4}-\d{2}(?:-\d{2})?$/;
/** Words that some readers of YAML take for something else than text. */
const NOT_TEXT = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

function scalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  if (PLAIN_DATE.test(value)) return value;
  const isPlain = PLAIN_TEXT.test(value) && !NOT_TEXT.test(value) && !value.endsWith(' ');
  return isPlain || /^https:\/\/[\w./-]+$/.test(value) ? value : JSON.stringify(value);
}

/** Words in lines of at most {@link WIDTH} characters, each after the prefix. */
function fold(text: string, prefix: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && prefix.length + line.length + 1 + word.length > WIDTH) {
      lines.push(prefix + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, prefix + line];
}
