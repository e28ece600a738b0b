/**
 * pdfkit with a layout by hand, as its users write it, and with fonts that are parsed once for all packets. It sets
 * greedy lines with kerning, no hyphens, no tags.
 */
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import PDFDocument from 'pdfkit';
import { COLORS, ENTRY_ASIDE, FACT_LABEL, HANG, headingStyle, MEASURE, PAGE, SANS, STYLES } from './styles.mjs';

let fonts;

export function setup({ faces }) {
  fonts = Object.entries(faces).map(([key, file]) => [key, create(readFileSync(file))]);
}

const BOTTOM = PAGE.height - PAGE.bottom;

class Setter {
  constructor(document) {
    this.document = document;
    this.y = PAGE.top;
  }

  face(style, { bold, italic } = {}) {
    const heavy = style.bold || bold === true;
    const base = style.family === SANS ? 'sans' : 'serif';
    return `${base}${heavy ? 'Bold' : ''}${italic ? 'Italic' : ''}`;
  }

  use(style, run) {
    this.document.font(this.face(style, run)).fontSize(style.size);
    this.document.fillColor(run?.href === undefined ? style.color : COLORS.accent);
    return style.leading - this.document.currentLineHeight(true);
  }

  /** The height that runs will take, by their first face: what users who keep blocks together reckon with. */
  height(style, runs, width) {
    const lineGap = this.use(style, runs[0]);
    return this.document.heightOfString(runs.map(({ text }) => text).join(''), { width, lineGap });
  }

  /** Sets runs as one paragraph at x; pdfkit breaks pages inside it. */
  runs(style, runs, x, width, more = {}) {
    const kept = runs.filter(({ text }) => text !== '');
    if (kept.length === 0) return;
    this.document.x = x;
    this.document.y = this.y;
    kept.forEach((run, index) => {
      const lineGap = this.use(style, run);
      const link = run.href?.startsWith('#') === false ? run.href : null;
      const options = { lineGap, continued: index < kept.length - 1, link, ...more };
      if (style.justify) options.align = 'justify';
      if (index === 0) this.document.text(run.text, x, this.y, { width, ...options });
      else this.document.text(run.text, options);
    });
    this.y = this.document.y;
  }

  newPage() {
    this.document.addPage();
    this.y = PAGE.top;
  }

  /** Begins a page when so much does not fit on this one. */
  need(height) {
    if (this.y + height > BOTTOM && this.y > PAGE.top) this.newPage();
  }

  /** Sets texts beside each other at one height; returns nothing, `y` ends below the tallest. */
  row(cells, gap) {
    const height = Math.max(
      ...cells.map(({ style, runs, width }) => (runs.length ? this.height(style, runs, width) : 0)),
    );
    this.need(height);
    const top = this.y;
    for (const { style, runs, x, width, align } of cells) {
      this.y = top;
      this.runs(style, runs, x, width, align ? { align } : {});
    }
    this.y = top + height + gap;
  }

  blocks(content, x, width) {
    content.forEach((block, index) => this.block(block, x, width, index));
  }

  block(block, x, width, index) {
    switch (block.type) {
      case 'pagebreak':
        if (this.y > PAGE.top) this.newPage();
        return;
      case 'heading': {
        const style = STYLES[headingStyle(block.level)];
        if (this.y > PAGE.top) this.y += style.before;
        this.need(this.height(style, block.runs, width) + 2 * STYLES.body.leading);
        this.document.outline.addItem(block.runs.map(({ text }) => text).join(''));
        this.runs(style, block.runs, x, width);
        this.y += style.after;
        return;
      }
      case 'paragraph': {
        const style = STYLES[block.variant];
        this.need(style.leading);
        this.runs(style, block.runs, x, width);
        this.y += style.after;
        return;
      }
      case 'list':
        block.items.forEach((item, at) => {
          this.need(STYLES.body.leading);
          const top = this.y;
          this.runs(STYLES.body, [{ text: block.ordered ? `${block.start + at}.` : '•' }], x, HANG);
          if (this.y > top) this.y = top;
          this.blocks(item, x + HANG, width - HANG);
        });
        return;
      case 'table': {
        const share = width / block.header.length;
        [block.header, ...block.rows].forEach((row, at) => {
          const style = at === 0 ? STYLES.tableHead : STYLES.tableCell;
          const cells = row.map((runs, column) => ({ style, runs, x: x + column * share, width: share - 14 }));
          if (at > 0)
            this.document
              .moveTo(x, this.y - 3.4)
              .lineTo(x + width, this.y - 3.4)
              .lineWidth(0.4)
              .stroke(COLORS.rule);
          this.row(cells, 6.8);
        });
        this.y += 8;
        return;
      }
      case 'facts':
        for (const { label, value } of block.items) {
          const at = x + FACT_LABEL + 15;
          this.row(
            [
              { style: STYLES.factLabel, runs: label, x, width: FACT_LABEL },
              { style: STYLES.factValue, runs: value, x: at, width: x + width - at },
            ],
            2.6,
          );
        }
        this.y += 8;
        return;
      case 'callout': {
        // The box stands behind its text: it is drawn first, as high as the facts in it will be.
        const inner = width - 24;
        const rows = block.children.flatMap((child) => (child.type === 'facts' ? child.items : []));
        const height = rows.reduce(
          (sum, { value }) => sum + 2.6 + this.height(STYLES.factValue, value, inner - FACT_LABEL - 15),
          24,
        );
        this.need(height);
        this.document.rect(x, this.y, width, height).fill(COLORS.tint);
        this.document.rect(x, this.y, 2.25, height).fill(COLORS.accent);
        const top = this.y;
        this.y += 8;
        this.blocks(block.children, x + 12, inner);
        this.y = Math.max(this.y, top + height) + 8;
        return;
      }
      case 'entry':
        if (index > 0) this.y += 7;
        this.need(3 * STYLES.body.leading);
        block.head.forEach(({ left, right }, at) => {
          const style = at === 0 ? STYLES.entryTitle : STYLES.entryLine;
          const aside = x + width - ENTRY_ASIDE;
          this.row(
            [
              { style, runs: left, x, width: width - ENTRY_ASIDE - 10 },
              { style: STYLES.entryAside, runs: right, x: aside, width: ENTRY_ASIDE, align: 'right' },
            ],
            0,
          );
        });
        this.blocks(block.children, x, width);
        return;
      default:
        throw new Error(block.type);
    }
  }

  furniture({ header, footer }) {
    const { start, count } = this.document.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.document.switchToPage(page);
      // Below the margin pdfkit would begin a page.
      this.document.page.margins.bottom = 0;
      this.use(STYLES.furniture);
      const at = { width: MEASURE, lineBreak: false };
      this.document.text(header.left, PAGE.left, 28, at);
      this.document.text(header.right, PAGE.left, 28, { ...at, align: 'right' });
      this.document.text(footer, PAGE.left, PAGE.height - 34, at);
      this.document.text(`${page + 1} of ${count}`, PAGE.left, PAGE.height - 34, { ...at, align: 'right' });
    }
    return count;
  }
}

export async function render(source) {
  const document = new PDFDocument({
    size: 'LETTER',
    margins: { top: PAGE.top, right: PAGE.right, bottom: PAGE.bottom, left: PAGE.left },
    bufferPages: true,
    info: { Title: source.title },
    font: null,
  });
  const chunks = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (const [key, font] of fonts) document.registerFont(key, font);
  const setter = new Setter(document);
  setter.blocks(source.content, PAGE.left, MEASURE);
  const pages = setter.furniture(source);
  document.end();
  await ended;
  return { bytes: Buffer.concat(chunks), pages };
}
