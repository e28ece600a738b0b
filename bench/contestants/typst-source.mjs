import { COLORS, ENTRY_ASIDE, FACT_LABEL, HANG, PAGE, SERIF, STYLES } from './styles.mjs';

/** Writes the content as Typst markup, as one would by hand with functions for entries, facts and notes. */

const escaped = (text) => text.replace(/[\\#*_`$<>@=+\-/[\]~"']/g, '\\$&').replace(/^(\d+)\./, '$1\\.');

function inline({ text, bold, italic, href }) {
  if (text === '\n') return ' \\ ';
  let markup = escaped(text);
  if (bold) markup = `#strong[${markup}]`;
  if (italic) markup = `#emph[${markup}]`;
  if (href !== undefined && !href.startsWith('#')) markup = `#link(${JSON.stringify(href)})[${markup}]`;
  return markup;
}

const inlines = (runs) => runs.map(inline).join('');

function blockOf(block) {
  switch (block.type) {
    case 'pagebreak':
      return '#pagebreak(weak: true)';
    case 'heading':
      return `#heading(level: ${block.level})[${inlines(block.runs)}]`;
    case 'paragraph':
      return block.variant === 'body' ? inlines(block.runs) : `#${block.variant}[${inlines(block.runs)}]`;
    case 'list': {
      const items = block.items.map((item) => `[${blocks(item)}]`).join(', ');
      return block.ordered ? `#enum(start: ${block.start}, ${items})` : `#list(${items})`;
    }
    case 'table': {
      const cell = (name) => (runs) => `[#${name}[${inlines(runs)}]]`;
      const head = block.header.map(cell('th')).join(', ');
      const rows = block.rows.map((row) => row.map(cell('td')).join(', ')).join(', ');
      return `#records(${block.header.length}, (${head},), (${rows},))`;
    }
    case 'facts':
      return `#facts(${block.items.map(({ label, value }) => `([${inlines(label)}], [${inlines(value)}])`).join(', ')},)`;
    case 'callout':
      return `#callout[${blocks(block.children)}]`;
    case 'entry': {
      const head = block.head.map(({ left, right }) => `([${inlines(left)}], [${inlines(right)}])`).join(', ');
      return `#entry((${head},))[${blocks(block.children)}]`;
    }
    default:
      throw new Error(block.type);
  }
}

const blocks = (content) => content.map(blockOf).join('\n\n');

/** Typst counts leading from the bottom of a line to the top of the next one; both are set to the baseline grid. */
const look = ({ family, size, leading, bold, color }) =>
  `#set text(font: "${family}", size: ${size}pt, fill: rgb("${color}"), weight: ${bold ? 700 : 400})` +
  `\n#set par(leading: ${(leading - size).toFixed(2)}pt)`;
const RULE = `0.4pt + rgb("${COLORS.rule}")`;
const EDGES = 'top-edge: 0.75em, bottom-edge: -0.25em';

const textFunction = (name, style) =>
  `#let ${name}(body) = block(below: ${style.after || 6}pt)[\n#set par(justify: false)\n${look(style)}\n#body]`;
const cellFunction = (name, style) => `#let ${name}(body) = [\n#set par(justify: false)\n${look(style)}\n#body]`;
const headingRule = (level, style) =>
  `#show heading.where(level: ${level}): it => block(above: ${style.before}pt, below: ${style.after}pt)[\n${look(style)}\n#it.body]`;

const preamble = ({ title, header, footer }, { context }) => `#set document(title: ${JSON.stringify(title)}, date: none)
#let furniture(start, end) = [
${look(STYLES.furniture)}
#start #h(1fr) #end]
#set page(
  width: ${PAGE.width}pt, height: ${PAGE.height}pt,
  margin: (top: ${PAGE.top}pt, right: ${PAGE.right}pt, bottom: ${PAGE.bottom}pt, left: ${PAGE.left}pt),
  header: furniture([${escaped(header.left)}], [${escaped(header.right)}]),
  footer: ${context ? 'context ' : ''}furniture([${escaped(footer)}], counter(page).display("1 of 1", both: true)),
)
#set text(font: "${SERIF}", size: ${STYLES.body.size}pt, fill: rgb("${STYLES.body.color}"), lang: "en", region: "US", ${EDGES})
#set par(justify: true, leading: ${STYLES.body.leading - STYLES.body.size}pt)
${context ? `#set par(spacing: ${STYLES.body.after + 3}pt)` : `#show par: set block(spacing: ${STYLES.body.after + 3}pt)`}
#set list(body-indent: ${HANG / 2}pt)
#show link: set text(fill: rgb("${COLORS.accent}"))
${[1, 2, 3, 4].map((level) => headingRule(level, STYLES[`heading${level}`])).join('\n')}
${['lead', 'small', 'muted'].map((name) => textFunction(name, STYLES[name])).join('\n')}
${cellFunction('th', STYLES.tableHead)}
${cellFunction('td', STYLES.tableCell)}
${cellFunction('entrytitle', STYLES.entryTitle)}
${cellFunction('entryline', STYLES.entryLine)}
${cellFunction('entryaside', STYLES.entryAside)}
${cellFunction('factlabel', STYLES.factLabel)}
${cellFunction('factvalue', STYLES.factValue)}
#let records(count, head, cells) = table(
  columns: (auto,) * count, inset: (x: 7pt, y: 3.4pt), stroke: ${context ? `(x, y) => (top: if y > 0 { ${RULE} })` : RULE},
  ${context ? 'table.header(..head), ..cells' : '..head, ..cells'},
)
#let facts(..items) = grid(
  columns: (${FACT_LABEL}pt, 1fr), row-gutter: 2.6pt,
  ..items.pos().map(((label, value)) => (factlabel(label), factvalue(value))).flatten(),
)
#let callout(body) = block(
  width: 100%, fill: rgb("${COLORS.tint}"), stroke: (left: 2.25pt + rgb("${COLORS.accent}")), inset: (x: 12pt, y: 8pt), body,
)
#let entry(head, body) = block(above: 7pt)[
  #grid(
    columns: (1fr, ${ENTRY_ASIDE}pt),
    ..head.enumerate().map(((index, line)) => (
      if index == 0 { entrytitle(line.at(0)) } else { entryline(line.at(0)) }, align(top + right, entryaside(line.at(1))),
    )).flatten(),
  )
  #body
]
`;

/**
 * @param {object} document see `PeerDocument` in content.ts
 * @param {{ context: boolean }} version `context: false` for Typst before 0.11, which has neither that word nor table heads
 */
export function typstSource(document, version = { context: true }) {
  return `${preamble(document, version)}\n${blocks(document.content)}\n`;
}
