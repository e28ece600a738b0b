/**
 * @react-pdf/renderer as its documentation has it; it keeps registered fonts. It sets optimal lines with hyphens, no
 * tags.
 */
import { Document, Font, Link, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { COLORS, ENTRY_ASIDE, FACT_LABEL, HANG, headingStyle, PAGE, SANS, SERIF, STYLES } from './styles.mjs';

const sheet = StyleSheet.create({
  ...Object.fromEntries(
    Object.entries(STYLES).map(([name, style]) => [
      name,
      {
        fontFamily: style.family,
        fontSize: style.size,
        lineHeight: style.leading / style.size,
        fontWeight: style.bold ? 700 : 400,
        color: style.color,
        textAlign: style.justify ? 'justify' : 'left',
        marginTop: style.before,
        marginBottom: style.after,
      },
    ]),
  ),
  page: { paddingTop: PAGE.top, paddingRight: PAGE.right, paddingBottom: PAGE.bottom, paddingLeft: PAGE.left },
  bold: { fontWeight: 700 },
  italic: { fontStyle: 'italic' },
  link: { color: COLORS.accent, textDecoration: 'none' },
  right: { textAlign: 'right' },
  row: { flexDirection: 'row' },
  grow: { flex: 1 },
  marker: { width: HANG },
  block: { marginTop: 4, marginBottom: 8 },
  rule: { borderTopWidth: 0.4, borderTopColor: COLORS.rule },
  cell: { flex: 1, paddingVertical: 3.4, paddingRight: 14 },
  callout: {
    backgroundColor: COLORS.tint,
    borderLeftWidth: 2.25,
    borderLeftColor: COLORS.accent,
    paddingVertical: 8,
    paddingHorizontal: 12,
  },
  label: { width: FACT_LABEL },
  aside: { width: ENTRY_ASIDE },
  entry: { marginBottom: 7 },
  header: { position: 'absolute', top: 28, left: PAGE.left, right: PAGE.right, justifyContent: 'space-between' },
  footer: { position: 'absolute', bottom: 24, left: PAGE.left, right: PAGE.right, justifyContent: 'space-between' },
});

const inline = ({ text, bold, italic, href }, index) => {
  const style = [...(bold ? [sheet.bold] : []), ...(italic ? [sheet.italic] : [])];
  if (href !== undefined && !href.startsWith('#')) {
    return h(Link, { key: index, src: href, style: [...style, sheet.link] }, text);
  }
  return style.length === 0 ? text : h(Text, { key: index, style }, text);
};

const text = (name, runs, more = {}, key = undefined) =>
  h(Text, { key, style: [sheet[name], ...(more.style ?? [])], ...(more.props ?? {}) }, ...runs.map(inline));

function blocks(content) {
  const nodes = [];
  let breaks = false;
  content.forEach((block, index) => {
    if (block.type === 'pagebreak') {
      breaks = nodes.length > 0;
      return;
    }
    nodes.push(blockOf(block, index, breaks ? { break: true } : {}));
    breaks = false;
  });
  return nodes;
}

function blockOf(block, key, props) {
  switch (block.type) {
    case 'heading': {
      const title = block.runs.map((run) => run.text).join('');
      return text(
        headingStyle(block.level),
        block.runs,
        { props: { ...props, minPresenceAhead: 30, bookmark: title } },
        key,
      );
    }
    case 'paragraph':
      return text(block.variant, block.runs, { props: { ...props, orphans: 2, widows: 2 } }, key);
    case 'list':
      return h(
        View,
        { key, ...props },
        ...block.items.map((item, index) =>
          h(
            View,
            { key: index, style: sheet.row },
            h(Text, { style: [sheet.body, sheet.marker] }, block.ordered ? `${block.start + index}.` : '•'),
            h(View, { style: sheet.grow }, ...blocks(item)),
          ),
        ),
      );
    case 'table':
      return h(
        View,
        { key, ...props, style: sheet.block },
        ...[block.header, ...block.rows].map((row, index) =>
          h(
            View,
            { key: index, style: [sheet.row, ...(index > 0 ? [sheet.rule] : [])], wrap: false },
            ...row.map((cell, column) =>
              h(View, { key: column, style: sheet.cell }, text(index === 0 ? 'tableHead' : 'tableCell', cell)),
            ),
          ),
        ),
      );
    case 'facts':
      return h(
        View,
        { key, ...props, style: sheet.block },
        ...block.items.map(({ label, value }, index) =>
          h(
            View,
            { key: index, style: sheet.row, wrap: false },
            text('factLabel', label, { style: [sheet.label] }),
            h(View, { style: sheet.grow }, text('factValue', value)),
          ),
        ),
      );
    case 'callout':
      return h(View, { key, ...props, style: [sheet.block, sheet.callout] }, ...blocks(block.children));
    case 'entry':
      return h(
        View,
        { key, ...props, style: sheet.entry },
        ...block.head.map(({ left, right }, index) =>
          h(
            View,
            { key: `head${index}`, style: sheet.row },
            h(View, { style: sheet.grow }, text(index === 0 ? 'entryTitle' : 'entryLine', left)),
            text('entryAside', right, { style: [sheet.aside, sheet.right] }),
          ),
        ),
        ...blocks(block.children),
      );
    default:
      throw new Error(block.type);
  }
}

export function setup({ faces }) {
  const face = (key, fontWeight, fontStyle = 'normal') => ({ src: faces[key], fontWeight, fontStyle });
  Font.register({
    family: SERIF,
    fonts: [
      face('serif', 400),
      face('serifItalic', 400, 'italic'),
      face('serifBold', 700),
      face('serifBoldItalic', 700, 'italic'),
    ],
  });
  Font.register({
    family: SANS,
    fonts: [
      face('sans', 400),
      face('sansItalic', 400, 'italic'),
      face('sansBold', 700),
      face('sansBoldItalic', 700, 'italic'),
    ],
  });
}

export async function render({ title, header, footer, content }) {
  let pages = 0;
  const furniture = (style, left, right) =>
    h(
      View,
      { fixed: true, style: [sheet.row, style] },
      h(Text, { style: sheet.furniture }, left),
      typeof right === 'string'
        ? h(Text, { style: sheet.furniture }, right)
        : h(Text, { style: sheet.furniture, render: right }),
    );
  const numbers = ({ pageNumber, totalPages }) => {
    pages = totalPages ?? pages;
    return `${pageNumber} of ${totalPages}`;
  };
  const document = h(
    Document,
    { title },
    h(
      Page,
      { size: 'LETTER', style: sheet.page },
      furniture(sheet.header, header.left, header.right),
      ...blocks(content),
      furniture(sheet.footer, footer, numbers),
    ),
  );
  return { bytes: await renderToBuffer(document), pages };
}
