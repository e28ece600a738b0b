/**
 * pdfmake as its documentation has it, with fonts as buffers that were read once. It sets greedy lines with kerning, no
 * hyphens, no tags.
 */
import { readFileSync } from 'node:fs';
import pdfmake from 'pdfmake';
import { COLORS, ENTRY_ASIDE, FACT_LABEL, headingStyle, PAGE, SANS, SERIF, STYLES } from './styles.mjs';

const inlines = (runs) =>
  runs.map(({ text, bold, italic, href }) => ({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(href?.startsWith('#') === false ? { link: href, color: COLORS.accent } : {}),
  }));

const paragraph = (name, runs, more = {}) => ({ text: inlines(runs), style: name, ...more });

const LINES = {
  hLineWidth: (row, { table }) => (row === 0 || row === table.body.length ? 0 : 0.4),
  vLineWidth: () => 0,
  hLineColor: () => COLORS.rule,
  paddingLeft: (column) => (column === 0 ? 0 : 7),
  paddingRight: () => 7,
  paddingTop: () => 3.4,
  paddingBottom: () => 3.4,
};
const NO_LINES = { ...LINES, hLineWidth: () => 0, paddingTop: () => 1.3, paddingBottom: () => 1.3 };
const CALLOUT = {
  ...NO_LINES,
  fillColor: () => COLORS.tint,
  vLineWidth: (column) => (column === 0 ? 2.25 : 0),
  vLineColor: () => COLORS.accent,
  paddingLeft: () => 12,
  paddingTop: () => 8,
  paddingBottom: () => 8,
};

function blocks(content) {
  const nodes = [];
  let breaks = false;
  for (const block of content) {
    if (block.type === 'pagebreak') {
      breaks = nodes.length > 0;
      continue;
    }
    const node = blockOf(block);
    if (breaks) node.pageBreak = 'before';
    breaks = false;
    nodes.push(node);
  }
  return nodes;
}

function blockOf(block) {
  switch (block.type) {
    case 'heading':
      return paragraph(headingStyle(block.level), block.runs, { headlineLevel: block.level, outline: true });
    case 'paragraph':
      return paragraph(block.variant, block.runs);
    case 'list': {
      const items = block.items.map((item) => blocks(item));
      return block.ordered ? { ol: items, start: block.start } : { ul: items };
    }
    case 'table':
      return {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: block.header.map(() => 'auto'),
          body: [
            block.header.map((cell) => paragraph('tableHead', cell)),
            ...block.rows.map((row) => row.map((cell) => paragraph('tableCell', cell))),
          ],
        },
        layout: LINES,
        margin: [0, 4, 0, 8],
      };
    case 'facts':
      return {
        table: {
          widths: [FACT_LABEL, '*'],
          body: block.items.map(({ label, value }) => [paragraph('factLabel', label), paragraph('factValue', value)]),
        },
        layout: NO_LINES,
        margin: [0, 4, 0, 8],
      };
    case 'callout':
      return {
        table: { widths: ['*'], body: [[{ stack: blocks(block.children) }]] },
        layout: CALLOUT,
        margin: [0, 4, 0, 8],
      };
    case 'entry': {
      const head = block.head.map(({ left, right }, index) => ({
        columns: [
          paragraph(index === 0 ? 'entryTitle' : 'entryLine', left, { width: '*' }),
          paragraph('entryAside', right, { width: ENTRY_ASIDE, alignment: 'right' }),
        ],
      }));
      return { stack: [...head, ...blocks(block.children)], margin: [0, 0, 0, 7] };
    }
    default:
      throw new Error(block.type);
  }
}

const styles = Object.fromEntries(
  Object.entries(STYLES).map(([name, style]) => [
    name,
    {
      font: style.family,
      fontSize: style.size,
      lineHeight: style.lineHeight,
      bold: style.bold,
      color: style.color,
      alignment: style.justify ? 'justify' : 'left',
      margin: [0, style.before, 0, style.after],
    },
  ]),
);

export function setup({ faces }) {
  for (const [key, file] of Object.entries(faces)) pdfmake.virtualfs.writeFileSync(`${key}.ttf`, readFileSync(file));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  const family = (key) => ({
    normal: `${key}.ttf`,
    bold: `${key}Bold.ttf`,
    italics: `${key}Italic.ttf`,
    bolditalics: `${key}BoldItalic.ttf`,
  });
  pdfmake.setFonts({ [SERIF]: family('serif'), [SANS]: family('sans') });
}

export async function render({ title, header, footer, content }) {
  let pages = 0;
  const furniture = (left, right, top) => ({
    columns: [
      { text: left, style: 'furniture' },
      { text: right, style: 'furniture', alignment: 'right' },
    ],
    margin: [PAGE.left, top, PAGE.right, 0],
  });
  const document = pdfmake.createPdf({
    info: { title },
    pageSize: 'LETTER',
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    defaultStyle: { font: SERIF, fontSize: STYLES.body.size, lineHeight: STYLES.body.lineHeight },
    styles,
    header: () => furniture(header.left, header.right, 28),
    footer: (page, count) => {
      pages = count;
      return furniture(footer, `${page} of ${count}`, 14);
    },
    content: blocks(content),
  });
  const bytes = await document.getBuffer();
  return { bytes, pages };
}
