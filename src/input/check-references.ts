import { nearestWord } from './did-you-mean.js';
import type { Problems } from './problems.js';
import { entriesAt, textAt } from './raw-data.js';
import { isDamaged, type SourceDocument } from './source-document.js';
import type { DataPath } from './source-tree.js';

/** A list that others refer to, and what one entry of it is called. */
interface Target {
  readonly list: DataPath;
  readonly noun: string;
}

const SPECIALTY: Target = { list: ['specialties'], noun: 'specialty' };
const PROGRAM: Target = { list: ['programs'], noun: 'program' };
const THEME: Target = { list: ['themes'], noun: 'theme' };
const STATEMENT: Target = { list: ['statements'], noun: 'statement' };
const APPENDIX: Target = { list: ['appendices'], noun: 'appendix' };
const EVIDENCE: Readonly<Record<string, Target>> = {
  experience: { list: ['cv', 'experiences'], noun: 'experience' },
  scholarly: { list: ['cv', 'scholarlyWork'], noun: 'scholarly work' },
  usce: { list: ['cv', 'usce'], noun: 'US clinical experience' },
  award: { list: ['cv', 'awards'], noun: 'award' },
  statement: STATEMENT,
};

interface ReferenceOptions {
  /** Words that stand for no entry but are allowed. */
  readonly also?: readonly string[];
  /** The id, when it is not the whole text at the path, and what stands before it. */
  readonly id?: string;
  readonly prefix?: string;
}

/** Finds references to ids that no entry has. */
export function checkReferences(data: unknown, document: SourceDocument, problems: Problems): void {
  const idsOf = new Map<Target, readonly string[] | null>();

  /** The ids of a list; null when a broken line may hide one of them. */
  const knownIds = (target: Target): readonly string[] | null => {
    const known = idsOf.get(target);
    if (known !== undefined) return known;
    const entries = entriesAt(data, target.list);
    const hidden = isDamaged(document, target.list) || entries.some(({ path }) => isDamaged(document, [...path, 'id']));
    const ids = hidden ? null : entries.flatMap(({ path }) => textAt(data, [...path, 'id']) ?? []);
    idsOf.set(target, ids);
    return ids;
  };

  const check = (path: DataPath, target: Target, options: ReferenceOptions = {}): void => {
    const { also = [], id = textAt(data, path), prefix = '' } = options;
    if (id === null || also.includes(id)) return;
    const ids = knownIds(target);
    if (ids === null || ids.includes(id)) return;
    const near = nearestWord(id, [...ids, ...also]);
    const hints = near === null ? [] : [`did you mean "${prefix}${near}"?`];
    const list = target.list.join('.');
    if (ids.length === 0) hints.push(`there is nothing in ${list} yet; add an entry with the id "${id}"`);
    else hints.push(`${list} has: ${ids.slice(0, 8).join(', ')}${ids.length > 8 ? ', …' : ''}`);
    problems.add({ code: 'input/unknown-reference', message: `no ${target.noun} has the id "${id}"`, path, hints });
  };

  for (const { path } of entriesAt(data, ['programs'])) check([...path, 'specialty'], SPECIALTY);
  for (const { path } of entriesAt(data, ['statements'])) check([...path, 'specialty'], SPECIALTY);
  for (const { path } of entriesAt(data, ['themes'])) {
    for (const specialty of entriesAt(data, [...path, 'specialties'])) check(specialty.path, SPECIALTY);
    for (const evidence of entriesAt(data, [...path, 'evidence'])) {
      const from = [...evidence.path, 'from'];
      const [kind = '', id] = (textAt(data, from) ?? '').split('/');
      const target = Object.hasOwn(EVIDENCE, kind) ? EVIDENCE[kind] : undefined;
      if (target && id) check(from, target, { id, prefix: `${kind}/` });
    }
  }
  for (const { path } of entriesAt(data, ['letters'])) {
    check([...path, 'specialty'], SPECIALTY, { also: ['general'] });
    check([...path, 'statement'], STATEMENT);
    for (const program of entriesAt(data, [...path, 'programs'])) check(program.path, PROGRAM);
    for (const theme of entriesAt(data, [...path, 'themes'])) check(theme.path, THEME);
    for (const appendix of entriesAt(data, [...path, 'appendices'])) check(appendix.path, APPENDIX);
    for (const moment of entriesAt(data, [...path, 'moments'])) check([...moment.path, 'theme'], THEME);
    for (const point of entriesAt(data, [...path, 'points'])) check([...point.path, 'theme'], THEME);
  }
}
