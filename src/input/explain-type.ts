import type * as z from 'zod';
import type { Problem } from './problems.js';
import {
  descriptionOf,
  elementOf,
  exampleOf,
  expectedOf,
  helpfulDescription,
  shapeOf,
  type Expected,
} from './schema-shape.js';
import { shorten } from './source-text.js';
import { findNode, isLeftOut, type DataPath, type SourceNode } from './source-tree.js';

/** How a message names a field: its key in quotes, or `entry 2 of "memberships"`. */
export function fieldName(path: DataPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the application';
  if (typeof last === 'string') return `"${last}"`;
  const list = path.slice(0, -1).findLast((step) => typeof step === 'string');
  return `entry ${last + 1} of ${list === undefined ? 'the list' : `"${list}"`}`;
}

/** True when nothing is written at a path. */
export function isMissing(root: SourceNode, path: DataPath): boolean {
  const { node, reached } = findNode(root, path);
  return reached < path.length || (node !== null && isLeftOut(node));
}

/** Explains a required value that is not there. */
export function explainMissing(path: DataPath, field: z.ZodType | null): Problem {
  const key = path.at(-1);
  if (typeof key === 'number') {
    return {
      code: 'input/missing',
      message: `${fieldName(path)} is empty`,
      path,
      hints: ['write something, or remove the line'],
    };
  }
  const hints: string[] = [];
  const description = field ? descriptionOf(field) : undefined;
  if (description) hints.push(description);
  const example = field ? exampleOf(field) : null;
  if (example !== null && key !== undefined) hints.push(`for example: ${key}: ${example}`);
  else if (field) hints.push(...contentsOf(field));
  return { code: 'input/missing', message: `${fieldName(path)} is missing`, path, hints };
}

/** What a group of keys cannot do without, when the field is one. */
function contentsOf(field: z.ZodType): string[] {
  const element = elementOf(field);
  const shape = shapeOf(element ?? field);
  if (!shape) return [];
  const required = Object.keys(shape).filter((key) => !shape[key]?.safeParse(undefined).success);
  if (required.length === 0) return [];
  return [`${element ? 'each entry' : 'it'} needs at least: ${required.join(', ')}`];
}

const EXPECTED_WORDS: Readonly<Record<Expected, string>> = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  mapping: 'a group of keys',
  choice: 'a single word',
  anything: 'another kind of value',
};

function foundWords(node: SourceNode): string {
  if (node.kind === 'sequence') return 'a list';
  if (node.kind === 'mapping') return 'a group of keys';
  if (node.quoted) return 'text in quotes';
  return /^[-+]?\d+(\.\d+)?$/.test(node.text) ? 'a number' : 'text';
}

/** Explains a value of the wrong kind: what is expected, what was found, how to write it. */
export function explainWrongType(path: DataPath, node: SourceNode, field: z.ZodType | null): Problem {
  const expected = field ? expectedOf(field) : 'anything';
  const message = `${fieldName(path)} must be ${EXPECTED_WORDS[expected]}, not ${foundWords(node)}`;
  return { code: 'input/wrong-type', message, path, hints: typeHints(expected, path, node, field) };
}

function typeHints(expected: Expected, path: DataPath, node: SourceNode, field: z.ZodType | null): string[] {
  const hints: string[] = [];
  const text = node.kind === 'scalar' ? node.text.trim() : '';
  const key = path.findLast((step) => typeof step === 'string') ?? '';
  if (expected === 'boolean') {
    if (/^(yes|y|on|true|1)$/i.test(text)) hints.push(`write ${key}: true`);
    else if (/^(no|n|off|false|0)$/i.test(text)) hints.push(`write ${key}: false`);
    else hints.push('write true or false, without quotes');
  } else if (expected === 'number') {
    const number = /^[-+]?\d+(\.\d+)?$/.test(text);
    hints.push(number ? `remove the quotes: ${key}: ${text}` : 'write a number in digits');
  } else if (expected === 'list') {
    const entry = node.kind === 'scalar' && text.length <= 40 ? `[${shorten(text)}]` : null;
    const element = field ? elementOf(field) : null;
    const words = text.split(',').map((word) => word.trim());
    const isFlat =
      entry !== null &&
      (element === null || expectedOf(element) !== 'mapping') &&
      (element === null || expectedOf(element) !== 'choice' || words.every((word) => element.safeParse(word).success));
    hints.push(isFlat ? `write it as a list: ${key}: ${entry}` : 'begin each entry on a line of its own with "- "');
  } else if (expected === 'mapping') {
    const keys = Object.keys((field ? shapeOf(field) : null) ?? {});
    if (node.kind === 'sequence') hints.push('remove the "- " before its keys');
    hints.push(
      `write its keys on the lines below it, indented: ${keys.slice(0, 8).join(', ')}${keys.length > 8 ? ', …' : ''}`,
    );
  } else if (node.kind === 'sequence') hints.push('write one value without "- " and without brackets');
  else if (node.kind === 'mapping') {
    hints.push(
      `write the value on the same line: ${key}: …`,
      'if the text has a colon followed by a space, put it in quotes',
    );
  }
  const description = field ? helpfulDescription(field) : undefined;
  if (description) hints.push(description);
  return hints;
}

/** The problem of a file whose top level is no group of keys. */
export function explainRoot(root: SourceNode | null): Problem {
  if (root === null || isLeftOut(root)) {
    const hints = ['an application begins with "season: 2027" and the keys applicant, cv, specialties and letters'];
    return { code: 'input/missing', message: 'the file is empty', path: [], hints };
  }
  const hints = [
    'begin with "season: 2027" and then the keys applicant, cv, specialties and letters, each on its own line',
  ];
  const message = `the file must be a group of keys, not ${foundWords(root)}`;
  return { code: 'input/wrong-type', message, path: [], hints };
}
