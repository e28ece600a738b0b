/** How every peer sets the content: the measures of the packets' own theme, so that all fill about as many pages. */

export const PAGE = { width: 612, height: 792, top: 56, right: 54, bottom: 50, left: 54 };
export const MEASURE = PAGE.width - PAGE.left - PAGE.right;

export const SERIF = 'Source Serif 4';
export const SANS = 'Source Sans 3';

/** Line height of a face as such, ems: what peers multiply. */
const NATURAL = { [SERIF]: 1.371, [SANS]: 1.424 };

const MUTED = '#55595f';
const ACCENT = '#1f3a5f';

const style = (family, size, leading, more = {}) => ({
  family,
  size,
  leading,
  /** Leading as a multiple of the face's own line height. */
  lineHeight: leading / (size * NATURAL[family]),
  bold: false,
  color: '#1c1d1f',
  justify: false,
  before: 0,
  after: 6,
  ...more,
});

export const COLORS = { accent: ACCENT, muted: MUTED, tint: '#f1f4f8', rule: '#b9bfc7' };

export const STYLES = {
  heading1: style(SANS, 16.8, 20.2, { bold: true, color: ACCENT, before: 18, after: 8 }),
  heading2: style(SANS, 12.1, 14.8, { bold: true, color: ACCENT, before: 14, after: 4 }),
  heading3: style(SANS, 10.25, 13, { bold: true, before: 11, after: 3 }),
  heading4: style(SANS, 9.3, 13, { bold: true, color: MUTED, before: 9, after: 2 }),
  body: style(SERIF, 10, 13, { justify: true }),
  lead: style(SERIF, 11.25, 14.8),
  small: style(SERIF, 8.9, 11.3),
  muted: style(SERIF, 9.4, 12.2, { color: MUTED }),
  tableHead: style(SANS, 8.5, 11, { bold: true, color: MUTED, after: 0 }),
  tableCell: style(SANS, 9.1, 11.7, { after: 0 }),
  factLabel: style(SANS, 8.9, 13, { bold: true, color: MUTED, after: 0 }),
  factValue: style(SERIF, 10, 13, { after: 0 }),
  entryTitle: style(SERIF, 10, 13, { after: 0 }),
  entryLine: style(SERIF, 10, 13, { color: MUTED, after: 0 }),
  entryAside: style(SANS, 9, 13, { color: MUTED, after: 0 }),
  furniture: style(SANS, 8.1, 10.5, { color: MUTED, after: 0 }),
};

export const headingStyle = (level) => `heading${Math.min(level, 4)}`;

/** Widths that table and fact columns get where a peer cannot size them to their content. */
export const FACT_LABEL = 92;
export const ENTRY_ASIDE = 110;
export const HANG = 14.5;
