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
  /** Its lines stand on the baseline grid, where there is one. */
  readonly snap: boolean;
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
    /** Thickness of an outline. */
    readonly outline: number;
  };
  readonly shapes: Theme['style'];
  readonly quote: { readonly indent: number; readonly bar: number };
  readonly columns: { readonly gutter: number };
  readonly rule: number;
  /** Lines in the side column stand closer than running text, by this factor. */
  readonly sideLeading: number;
  /** Distance of the lines of the baseline grid, half the leading; 0 for none. */
  readonly grid: number;
}

/** How far a section is tightened to fit its page: 1 is the theme's own size. */
export interface Tightness {
  readonly size: number;
  readonly leading: number;
  /** Text in the colour that stands on the accent colour, as in a banner. @default false */
  readonly onAccent?: boolean;
}

export const NATURAL: Tightness = { size: 1, leading: 1 };

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
  /** Its own leading is a number of lines of the baseline grid. */
  readonly snap?: boolean;
}

/** Derives every style from the theme, so that one change of size or leading keeps all proportions. */
export function stylesOf(theme: Theme, typesetter: Typesetter, tightness: Tightness = NATURAL): Styles {
  const { text } = theme;
  const colors = tightness.onAccent ? paletteOnAccent(theme.colors) : theme.colors;
  const size = text.size * tightness.size;
  const leading = text.leading * tightness.leading;
  const isNatural = tightness.size === 1 && tightness.leading === 1;
  const grid = text.grid && isNatural ? leading / 2 : 0;
  /** A space in lines of running text; on a grid the nearest number of its lines. */
  const lines = (count: number, onGrid = Math.round(count * 2) / 2): number =>
    (grid > 0 ? onGrid : count * text.spacing) * leading;

  const style = (recipe: Recipe): ParagraphStyle => {
    const scaled = size * text.scale ** (recipe.step ?? 0);
    const textStyle: TextStyle = {
      family: theme.fonts[recipe.family ?? 'body'],
      weight: recipe.bold ? 700 : 400,
      italic: recipe.italic ?? false,
      size: recipe.step === undefined ? size : Math.round(scaled * 20) / 20,
      figures: recipe.tabular ? 'tabular' : (recipe.family ?? 'body') === 'body' ? text.figures : 'lining',
    };
    const wanted = recipe.leading === undefined ? leading : Math.round(leading * recipe.leading * 4) / 4;
    const lineHeight = grid > 0 && recipe.snap ? Math.ceil(wanted / grid - 0.25) * grid : wanted;
    const { capHeight } = typesetter.metrics(textStyle);
    return {
      text: textStyle,
      leading: lineHeight,
      baseline: (lineHeight + capHeight) / 2,
      textTop: (lineHeight - capHeight) / 2,
      color: recipe.color ?? colors.text,
      align: recipe.running ? text.align : 'left',
      hyphenate: (recipe.running || recipe.hyphenate === true) && text.hyphenate,
      snap: grid > 0 && (recipe.leading === undefined || recipe.snap === true),
      // In the columns of a table everything keeps to one edge.
      opticalMargins: text.opticalMargins && recipe.family !== 'table' && recipe.tabular !== true,
    };
  };
  const heading = (before: number, after: number, recipe: Recipe): HeadingStyle => ({
    before: lines(before),
    after: lines(after),
    paragraph: style({ family: 'heading', bold: true, snap: true, ...recipe }),
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
      paragraph: lines(0.48),
      block: lines(0.66),
      tightItem: lines(0.14),
      looseItem: lines(0.42),
      fact: grid > 0 ? leading / 4 : lines(0.3),
      entry: lines(0.72, 1),
      entryBody: lines(0.18),
      rule: lines(1),
      section: lines(1.9),
    },
    list: { hang: 1.45 * size, labelGap: 0.6 * size, boxSize: 0.72 * size },
    table: { rowPadding: 0.26 * leading, columnGap: 1.4 * size, rule: 0.4, headRule: 0.8 },
    facts: { gap: 1.5 * size },
    callout: {
      paddingX: 1.2 * size,
      paddingY: lines(0.62),
      bar: 2.25,
      outline: 0.75,
      radius: theme.style.callout === 'card' ? 5 : 2,
    },
    shapes: tightness.onAccent ? { ...theme.style, sections: 'plain' } : theme.style,
    quote: { indent: 1.45 * size, bar: 1.25 },
    columns: { gutter: 2 * size },
    rule: 0.5,
    sideLeading: grid > 0 ? 1 : 0.88,
    grid,
  };
}

/** All text in the one colour that can be read on the accent colour. */
function paletteOnAccent(colors: Theme['colors']): Theme['colors'] {
  const { onAccent } = colors;
  return { ...colors, text: onAccent, muted: onAccent, accent: onAccent, warning: onAccent, rule: onAccent };
}
