import { childPath, type ContextLink, type Scope } from './scope.js';
import type { Evaluation, Located } from './evaluation.js';
import type { PathExpression } from './program.js';
import { didYouMean } from './similar-names.js';

const NOTHING: Located = { value: null, path: '' };

/**
 * Finds what a path means. The brief has every one of its keys (null when there is nothing to say), so a key that is
 * not there is a mistake in the template: `template/unknown-field`. Below null everything is null. Only own
 * properties count, so nothing of a prototype can be reached.
 */
export function resolvePath(path: PathExpression, scope: Scope, evaluation: Evaluation): Located {
  const start = findStart(path, scope, evaluation);
  if (start === undefined) return NOTHING;
  let { at } = start;
  let link = start.link;
  for (const part of start.parts) {
    const { value } = at;
    if (value === null || value === undefined) return { value: null, path: childPath(at.path, part) };
    const next = step(at, part, link);
    if (next === undefined) {
      reportUnknown(path, part, at, link, evaluation);
      return NOTHING;
    }
    at = next;
    link = undefined;
  }
  return at;
}

interface Start {
  readonly at: Located;
  readonly parts: readonly string[];
  /** Set when the path begins at a context, whose fields may come from elsewhere. */
  readonly link?: ContextLink | undefined;
}

function findStart(path: PathExpression, scope: Scope, evaluation: Evaluation): Start | undefined {
  const { root, parts } = path;
  if (root.kind === 'parameter') return { at: scope.parameters[root.up]?.[root.index] ?? NOTHING, parts };
  if (root.kind === 'context') {
    let link: ContextLink | undefined = scope.context;
    for (let climb = root.up; climb > 0; climb -= 1) link = link?.up;
    if (link !== undefined) return { at: link, parts, link };
    evaluation.report('template/unknown-field', `"${path.original}" climbs above the brief`, path.at);
    return undefined;
  }
  const [name = '', ...rest] = parts;
  if (name === 'root') return { at: scope.root, parts: rest };
  let frame: Scope['data'] | undefined = scope.data;
  for (let climb = root.up; climb > 0; climb -= 1) frame = frame?.up;
  if (frame !== undefined && Object.hasOwn(frame.values, name)) {
    return { at: { value: frame.values[name], path: '' }, parts: rest };
  }
  const inLoop = ['index', 'key', 'first', 'last'].includes(name);
  const hints = inLoop
    ? [`@${name} exists inside {{#each}}`]
    : didYouMean(name, ['root', 'index', 'key', 'first', 'last']);
  evaluation.report('template/unknown-field', `there is no "${path.original}" here`, path.at, { hints });
  return undefined;
}

function step(at: Located, part: string, link: ContextLink | undefined): Located | undefined {
  const { value } = at;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    if (part === 'length') return { value: value.length, path: at.path };
    if (!/^\d+$/.test(part)) return undefined;
    const index = Number(part);
    return { value: (value as unknown[])[index] ?? null, path: childPath(at.path, index) };
  }
  if (!Object.hasOwn(value, part)) return undefined;
  const path = link?.fieldPaths?.get(part) ?? childPath(at.path, part);
  const found = { value: (value as Record<string, unknown>)[part], path };
  const lang = part === 'text' ? (value as { readonly lang?: unknown }).lang : undefined;
  return typeof lang === 'string' && lang !== '' ? { ...found, lang } : found;
}

function reportUnknown(
  path: PathExpression,
  part: string,
  at: Located,
  link: ContextLink | undefined,
  evaluation: Evaluation,
): void {
  const { value } = at;
  const where = at.path === '' ? 'the brief' : `"${at.path}"`;
  const kind = Array.isArray(value) ? 'a list' : typeof value === 'object' ? undefined : `a ${typeof value}`;
  const hints = kind === undefined ? fieldHints(part, value as object, link) : kindHints(kind);
  const is = kind === undefined ? '' : `, which is ${kind}`;
  const message = `there is no field "${part}" in ${where}${is}`;
  evaluation.report('template/unknown-field', message, path.at, {
    path: childPath(at.path, part),
    found: path.original,
    hints,
  });
}

function kindHints(kind: string): string[] {
  return kind === 'a list' ? ['go through it with {{#each}}, or take one item as in items.[0]'] : [];
}

function fieldHints(part: string, value: object, link: ContextLink | undefined): string[] {
  const hints = didYouMean(part, Object.keys(value));
  let climb = '';
  for (let above = link?.up; above !== undefined; above = above.up) {
    climb += '../';
    const outer = above.value;
    if (typeof outer === 'object' && outer !== null && Object.hasOwn(outer, part)) {
      hints.push(`an outer context has it: "${climb}${part}"`);
      break;
    }
  }
  return hints;
}
