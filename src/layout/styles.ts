import type { Theme } from '../schema/theme.js';
import type { Align, TextStyle, Typesetter } from '../text/types.js';
import { sideColumn } from './page-geometry.js';

/** How a paragraph is set: its text, the distance of its baselines, and where the first one stands. */
export interface ParagraphStyle {
  readonly text: TextStyle;
  /** Distance of baselines, points; also the height of a line box. */
  readonly leading: number;
  /** From the top of a line box to its baseline: the cap height stands in the middle of the leading. */
  readonly baseline: number;
  /** From the top of a line box to the top of its capitals. */
  readonly textTop: number;
  readonly color: string;
  readonly align: Align;
  readonly hyphenate: boolean;
  /** Punctuation at the ends of lines hangs into the margin. */
  readonly opticalMargins: boolean;
}

/** Space above and below a block, points. The larger of two neighbours counts. */
export interface Spacing {
  readonly before: number;
  readonly after: number;
}

export interface HeadingStyle extends Spacing {
  readonly paragraph: ParagraphStyle;
}

/** Every measure of a packet's look, derived from the theme. All lengths are points. */
export interface Styles {
  readonly body: ParagraphStyle;
  readonly lead: ParagraphStyle;
  readonly small: ParagraphStyle;
  readonly muted: ParagraphStyle;
  readonly headings: readonly HeadingStyle[];
  /** A second-level heading in the side column. */
  readonly sideHeading: ParagraphStyle;
  readonly tableHead: ParagraphStyle;
  readonly tableCell: ParagraphStyle;
  readonly factLabel: ParagraphStyle;
  readonly factValue: ParagraphStyle;
  readonly entryTitle: ParagraphStyle;
  readonly entryLine: ParagraphStyle;
  readonly entryAside: ParagraphStyle;
  readonly furniture: ParagraphStyle;
  /** Text inside graphics, and its captions. */
  readonly figureText: ParagraphStyle;
  readonly colors: Theme['colors'];
  readonly space: {
    readonly paragraph: number;
    /** Above and below lists, tables, facts, callouts and quotes. */
    readonly block: number;
    readonly tightItem: number;
    readonly looseItem: number;
    readonly fact: number;
    readonly entry: number;
    readonly entryBody: number;
    readonly rule: number;
    readonly section: number;
  };
  readonly list: { readonly hang: number; readonly labelGap: number; readonly boxSize: number };
  readonly table: {
    readonly rowPadding: number;
    readonly columnGap: number;
    readonly rule: number;
    readonly headRule: number;
  };
  readonly facts: { readonly gap: number };
  readonly callout: {
    readonly paddingX: number;
    readonly paddingY: number;
    readonly bar: number;
    readonly radius: number;
  };
  readonly quote: { readonly indent: number; readonly bar: number };
  readonly columns: { readonly gutter: number };
  readonly rule: number;
}

/** How far a section is tightened to fit its page: 1 is the theme's own size. */
export interface Tightness {
  readonly size: number;
  readonly leading: number;
}

export const NATURAL: Tightness = { size: 1, leading: 1 };

/** One step of the type scale, a major second. */
const STEP = 1.125;

/** Size of second-level headings where there is a side column: the same in it and, above tables, across it. */
const SIDE_HEADING_STEP = 0.7;

type FamilyRole = keyof Theme['fonts'];

interface Recipe {
  readonly family?: FamilyRole;
  /** Steps on the type scale from the size of running text. */
  readonly step?: number;
  readonly leading?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly tabular?: boolean;
  readonly color?: string;
  /** Set like running text: justified and hyphenated as the theme says. */
  readonly running?: boolean;
  readonly hyphenate?: boolean;
}

