import { Composer, type CST, type Document, Parser, YAMLParseError } from 'yaml';
import { composeTree } from './compose-tree.js';
import { explainYamlError } from './explain-yaml-error.js';
import { MAX_REPAIRS, MAX_TOKENS } from './limits.js';
import { measureYaml } from './measure-yaml.js';
import { RepairableLines } from './repair-lines.js';
import type { ReadSource, SyntaxMistake } from './source-document.js';
import { lineIndexAt, lineStarts, sourceText } from './source-text.js';

/**
 * Every scalar stays text: the schema, not YAML, says what `00123456` is. Duplicate keys are found by the tree. This is
 * `parseDocument` of the package, from the tokens that were taken to measure the text.
 */
function parse(text: string, tokens: readonly string[]): Document.Parsed {
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, strict: true });
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(parsed(tokens), true, text.length)) {
    if (first) {
      const [start, end] = document.range;
      first.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'Source contains multiple documents'));
      break;
    }
    first = document;
  }
  if (!first) throw new Error('the YAML package composed no document');
  return first;
}

function parsed(tokens: readonly string[]): CST.Token[] {
  const parser = new Parser();
  const nodes: CST.Token[] = [];
  for (const token of tokens) for (const node of parser.next(token)) nodes.push(node);
  for (const node of parser.end()) nodes.push(node);
  return nodes;
}

/**
 * Reads YAML as far as it can be read. When the notation is broken, the mistake is reported, repaired in a copy of
 * the text (which keeps its lines), and the copy is read again: so one mistake hides no other, and what the parser
 * makes of a broken line never shows up as a second complaint.
 *
 * @param text With line feeds only and without a byte order mark.
 */
export function readYaml(text: string): ReadSource {
  const mistakes: SyntaxMistake[] = [];
  const lines = new RepairableLines(text);
  const reported = new Set<number>();
  let unknownFrom = Infinity;
  let tokens = 0;

  for (let round = 0; ; round += 1) {
    const current = lines.text;
    const source = sourceText(current, lines.shifts);
    const measured = measureYaml(current);
    if (measured.excess) {
      mistakes.push(excessMistake(measured.excess.what, source.locate(measured.excess.offset)));
      return { source, root: null, mistakes };
    }
    tokens += measured.tokens.length;
    const document = parse(current, measured.tokens);
    const error = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])[0];
    if (!error || unknownFrom !== Infinity) {
      const tree = composeTree(document, source);
      const unread = tree.mistakes.flatMap(({ code, at }) => (code === 'input/duplicate-key' ? [] : [at.line]));
      const damaged = new Set([...[...lines.emptied].map((index) => index + 1), ...unread]);
      const damage = { lines: damaged, words: lines.lostWords, unknownFrom };
      return { source, root: tree.root, mistakes: [...mistakes, ...tree.mistakes], damage };
    }

    const culprit = explainYamlError(error, document, lines);
    const starts = lineStarts(current);
    const line = lineIndexAt(starts, culprit.offset);
    const isFollowUp = reported.has(line) || lines.emptied.has(line);
    if (!isFollowUp) {
      const found = lines.line(line).trim();
      mistakes.push({ code: 'input/syntax', at: source.locate(culprit.offset), found, ...pick(culprit) });
      reported.add(line);
    }
    const canRepair = round < MAX_REPAIRS && tokens < MAX_TOKENS * 2;
    if (canRepair && culprit.repair && !isFollowUp) culprit.repair();
    else if (!canRepair || !emptyNearest(lines, line)) unknownFrom = line + 1;
  }
}

function pick({
  message,
  hints,
}: {
  message: string;
  hints: readonly string[];
}): Pick<SyntaxMistake, 'message' | 'hints'> {
  return { message, hints };
}

function emptyNearest(lines: RepairableLines, line: number): boolean {
  for (let at = line; at >= 0; at = lines.neighbour(at, -1)) if (lines.empty(at)) return true;
  return false;
}

function excessMistake(what: 'nesting' | 'size', at: SyntaxMistake['at']): SyntaxMistake {
  if (what === 'size') {
    const hints = ['an application has a few hundred values; is this the right file?'];
    return { code: 'input/too-large', at, message: 'far more in this file than an application has', hints };
  }
  const hints = ['no value of an application is nested so deeply; look for brackets that are not closed'];
  return { code: 'input/too-large', at, message: 'brackets, lists or indentation nested too deeply', hints };
}
