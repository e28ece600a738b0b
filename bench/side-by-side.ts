import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import { briefWriter } from '../src/brief/index.js';
import { parseDocument } from '../src/document/index.js';
import { layoutDocument } from '../src/layout/index.js';
import { loadApplication } from '../src/node/index.js';
import { writePdf } from '../src/pdf/index.js';
import { planLetters } from '../src/plan/index.js';
import type { Brief } from '../src/schema/brief.js';
import { DEFAULT_THEME, mergeTheme } from '../src/schema/theme.js';
import { loadTestFonts, testTypesetter } from '../test/support/fonts.js';

/**
 * Sets the same words twice, at the left by this library and at the right by Typst, with the same fonts, sizes, leading
 * and measure, and writes docs/side-by-side-*.png. Needs poppler's pdftoppm and `npm ci` in bench/.
 */

/** What is used of Typst's Node binding, which is installed in bench/ only. */
interface Typst {
  readonly NodeCompiler: {
    create(options: { fontArgs: readonly { fontBlobs: readonly Buffer[] }[] }): {
      compile(input: { mainFileContent: string }): { readonly result: object | null; printErrors(): void };
      pdf(result: object): Buffer;
    };
  };
}

const EXAMPLE = 'examples/img-internal-medicine';
const MARGIN = { top: 60, right: 104, bottom: 56, left: 104 };
const THEME = mergeTheme(DEFAULT_THEME, {
  page: { margins: MARGIN, bottom: 'flush' },
  text: { size: 10.5, leading: 14 },
});
/** Dots per inch of the pictures. */
const RESOLUTION = 72;

interface Sample {
  readonly name: string;
  readonly markdown: string;
  readonly typst: string;
  /** Which pages, from 1, and how much of each is shown, points from the top. */
  readonly page: number;
  readonly height: number;
}

