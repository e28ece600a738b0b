import type * as z from 'zod';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../diagnostics/index.js';
import { foldWord, nearestWord } from './did-you-mean.js';
import { explainMissing, explainWrongType, fieldName, isMissing } from './explain-type.js';
import { hasHidden, proposeEmails, proposeWebAddress } from './propose-address.js';
import { explainImpossibleDate, proposeDate } from './propose-date.js';
import type { Problem } from './problems.js';
import { entriesAt } from './raw-data.js';
import { dateKindOf, elementOf, helpfulDescription, schemaAt } from './schema-shape.js';
import { findNode, type DataPath, type ScalarNode, type SourceNode } from './source-tree.js';

type Issue = z.core.$ZodIssue;

/**
 * The issues of a value, those inside lists with too many entries included: the schema does not look into a list once
 * its length is wrong, but an applicant wants to see everything at once.
 */
export function allIssues(issues: readonly Issue[], value: unknown, schema: z.ZodType): Issue[] {
  return issues.flatMap((issue) => {
    const path = issue.path as DataPath;
    const element = issue.code === 'too_big' && issue.origin === 'array' ? schemaAt(schema, path) : null;
    const entry = element && elementOf(element);
    if (!entry) return [issue];
    const inside = entriesAt(value, path).flatMap((raw) => {
      const found = entry.safeParse(raw.value).error?.issues ?? [];
      const nested = allIssues(found, raw.value, entry);
      return nested.map((inner) => ({ ...inner, path: [...raw.path, ...inner.path] }));
    });
    return [issue, ...inside];
  });
}

/** Explains what the schema found wrong with one value; a union counts as the problem of its closest option. */
export function explainIssue(issue: Issue, root: SourceNode, schema: z.ZodType): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const field = schemaAt(schema, path);
  if (isMissing(root, path)) return [explainMissing(path, field)];
  if (issue.code === 'invalid_union') {
    const options = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length);
    const [closest = []] = options;
    return closest.flatMap((inner) => explainIssue({ ...inner, path: [...path, ...inner.path] }, root, schema));
  }
  const { node } = findNode(root, path);
  if (!node) return [];
  return [explainValue(issue, path, node, field)];
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 0.5)));
}

function explainValue(issue: Issue, path: DataPath, node: SourceNode, field: z.ZodType | null): Problem {
  const name = fieldName(path);
  if (issue.code === 'invalid_type' && !(issue.expected === 'int')) return explainWrongType(path, node, field);
  if (node.kind !== 'scalar' && issue.code !== 'too_big' && issue.code !== 'too_small')
    return explainWrongType(path, node, field);
  switch (issue.code) {
    case 'invalid_value':
      return explainChoice(path, node, issue.values.map(String));
    case 'too_big':
      return explainTooBig(issue, path, node, name);
    case 'too_small': {
      if (issue.origin === 'string' || issue.origin === 'array') {
        const message =
          issue.origin === 'array'
            ? `${name} needs at least ${issue.minimum} ${entries(Number(issue.minimum))}`
            : `${name} is empty`;
        const canGo = field?.safeParse(undefined).success === true;
        const write = issue.origin === 'array' ? 'add an entry' : 'write something';
        const hints = [...helpOf(field), canGo ? `${write}, or remove the key` : write];
        return { code: 'input/missing', message, path, hints };
      }
      return {
        code: 'input/bad-value',
        message: `${name} must be at least ${issue.minimum}`,
        path,
        hints: helpOf(field),
      };
    }
    case 'custom':
      return explainCustom(issue, path, node, field);
    case 'invalid_type':
      return { code: 'input/bad-value', message: `${name} must be a whole number`, path, hints: helpOf(field) };
    default: {
      const reason = issue.message.startsWith('must ') ? issue.message : 'does not have the right form';
      return { code: 'input/bad-value', message: `${name} ${reason}`, path, hints: formHints(path, node, field) };
    }
  }
}

function entries(count: number): string {
  return count === 1 ? 'entry' : 'entries';
}

function helpOf(field: z.ZodType | null): string[] {
  const description = field && helpfulDescription(field);
  return description ? [description] : [];
}

function explainTooBig(
  issue: Extract<Issue, { code: 'too_big' }>,
  path: DataPath,
  node: SourceNode,
  name: string,
): Problem {
  const limit = Number(issue.maximum);
  if (issue.origin === 'array' && node.kind === 'sequence') {
    const found = node.items.length;
    const message = `${name} has ${found} entries, ${found - limit} over the limit of ${limit}`;
    const reason = issue.message.startsWith('Too ') ? [] : [issue.message];
    const hints = [
      `remove or combine ${found - limit === 1 ? 'one entry' : `${found - limit} entries`}; this is the first one over`,
      ...reason,
    ];
    return { code: 'input/too-many', message, path, pointAt: [...path, limit], hints };
  }
  if (issue.origin === 'string' && node.kind === 'scalar') {
    const found = node.text.trim().length;
    const message = `${name} is ${found} characters long, ${found - limit} over the limit of ${limit}`;
    const hints = [`shorten it by ${found - limit} ${found - limit === 1 ? 'character' : 'characters'}`];
    return { code: 'input/too-long', message, path, hints };
  }
  return { code: 'input/bad-value', message: `${name} must be at most ${limit}`, path };
}

