import * as z from 'zod';

const points = z.number().min(0).max(2000);
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour like #1f3a5f');

/** A logo at the head of the first page, in the margin. */
const logo = z
  .strictObject({
    image: z
      .string()
      .min(1)
      .max(200)
      .describe('File name of a JPEG or PNG in the folder "images" of the template, such as "crest.png".'),
    height: z.number().min(8).max(200).default(30).describe('Height in points, as far as the top margin has room.'),
    align: z.enum(['left', 'center', 'right']).default('right').describe('Where in the width of the text.'),
    alt: z
      .string()
      .max(400)
      .default('')
      .describe('What it shows, for who does not see it; without it, it is decoration.'),
  })
  .describe('Logo of the school.');

/** How a packet looks: the tokens that a template.json sets. All lengths are points. */
export const themeSchema = z.strictObject({
  page: z
    .strictObject({
      size: z.enum(['letter', 'a4']).default('letter').describe('Paper: US Letter or ISO A4.'),
      margins: z
        .strictObject({
          top: points.default(72),
          right: points.default(79),
          bottom: points.default(68),
          left: points.default(79),
        })
        .prefault({})
        .describe('Page margins in points.'),
      side: points
        .default(0)
        .describe('Width of a side column at the left for second-level headings, fact labels and dates; 0 for none.'),
      bottom: z
        .enum(['ragged', 'flush'])
        .default('ragged')
        .describe('"flush": pages that go on end at the same height where small changes of spaces do it.'),
      gutter: points.default(18).describe('Space between the side column and the text, points.'),
    })
    .prefault({})
    .describe('Paper and margins.'),
  fonts: z
    .strictObject({
      body: z.string().default('Source Serif 4').describe('Family of running text.'),
      heading: z.string().default('Source Sans 3').describe('Family of headings, labels, header and footer.'),
      table: z.string().default('Source Sans 3').describe('Family of tables and fact tables.'),
    })
    .prefault({})
    .describe('Font families by the names of the available faces.'),
  text: z
    .strictObject({
      size: z.number().min(6).max(18).default(10.5).describe('Size of running text.'),
      leading: z.number().min(7).max(30).default(14.5).describe('Distance of baselines of running text.'),
      scale: z
        .number()
        .min(1.04)
        .max(1.34)
        .default(1.125)
        .describe('Ratio of two neighbouring steps of the type scale: larger titles beside smaller notes.'),
      spacing: z
        .number()
        .min(0.6)
        .max(1.6)
        .default(1)
        .describe('Density: a factor on the spaces between blocks, list items and entries.'),
      align: z.enum(['justify', 'left']).default('justify').describe('Justified or ragged running text.'),
      hyphenate: z.boolean().default(true).describe('Hyphenate running text.'),
      grid: z
        .boolean()
        .default(false)
        .describe('Set running text on a baseline grid of half its leading; spaces become whole lines of it.'),
      figures: z
        .enum(['lining', 'old-style'])
        .default('lining')
        .describe('Figures of running text; tables, dates and IDs have lining figures of equal width.'),
      smartQuotes: z
        .boolean()
        .default(true)
        .describe(
          'Set straight quotes, `--`, `---` and `...` as the marks of the language; code, IDs and addresses stay as typed.',
        ),
      opticalMargins: z
        .boolean()
        .default(true)
        .describe('Let quotation marks, hyphens, points and commas at line ends hang into the margin.'),
    })
    .prefault({})
    .describe('Running text.'),
  colors: z
    .strictObject({
      text: colour.default('#1c1d1f'),
      muted: colour.default('#55595f'),
      accent: colour.default('#1f3a5f'),
      rule: colour.default('#b9bfc7'),
      tint: colour.default('#f1f4f8'),
      warning: colour.default('#8a2b0e'),
      onAccent: colour.default('#ffffff').describe('Text on the accent colour, in banners.'),
    })
    .prefault({})
    .describe('Colours as #rrggbb; text colours have a contrast of at least 4.5:1 on white and on the tint.'),
  logo: logo.optional(),
  style: z
    .strictObject({
      callout: z
        .enum(['bar', 'card', 'outline'])
        .default('bar')
        .describe(
          'Callouts: tinted with a bar at the left, tinted cards with round corners, or boxes with an outline.',
        ),
      sections: z
        .enum(['plain', 'rule'])
        .default('plain')
        .describe('First-level headings: as they are, or with a rule below.'),
    })
    .prefault({})
    .describe('Shapes.'),
  words: z
    .strictObject({
      continued: z
        .string()
        .max(60)
        .default('(continued)')
        .describe('Stands after a title that comes again where its content goes on on another page.'),
      folio: z
        .string()
        .max(60)
        .default('{page} of {pages}')
        .describe('The page number in the footer, with {page} and {pages}.'),
    })
    .prefault({})
    .describe('Words that the layout adds, in the language of the template.'),
});

/** A complete theme, every token set; without `logo` there is none. */
export type Theme = z.infer<typeof themeSchema>;
/** A theme as a template.json writes it: any token may be left out. */
export type ThemeInput = z.input<typeof themeSchema>;

/** The theme with every token at its default. */
export const DEFAULT_THEME: Theme = themeSchema.parse({});

/** Tokens of a theme, or of a part of one. */
export type Tokens = Readonly<Record<string, unknown>>;

/** True for a group of tokens. */
export function isTokens(value: unknown): value is Tokens {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tokens with others laid over them, group by group. */
export function overlay(base: Tokens, over: Tokens): Tokens {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    if (value !== undefined) result[key] = isTokens(below) && isTokens(value) ? overlay(below, value) : value;
  }
  return result;
}

/**
 * A theme with some tokens replaced.
 *
 * @throws ZodError when a token is unknown or out of range
 * @example mergeTheme(DEFAULT_THEME, { page: { size: 'a4' } })
 */
export function mergeTheme(base: Theme, over: ThemeInput): Theme {
  return themeSchema.parse(overlay(base, over));
}
