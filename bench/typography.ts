import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'prettier';
import { briefWriter } from '../src/brief/index.js';
import { parseDocument, plainText } from '../src/document/index.js';
import type { Block } from '../src/document/types.js';
import { loadApplication } from '../src/node/index.js';
import { planLetters } from '../src/plan/index.js';
import type { BreakOptions, SetLine, TextSpan, TextStyle } from '../src/text/index.js';
import { loadTestFonts, testTypesetter } from '../test/support/fonts.js';
import { createGreedyBreaker } from './greedy-lines.js';
import { measureQuality, type LineQuality, type SetParagraph, type SetWord } from './line-quality.js';

/**
 * Measures the lines of the example's personal statement as this library sets them, as filling line by line does, and
 * as Typst does, and writes the tables into docs/typography.md. Needs poppler's pdftotext and `npm ci` in bench/.
 */

/** What is used of Typst's Node binding, which is installed in bench/ only. */
interface Typst {
  readonly NodeCompiler: {
    create(options: { fontArgs: readonly { fontBlobs: readonly Buffer[] }[] }): {
      compile(input: { mainFileContent: string }): { readonly result: object | null };
      pdf(result: object): Buffer;
    };
  };
}

const DOCUMENT = new URL('../docs/typography.md', import.meta.url);
const EXAMPLE = 'examples/img-internal-medicine';
const LANGUAGE = 'en-US';
/** Size of the built-in templates, and the measure of the classic one beside its side column, points. */
const SIZE = 10;
const PACKET_MEASURE = 364;
const MEASURES = [260, 290, 320, 350, 380, 410, 440, 470];
const STYLE: TextStyle = { family: 'Source Serif 4', weight: 400, italic: false, size: SIZE, figures: 'lining' };

const typesetter = await testTypesetter();
const greedy = await createGreedyBreaker(loadTestFonts());
const { NodeCompiler } = (await import(
  new URL('./node_modules/@myriaddreamin/typst-ts-node-compiler/index.js', import.meta.url).href
)) as Typst;
const regular = loadTestFonts().find((font) => font.family === STYLE.family && font.weight === 400);
if (regular === undefined) throw new Error(`no font ${STYLE.family}`);
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [Buffer.from(regular.bytes)] }] });
const folder = mkdtempSync(path.join(tmpdir(), 'typography-'));

/** The paragraphs of the statement, typographic as in the packet. */
async function readStatement(): Promise<string[]> {
  const { application } = await loadApplication(EXAMPLE);
  if (!application) throw new Error(`${EXAMPLE} cannot be read`);
  const plan = planLetters(application, { today: '2026-07-06' });
  const [letter] = plan.letters;
  const statement = letter && briefWriter(application, plan, letter).statement?.text;
  if (statement === undefined) throw new Error(`${EXAMPLE} has no statement`);
  const { tree } = parseDocument(statement, [], { punctuation: LANGUAGE });
  const isParagraph = (block: Block) => block.type === 'paragraph';
  return tree.children.filter(isParagraph).map((block) => plainText(block.children));
}

type Setter = (paragraphs: readonly string[], measure: number) => SetParagraph[];

function ofLines(set: (spans: readonly TextSpan[], options: BreakOptions) => SetLine[], hyphenate: boolean): Setter {
  return (paragraphs, measure) => {
    const options = { measure, align: 'justify', hyphenate, lang: LANGUAGE, opticalMargins: true } as const;
    return paragraphs.map((text) => set([{ text, style: STYLE, data: null }], options).map(wordsOf));
  };
}

/** Runs without white space between them are one word. */
function wordsOf(line: SetLine): SetWord[] {
  const words: { text: string; left: number; right: number }[] = [];
  let apart = true;
  for (const { x, size, run } of line.runs) {
    if (run.text.trim() === '') {
      apart = true;
      continue;
    }
    const right = x + (run.width / run.face.unitsPerEm) * size;
    const last = words.at(-1);
    if (apart || last === undefined) words.push({ text: run.text, left: x, right });
    else Object.assign(last, { text: last.text + run.text, right });
    apart = false;
  }
  return words;
}