/** Derives every style from the theme, so that one change of size or leading keeps all proportions. */
export function stylesOf(theme: Theme, typesetter: Typesetter, tightness: Tightness = NATURAL): Styles {
  const { colors, text } = theme;
  const size = text.size * tightness.size;
  const leading = text.leading * tightness.leading;

  const style = (recipe: Recipe): ParagraphStyle => {
    const scaled = size * STEP ** (recipe.step ?? 0);
    const textStyle: TextStyle = {
      family: theme.fonts[recipe.family ?? 'body'],
      weight: recipe.bold ? 700 : 400,
      italic: recipe.italic ?? false,
      size: recipe.step === undefined ? size : Math.round(scaled * 20) / 20,
      figures: recipe.tabular ? 'tabular' : (recipe.family ?? 'body') === 'body' ? text.figures : 'lining',
    };
    const lineHeight = recipe.leading === undefined ? leading : Math.round(leading * recipe.leading * 4) / 4;
    const { capHeight } = typesetter.metrics(textStyle);
    return {
      text: textStyle,
      leading: lineHeight,
      baseline: (lineHeight + capHeight) / 2,
      textTop: (lineHeight - capHeight) / 2,
      color: recipe.color ?? colors.text,
      align: recipe.running ? text.align : 'left',
      hyphenate: (recipe.running || recipe.hyphenate === true) && text.hyphenate,
      // In the columns of a table everything keeps to one edge.
      opticalMargins: text.opticalMargins && recipe.family !== 'table' && recipe.tabular !== true,
    };
  };
  const heading = (before: number, after: number, recipe: Recipe): HeadingStyle => ({
    before: before * leading,
    after: after * leading,
    paragraph: style({ family: 'heading', bold: true, ...recipe }),
  });

  const besideText = sideColumn(theme.page) !== null;

  return {
    body: style({ running: true }),
    lead: style({ step: 1, leading: 1.14 }),
    small: style({ step: -1, leading: 0.87, hyphenate: true }),
    muted: style({ step: -0.5, leading: 0.94, color: colors.muted, hyphenate: true }),
    headings: [
      heading(1.9, 0.6, { step: 4.4, leading: 1.55, color: colors.accent }),
      // Beside the text a heading stands apart by itself: it needs less size, and less space above.
      besideText
        ? heading(1, 0.34, { step: SIDE_HEADING_STEP, leading: 1.1, color: colors.accent })
        : heading(1.35, 0.34, { step: 1.6, leading: 1.14, color: colors.accent }),
      heading(1, 0.2, { step: 0.2 }),
      heading(0.85, 0.15, { step: -0.6, color: colors.muted }),
      heading(0.75, 0.1, { step: -1, color: colors.muted }),
      heading(0.75, 0.1, { step: -1, bold: false, color: colors.muted }),
    ],
    sideHeading: style({ family: 'heading', bold: true, step: SIDE_HEADING_STEP, leading: 1, color: colors.accent }),
    tableHead: style({ family: 'table', step: -1.4, leading: 0.84, bold: true, color: colors.muted }),
    tableCell: style({ family: 'table', step: -0.8, leading: 0.9, tabular: true, hyphenate: true }),
    factLabel: style({ family: 'table', step: -1, bold: true, color: colors.muted }),
    factValue: style({ hyphenate: true, tabular: true }),
    entryTitle: style({}),
    entryLine: style({ color: colors.muted }),
    entryAside: style({ family: 'table', step: -0.9, tabular: true, color: colors.muted }),
    furniture: style({ family: 'heading', step: -1.8, leading: 0.8, tabular: true, color: colors.muted }),
    figureText: style({ family: 'table', step: -1.6, leading: 0.8, tabular: true }),
    colors,
    space: {
      paragraph: 0.48 * leading,
      block: 0.66 * leading,
      tightItem: 0.14 * leading,
      looseItem: 0.42 * leading,
      fact: 0.2 * leading,
      entry: 0.72 * leading,
      entryBody: 0.18 * leading,
      rule: leading,
      section: 1.9 * leading,
    },
    list: { hang: 1.45 * size, labelGap: 0.6 * size, boxSize: 0.72 * size },
    table: { rowPadding: 0.26 * leading, columnGap: 1.4 * size, rule: 0.4, headRule: 0.8 },
    facts: { gap: 1.5 * size },
    callout: { paddingX: 1.2 * size, paddingY: 0.62 * leading, bar: 2.25, radius: 2 },
    quote: { indent: 1.45 * size, bar: 1.25 },
    columns: { gutter: 2 * size },
    rule: 0.5,
  };
}
