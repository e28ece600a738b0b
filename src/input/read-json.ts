import { MAX_NESTING, MAX_REPAIRS, MAX_VALUES } from './limits.js';
import type { ReadSource, SyntaxMistake } from './source-document.js';
import { sourceText } from './source-text.js';
import type { DataPath, MappingEntry, ScalarNode, SourceNode } from './source-tree.js';

const SPACE = /[\s\uFEFF]*/y;
const COMMENT = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const SINGLE_QUOTED = /'(?:[^'\\\n]|\\[^\n])*'/y;
const WORD = /[^\s,:{}[\]"']+/y;
const PLAIN = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** Thrown inside this file when reading further makes no sense; what was read so far is kept. */
class Stop extends Error {}

/**
 * Reads JSON as far as it can be read: a missing or extra comma, single quotes, comments and words without quotes are
 * reported at their place and read past.
 *
 * @param text With line feeds only and without a byte order mark.
 */
export function readJson(text: string): ReadSource {
  const source = sourceText(text);
  const mistakes: SyntaxMistake[] = [];
  const damaged = new Set<number>();
  let unknownFrom = Infinity;
  let at = 0;
  let values = 0;

  const mistake = (offset: number, message: string, hint: string, rest: Partial<SyntaxMistake> = {}): void => {
    const end = text.indexOf('\n', offset);
    const found = text.slice(offset, Math.min(end === -1 ? text.length : end, offset + 60));
    mistakes.push({ code: 'input/syntax', at: source.locate(offset), message, hints: [hint], found, ...rest });
    if (mistakes.length > MAX_REPAIRS && rest.code === undefined) stop(offset);
  };

  const stop = (offset: number): never => {
    unknownFrom = Math.min(unknownFrom, source.locate(offset).line);
    throw new Stop();
  };

  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return null;
    at += found.length;
    return found;
  };

  const skipSpace = (): void => {
    match(SPACE);
    for (let begin = at; match(COMMENT) !== null; begin = at) {
      mistake(begin, 'JSON has no comments', 'remove the comment, or write the file as YAML');
      match(SPACE);
    }
  };

  const scalar = (start: number, value: string, quoted: boolean): ScalarNode => ({
    kind: 'scalar',
    range: { start, end: at },
    text: value,
    quoted,
  });

  const readString = (): ScalarNode | null => {
    const start = at;
    const double = match(STRING);
    if (double !== null) {
      try {
        return scalar(start, JSON.parse(double.replace(/\t/g, '\\t')) as string, true);
      } catch {
        mistake(
          start,
          'a backslash in a text begins a special character, and this is none',
          'write the backslash twice',
        );
        return scalar(start, double.slice(1, -1), true);
      }
    }
    const single = match(SINGLE_QUOTED);
    if (single !== null) {
      mistake(start, 'JSON takes double quotes only', `write "${single.slice(1, -1).slice(0, 40)}"`);
      return scalar(start, single.slice(1, -1), true);
    }
    if (text[at] !== '"' && text[at] !== "'") return null;
    mistake(
      start,
      'the quotation mark that opens here is not closed on this line',
      'add a double quote at the end of the value',
    );
    damaged.add(source.locate(start).line);
    const end = text.indexOf('\n', at);
    const rest = text.slice(at + 1, end === -1 ? text.length : end).replace(/[\s,\]}]*$/, '');
    at += 1 + rest.length;
    return scalar(start, rest, true);
  };

  const readWord = (): ScalarNode | null => {
    const start = at;
    const word = match(WORD);
    return word === null ? null : scalar(start, word, false);
  };

  const readValue = (path: DataPath, depth: number): SourceNode => {
    skipSpace();
    values += 1;
    if (depth > MAX_NESTING || values > MAX_VALUES) {
      const message = values > MAX_VALUES ? `more than ${MAX_VALUES} values` : 'brackets nested too deeply';
      mistake(at, message, 'an application has a few hundred values; is this the right file?', {
        code: 'input/too-large',
      });
      return stop(at);
    }
    if (text[at] === '{') return readMapping(path, depth);
    if (text[at] === '[') return readSequence(path, depth);
    const string = readString();
    if (string) return string;
    const word = readWord();
    if (!word) {
      mistake(
        at,
        at >= text.length ? 'the file ends where a value is expected' : 'a value is missing here',
        'write the value, text in double quotes',
      );
      if (at >= text.length || text[at] === ':') stop(at);
      return scalar(at, '', false);
    }
    if (!PLAIN.test(word.text)) {
      const plain = PLAIN.exec(word.text.toLowerCase())?.[0];
      const hint = plain === undefined ? 'put text in double quotes' : `write ${plain}`;
      mistake(word.range.start, `"${word.text.slice(0, 40)}" is not a JSON value`, hint);
      return { ...word, quoted: true };
    }
    return word;
  };

  /** After an entry: true when another one follows. */
  const nextEntry = (close: string, opened: number): boolean => {
    skipSpace();
    if (text[at] === ',') {
      const comma = at;
      at += 1;
      skipSpace();
      while (text[at] === ',') {
        mistake(at, 'two commas in a row', 'remove one of them');
        at += 1;
        skipSpace();
      }
      if (text[at] !== close) return true;
      mistake(comma, 'a comma after the last entry', 'remove the comma');
    }
    if (text[at] === close) {
      at += 1;
      return false;
    }
    if (at >= text.length || text[at] === ']' || text[at] === '}') {
      mistake(opened, `the "${text[opened] ?? ''}" that opens here is not closed`, `add "${close}"`);
      return at >= text.length ? stop(opened) : false;
    }
    mistake(at, 'a comma is missing before this', 'separate entries with commas');
    return true;
  };

  const readSequence = (path: DataPath, depth: number): SourceNode => {
    const start = at;
    const items: SourceNode[] = [];
    const node: SourceNode = { kind: 'sequence', range: { start, end: start }, items };
    at += 1;
    skipSpace();
    if (text[at] === ']') at += 1;
    else
      do items.push(readValue([...path, items.length], depth + 1));
      while (nextEntry(']', start));
    return { ...node, range: { start, end: at } };
  };

  const readMapping = (path: DataPath, depth: number): SourceNode => {
    const start = at;
    const entries = new Map<string, MappingEntry>();
    at += 1;
    skipSpace();
    if (text[at] === '}') at += 1;
    else
      do readEntry(entries, path, depth);
      while (nextEntry('}', start));
    return { kind: 'mapping', range: { start, end: at }, entries: [...entries.values()] };
  };

  const readEntry = (entries: Map<string, MappingEntry>, path: DataPath, depth: number): void => {
    skipSpace();
    const start = at;
    const key = readString() ?? readWord();
    if (!key) {
      mistake(at, 'a key is expected here', 'write "key": value');
      return stop(at);
    }
    if (!key.quoted) {
      const bare = key.text.replace(/^[“”„«‘’]+|[“”„»‘’]+$/gu, '');
      mistake(start, 'a key needs double quotes', `write "${bare.slice(0, 40)}"`);
    }
    skipSpace();
    if (text[at] === ':') at += 1;
    else mistake(at, `a colon is missing after "${key.text.slice(0, 40)}"`, 'write "key": value');
    const value = readValue([...path, key.text], depth + 1);
    const first = entries.get(key.text);
    if (first) {
      const hint = `keep one of them; the first is on line ${source.locate(first.keyRange.start).line}`;
      const message = `the key "${key.text.slice(0, 40)}" is here twice`;
      mistake(start, message, hint, { code: 'input/duplicate-key', path: [...path, key.text] });
    } else entries.set(key.text, { key: key.text, keyRange: key.range, value });
  };

  let root: SourceNode | null = null;
  try {
    skipSpace();
    if (at < text.length) {
      root = readValue([], 0);
      skipSpace();
      if (at < text.length) mistake(at, 'more text after the end', 'one file holds one application');
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return { source, root, mistakes, damage: { lines: damaged, words: new Set(), unknownFrom } };
}