const escaped = (text: string): string => text.replace(/[\\#*_`$<>@[\]~]/g, '\\$&').replace(/^(\d+)\./gm, '$1\\.');
const PREAMBLE = `
#set page(width: 612pt, height: 792pt, margin: (top: 60pt, right: 104pt, bottom: 56pt, left: 104pt))
#set text(font: "Source Serif 4", size: 10.5pt, fill: rgb("#1c1d1f"), lang: "en", region: "US", top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: 3.5pt, spacing: 10.5pt)
#show heading: set text(font: "Source Sans 3", fill: rgb("#1f3a5f"))
#show heading.where(level: 1): set text(size: 17.65pt)
#show heading.where(level: 2): set text(size: 12.7pt)
#show heading.where(level: 1): set block(below: 12pt)
#show heading.where(level: 2): set block(above: 16pt, below: 6pt)
#let entry(title, right, line, body) = block(above: 12pt, below: 12pt)[
  #set par(justify: false, spacing: 5pt)
  #grid(columns: (1fr, auto), row-gutter: 3.5pt, strong(title), text(font: "Source Sans 3", size: 9.45pt, fill: rgb("#55595f"), number-width: "tabular", right), grid.cell(colspan: 2, text(fill: rgb("#55595f"), line)))

  #text(size: 9.35pt, par(leading: 2.6pt, body))
]
`;

const folder = mkdtempSync(path.join(tmpdir(), 'side-by-side-'));
const typesetter = await testTypesetter();
const { NodeCompiler } = (await import(
  new URL('./node_modules/@myriaddreamin/typst-ts-node-compiler/index.js', import.meta.url).href
)) as Typst;
const compiler = NodeCompiler.create({
  fontArgs: [{ fontBlobs: loadTestFonts().map(({ bytes }) => Buffer.from(bytes)) }],
});

async function readBrief(): Promise<Brief> {
  const { application } = await loadApplication(EXAMPLE);
  if (!application) throw new Error(`${EXAMPLE} cannot be read`);
  const plan = planLetters(application, { today: '2026-07-06' });
  const letter = plan.letters.find(({ letter: { id } }) => id === 'ostrander-internal-medicine');
  if (!letter) throw new Error('the example has another letter');
  return briefWriter(application, plan, letter);
}

function statement({ statement: found }: Brief): Sample {
  const text = found!.text.trim();
  return {
    name: 'statement',
    markdown: `# Personal statement\n\n${text}`,
    typst: `= Personal statement\n\n${escaped(text)}`,
    page: 1,
    height: 792,
  };
}

function record({ cv }: Brief): Sample {
  const parts = cv.experiences.slice(0, 6).map(({ title, organization, period, description }) => {
    return { role: title ?? '', organization: organization ?? '', period, description: description ?? '' };
  });
  return {
    name: 'record',
    markdown: `# Curriculum vitae\n\n## Experiences\n\n${parts
      .map(
        ({ role, organization, period, description }) =>
          `:::entry\n**${role}** | ${period}\n${organization}\n\n::::small\n${description}\n::::\n:::`,
      )
      .join('\n\n')}`,
    typst: `= Curriculum vitae\n\n== Experiences\n\n${parts
      .map(
        ({ role, organization, period, description }) =>
          `#entry([${escaped(role)}], [${escaped(period ?? '')}], [${escaped(organization)}], [${escaped(description)}])`,
      )
      .join('\n')}`,
    page: 1,
    height: 792,
  };
}

function programs({ img }: Brief): Sample {
  const rows = img!.usce.map((one) => [
    [one.site, one.place].filter(Boolean).join(', '),
    `${one.kind}: ${one.specialty}`,
    one.period,
    [one.handsOn, one.hours].filter(Boolean).join(', '),
  ]);
  const head = ['Site', 'Kind and service', 'Dates', 'Role'];
  const cell = (text: string): string => `[#td[${escaped(text)}]]`;
  return {
    name: 'table',
    markdown: `## Experience in the United States\n\n| ${head.join(' | ')} |\n|:--|:--|:--|:--|\n${rows
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n')}\n\n${escaped(img!.limitedUsExperience ?? '')}`,
    typst: `#let td(body) = { set par(justify: false, leading: 2.6pt); text(font: "Source Sans 3", size: 9.55pt, number-width: "tabular", body) }
#let th(body) = text(font: "Source Sans 3", size: 8.9pt, weight: "bold", fill: rgb("#55595f"), body)
== Experience in the United States
#table(columns: (auto, auto, auto, auto), stroke: (x, y) => (bottom: if y == 0 { 0.8pt + rgb("#55595f") } else { 0.4pt + rgb("#b9bfc7") }),
  inset: (x, y) => (left: if x == 0 { 0pt } else { 7pt }, right: if x == 3 { 0pt } else { 7pt }, y: 3.6pt),
  table.header(${head.map((text) => `[#th[${text}]]`).join(', ')}),
  ${rows.flat().map(cell).join(', ')})

${escaped(img!.limitedUsExperience ?? '')}`,
    page: 1,
    height: 345,
  };
}

async function ours({ markdown }: Sample): Promise<Uint8Array> {
  const { tree } = parseDocument(markdown);
  const furniture = { header: { left: '', right: '' }, footer: { left: '' } };
  const laidOut = layoutDocument(tree, { theme: THEME, typesetter, lang: 'en-US', ...furniture });
  const metadata = { title: 'Sample', author: '', subject: '', keywords: [], language: 'en-US', creator: 'lor-packet' };
  const { bytes } = writePdf(laidOut, { metadata: { ...metadata, date: '2026-07-06T00:00:00Z' } });
  return bytes;
}

function theirs({ typst }: Sample): Uint8Array {
  const compiled = compiler.compile({ mainFileContent: PREAMBLE + typst });
  if (!compiled.result) {
    compiled.printErrors();
    throw new Error('Typst reports errors');
  }
  return compiler.pdf(compiled.result);
}

/** Both pages on one sheet, each under its name, as a picture. */
async function picture(sample: Sample): Promise<void> {
  const sheet = await PDFDocument.create();
  const label = await sheet.embedFont(StandardFonts.Helvetica);
  const shown = { left: 84, right: 612 - 84, top: 792 - 34 };
  const width = shown.right - shown.left;
  const height = Math.min(sample.height, 792 - 50) - 34;
  const page = sheet.addPage([2 * width + 12, height + 26]);
  page.drawRectangle({ x: width, y: 0, width: 12, height: height + 26, color: rgb(0.85, 0.85, 0.85) });
  for (const [index, [name, bytes]] of [
    ['lor-packet', await ours(sample)] as const,
    ['Typst', theirs(sample)] as const,
  ].entries()) {
    const source = await PDFDocument.load(bytes);
    const box = { left: shown.left, right: shown.right, top: shown.top, bottom: shown.top - height };
    const embedded = await sheet.embedPage(source.getPage(sample.page - 1), box);
    const x = index * (width + 12);
    page.drawPage(embedded, { x, y: 0 });
    page.drawText(name, { x: x + 20, y: height + 9, size: 9, font: label, color: rgb(0.35, 0.35, 0.35) });
  }
  const file = path.join(folder, `${sample.name}.pdf`);
  writeFileSync(file, await sheet.save());
  const target = new URL(`../docs/side-by-side-${sample.name}`, import.meta.url).pathname;
  execFileSync('pdftoppm', ['-r', String(RESOLUTION), '-gray', '-png', '-singlefile', file, target]);
}

const brief = await readBrief();
for (const sample of [statement(brief), record(brief), programs(brief)]) await picture(sample);
rmSync(folder, { recursive: true });