/** Explains a word that is none of those allowed. */
export function explainChoice(path: DataPath, node: SourceNode, values: readonly string[]): Problem {
  const text = node.kind === 'scalar' ? node.text : '';
  const near =
    nearestWord(text, values) ??
    values.find((value) => foldWord(value).startsWith(foldWord(text)) && foldWord(text).length > 2);
  const list = values.map((value) => `"${value}"`).join(', ');
  const allowed = values.length === 1 ? `the only value is ${values[0] ?? ''}` : `one of: ${list}`;
  return {
    code: 'input/bad-value',
    message: `${fieldName(path)} cannot be "${text.slice(0, 60)}"`,
    path,
    hints: [...(near ? [`did you mean "${near}"?`] : []), allowed],
  };
}

function explainCustom(
  issue: Extract<Issue, { code: 'custom' }>,
  path: DataPath,
  node: SourceNode,
  field: z.ZodType | null,
): Problem {
  const code = issue.params?.['code'] as unknown;
  const known =
    typeof code === 'string' && Object.hasOwn(DIAGNOSTIC_CODES, code) ? (code as DiagnosticCode) : 'input/bad-value';
  const message = `${fieldName(path)} ${issue.message}`;
  if (known !== 'input/bad-date' || node.kind !== 'scalar') return { code: known, message, path, hints: helpOf(field) };
  return { code: known, message, path, hints: dateHints(node, field) };
}

function dateHints(node: ScalarNode, field: z.ZodType | null): string[] {
  const kind = (field && dateKindOf(field)) ?? 'partial';
  const impossible = explainImpossibleDate(node.text);
  const proposed = proposeDate(node.text).filter(({ iso }) => iso !== 'present' || kind === 'end');
  const usable = kind === 'full' ? proposed.filter(({ iso }) => iso.length === 10) : proposed;
  const hints = usable.map(({ iso, meaning }) =>
    meaning === undefined ? `write ${iso}` : `write ${iso} if you mean ${meaning}`,
  );
  if (impossible !== null) hints.unshift(impossible);
  const partial =
    proposed.find(({ iso }) => iso.length < 10) ?? (/^\d{4}(-\d{2})?$/.test(node.text) ? { iso: node.text } : null);
  if (kind === 'full' && usable.length === 0 && impossible === null) {
    hints.push(
      partial
        ? `write it with the day, such as ${partial.iso.padEnd(7, '-09').slice(0, 7)}-15`
        : 'write year, month and day, such as 2026-09-15',
    );
  } else if (hints.length === 0) {
    hints.push(
      `write the year, month or day that you know: 2026, 2026-09 or 2026-09-15${kind === 'end' ? ', or present' : ''}`,
    );
  }
  return hints;
}

function webAddressHints(text: string, field: z.ZodType): string[] {
  const address = proposeWebAddress(text);
  if (address !== null && field.safeParse(address).success) return [`write ${address}`, ...hiddenHints(text)];
  return /\s/.test(text)
    ? ['a web address has no spaces; copy it from the browser']
    : ['write it as https://example.org'];
}

function hiddenHints(text: string): string[] {
  return hasHidden(text) ? ['it has a character that nobody sees: type it anew, do not copy it'] : [];
}

function emailHints(text: string, field: z.ZodType): string[] {
  const [first, ...others] = proposeEmails(text).filter((address) => field.safeParse(address).success);
  if (first === undefined) return ['write it as name@example.org'];
  return [others.length > 0 ? `write one address only, such as ${first}` : `write ${first}`, ...hiddenHints(text)];
}

function formHints(path: DataPath, node: SourceNode, field: z.ZodType | null): string[] {
  const text = node.kind === 'scalar' ? node.text.trim() : '';
  const hints: string[] = [];
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_-]+/gi, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 64);
  if (field?.safeParse(slug).success && slug !== text) hints.push(`write ${slug.toLowerCase()}`);
  else if (field?.safeParse('https://example.org').success) hints.push(...webAddressHints(text, field));
  else if (field?.safeParse('name@example.org').success) hints.push(...emailHints(text, field));
  else if (/^\d+$/.test(text) && path.at(-1) === 'aamcId') hints.push(`this one has ${text.length} digits`);
  return [...hints, ...helpOf(field)];
}
