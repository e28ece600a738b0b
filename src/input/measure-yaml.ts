import { Lexer } from 'yaml';
import { MAX_INDENT, MAX_NESTING, MAX_TOKENS } from './limits.js';

/** What makes a YAML text too much to compose, with the offset where it does. */
export interface Excess {
  readonly what: 'nesting' | 'size';
  readonly offset: number;
}

/** A text taken apart, and how much it is. */
export interface MeasuredYaml {
  /** What the lexer gave, in order; up to the excess when there is one. */
  readonly tokens: readonly string[];
  readonly excess: Excess | null;
}

const SCALAR_FOLLOWS = '\u001F';
const ZERO_WIDTH = new Set(['\u0002', '\u0018', SCALAR_FOLLOWS]);

/**
 * Looks over the tokens of a text before it is composed. The composer calls itself for every level of nesting, and a
 * stack that is almost used up can end the whole process, not only the call; so depth is bounded beforehand, where
 * nothing recurses.
 */
export function measureYaml(text: string): MeasuredYaml {
  const tokens: string[] = [];
  let offset = 0;
  let brackets = 0;
  let marks = 0;
  let atLineStart = true;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (tokens.push(token) > MAX_TOKENS) return { tokens, excess: { what: 'size', offset } };
    if (!isScalar) {
      if (token === '[' || token === '{') brackets += 1;
      else if (token === ']' || token === '}') brackets -= 1;
      else if (brackets <= 0 && (token === '-' || token === '?' || token === ':')) marks += 1;
      const indent = atLineStart && token.startsWith(' ') ? token.length : 0;
      if (brackets > MAX_NESTING || marks > MAX_NESTING || indent > MAX_INDENT) {
        return { tokens, excess: { what: 'nesting', offset } };
      }
    }
    if (token.includes('\n')) {
      marks = 0;
      atLineStart = true;
    } else if (!ZERO_WIDTH.has(token)) atLineStart = false;
    isScalar = token === SCALAR_FOLLOWS;
    if (!ZERO_WIDTH.has(token)) offset += token.length;
  }
  return { tokens, excess: null };
}
