import { Lexer, Tokenizer, type Token, type Tokens } from 'marked';
import { createBoundedCache } from '../bounded-cache.js';

const MARK_IN_ANGLES = /^<(\uFDD0\d+\uFDD1)>/;
/** A bracketed span whose only attribute is its language: a BCP 47 tag or the mark of a value. */
const FOREIGN =
  /^\[((?:\\.|[^\\[\]]|\[[^\\[\]]*\])+)\]\{lang=(?:"(?=[^"]*"))?([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*|\uFDD0\d+\uFDD1)"?\}/;
const COMMENT = /^ {0,3}<!--[\s\S]*?-->/;

/**
 * GitHub Flavored Markdown with five differences:
 * - no indented code: an indented line is far more often a paragraph's first line or an indented template block;
 * - no strikethrough: `~5 years ... ~10` keeps its tildes;
 * - block HTML is left to the inline rules, which set each tag as text; comments disappear;
 * - `<{{value}}>` is an autolink whose target is known once the value is back;
 * - `[text]{lang=vi}` is text in another language, as in Pandoc; the language may be a value.
 */
class PacketTokenizer extends Tokenizer {
  override code(): undefined {
    return undefined;
  }

  override del(): undefined {
    return undefined;
  }

  override html(src: string): Tokens.HTML | undefined {
    return COMMENT.test(src) ? super.html(src) : undefined;
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    const [raw, text, lang] = FOREIGN.exec(src) ?? [];
    if (raw === undefined || text === undefined || lang === undefined) return super.link(src);
    const token = { type: 'foreign', raw, text, lang, tokens: this.lexer.inlineTokens(text) };
    return token as unknown as Tokens.Link;
  }

  override autolink(src: string): Tokens.Link | undefined {
    const match = MARK_IN_ANGLES.exec(src);
    const [raw, mark] = match ?? [];
    if (raw === undefined || mark === undefined) return super.autolink(src);
    const text: Tokens.Text = { type: 'text', raw: mark, text: mark };
    return { type: 'link', raw, text: mark, href: mark, autolink: true, tokens: [text] };
  }
}

function createLexer(): Lexer {
  return new Lexer({ gfm: true, breaks: false, pedantic: false, tokenizer: new PacketTokenizer() });
}

/** Characters of Markdown whose tokens are kept: the texts of a template, and those of an applicant for every letter. */
const CHARACTERS_KEPT = 1_000_000;
const knownBlocks = createBoundedCache<readonly Token[]>(CHARACTERS_KEPT, ({ length }) => length + 1);
const knownInlines = createBoundedCache<readonly Token[]>(CHARACTERS_KEPT, ({ length }) => length + 1);

/** The block tokens of a Markdown text. They are shared: nothing in them may be changed. */
export function lexBlocks(markdown: string): readonly Token[] {
  let tokens = knownBlocks.get(markdown);
  if (tokens === undefined) knownBlocks.set(markdown, (tokens = createLexer().lex(markdown)));
  return tokens;
}

/** Longest Markdown value, in characters: twice the longest personal statement that MyERAS takes. */
const LONGEST_VALUE = 60_000;
/** No word is so long; the lexer's time grows with the square of such a run. */
const ENDLESS_WORD = /[!-~]{2000}/;
/** Nesting that no prose has; thousands of levels would exhaust the stack. */
const ENDLESS_NESTING = /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){40}/m;

/** The block tokens of a Markdown value, or `undefined` when it is no prose: it is set as typed then. */
export function lexValue(markdown: string): readonly Token[] | undefined {
  if (markdown.length > LONGEST_VALUE || ENDLESS_WORD.test(markdown) || ENDLESS_NESTING.test(markdown))
    return undefined;
  return lexBlocks(markdown);
}

/** Text in which no inline rule can find anything: most labels, and lines that are one value. */
const PLAIN = /^[\p{L}\p{M}\p{N}\uFDD0\uFDD1 ,()\u2013\u2014-]*$/u;

/** The inline tokens of one line of Markdown; shared like those of {@link lexBlocks}. */
export function lexInlines(markdown: string): readonly Token[] {
  if (markdown === '') return [];
  if (PLAIN.test(markdown)) return [{ type: 'text', raw: markdown, text: markdown }];
  let tokens = knownInlines.get(markdown);
  if (tokens === undefined) knownInlines.set(markdown, (tokens = createLexer().inlineTokens(markdown)));
  return tokens;
}