/** Sets the paragraphs with Typst, each on a page of its own, and reads its lines back from the PDF. */
const typst: Setter = (paragraphs, measure) => {
  const escaped = (text: string) => text.replace(/[\\#*_`$<>@=+\-/[\]~"']/g, '\\$&').replace(/^(\d+)\./, '$1\\.');
  const source = `#set page(width: ${measure + 80}pt, height: 2000pt, margin: 40pt)
#set text(font: "${STYLE.family}", size: ${SIZE}pt, lang: "en", region: "US", number-type: "lining", number-width: "proportional")
#set par(justify: true, leading: 0.5em)
${paragraphs.map(escaped).join('\n#pagebreak()\n')}`;
  const { result } = compiler.compile({ mainFileContent: source });
  if (!result) throw new Error('Typst reports errors');
  const pdf = path.join(folder, 'typst.pdf');
  writeFileSync(pdf, compiler.pdf(result));
  const boxes = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8' });
  return boxes.split('<page ').slice(1).map(linesOfPage);
};

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<\/word>/g;

function linesOfPage(page: string): SetWord[][] {
  const lines = new Map<number, SetWord[]>();
  for (const [, left, top, right, text] of page.matchAll(WORD)) {
    const key = Math.round(Number(top) * 2);
    const line = lines.get(key) ?? [];
    line.push({ text: text ?? '', left: Number(left), right: Number(right) });
    lines.set(key, line);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line.sort((a, b) => a.left - b.left));
}

const SETTERS: Readonly<Record<string, Setter>> = {
  'lor-packet': ofLines((spans, options) => typesetter.breakLines(spans, options), true),
  'Typst 0.14.2': typst,
  'line by line, with hyphens': ofLines(greedy, true),
  'line by line, without': ofLines(greedy, false),
};

const COLUMNS: Readonly<Record<string, (quality: LineQuality) => string>> = {
  lines: ({ lines }) => String(lines),
  'Σ\\|r\\|³': ({ looseness }) => looseness.toFixed(1),
  'r > 1': ({ loose }) => String(loose),
  'largest r': ({ largest }) => largest.toFixed(2),
  'smallest r': ({ smallest }) => smallest.toFixed(2),
  'hyphens per 100 lines': ({ hyphens, lines }) => ((100 * hyphens) / lines).toFixed(1),
  consecutive: ({ consecutive }) => String(consecutive),
  rivers: ({ rivers, longestRiver }) => (rivers === 0 ? '0' : `${rivers} (longest ${longestRiver} lines)`),
  'shortest last line, em': ({ shortestLast }) => (shortestLast / SIZE).toFixed(1),
};

function table(rows: readonly (readonly [string, LineQuality])[]): string {
  const names = Object.keys(COLUMNS);
  const head = ['', ...names].join(' | ');
  const rule = ['---', ...names.map(() => '--:')].join(' | ');
  const body = rows.map(([name, quality]) =>
    [name, ...Object.values(COLUMNS).map((cell) => cell(quality))].join(' | '),
  );
  return [head, rule, ...body].map((row) => `| ${row} |`).join('\n');
}

/** Sums over measures; extremes stay extremes. */
function together(all: readonly LineQuality[]): LineQuality {
  const sum = (key: keyof LineQuality) => all.reduce((total, quality) => total + quality[key], 0);
  return {
    lines: sum('lines'),
    justified: sum('justified'),
    looseness: sum('looseness'),
    loose: sum('loose'),
    largest: Math.max(...all.map(({ largest }) => largest)),
    smallest: Math.min(...all.map(({ smallest }) => smallest)),
    hyphens: sum('hyphens'),
    consecutive: sum('consecutive'),
    rivers: sum('rivers'),
    longestRiver: Math.max(...all.map(({ longestRiver }) => longestRiver)),
    shortestLast: Math.min(...all.map(({ shortestLast }) => shortestLast)),
  };
}

const statement = await readStatement();
const space =
  typesetter.measure([{ text: 'a a', style: STYLE, data: null }]) -
  2 * typesetter.measure([{ text: 'a', style: STYLE, data: null }]);
const at = (setter: Setter, measure: number) => measureQuality(setter(statement, measure), space);
const setters = Object.entries(SETTERS);
const packet = table(setters.map(([name, setter]) => [name, at(setter, PACKET_MEASURE)]));
const range = table(setters.map(([name, setter]) => [name, together(MEASURES.map((measure) => at(setter, measure)))]));

const words = statement.join(' ').split(' ').length;
const measured = `<!-- measured: npm run docs:typography -->

${statement.length} paragraphs, ${words} words, ${STYLE.family} ${SIZE} pt, at the packet's measure of ${PACKET_MEASURE} pt:

${packet}

The same text at the ${MEASURES.length} measures ${MEASURES.join(', ')} pt together:

${range}

<!-- /measured -->`;
const page = readFileSync(DOCUMENT, 'utf8');
const written = page.replace(/<!-- measured:[\s\S]*<!-- \/measured -->/, () => measured);
writeFileSync(DOCUMENT, await format(written, { parser: 'markdown', printWidth: 120 }));
console.log(measured);
