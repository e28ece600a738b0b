/** What each directive makes, for docs/templates.md; a test wants one for every directive. */
export const directiveNotes: Readonly<Record<string, string>> = {
  callout:
    'A box around blocks, in the shape that the theme has for callouts; `banner` is a band in the accent colour over the whole paper.',
  columns: 'Columns of equal width. Contents part at `:::break`, or are balanced without it.',
  facts: 'Label and value pairs, one a line as `Label: value`; a line whose value is empty is left out.',
  entry:
    'An entry of a record: up to three lines of a left and a right part with a bar between (title and dates, institution and place), a blank line, and its body.',
  keep: 'Content that stays on one page when it fits on one.',
  detail:
    'Content that a section with `fit: "page"` gives up when it is too tall: what stands after `:::short` takes its place, and the content, or what stands after `:::moved`, goes under `heading` to the end of the first of the later sections `to`. A lower `order` goes first; `name` says in messages what it is. Inside the short form of another it only shortens further.',
  short: 'In a `:::detail`, begins the form that stands in its place once it has moved. One line, not closed.',
  moved:
    'In a `:::detail`, begins what stands in the later section, where that is not the content. One line, not closed.',
  lead: 'Larger opening text.',
  small: 'Smaller text, for notes.',
  muted: 'A secondary line in the muted colour.',
  photo: 'The photo of the applicant, only where it is shared; beside it what stands inside the directive.',
  image: 'An image that comes with the template, such as a logo, by its name.',
  qr: 'A QR code of a web address, with a link; beside it what stands inside the directive. Without an address only that.',
  timeline:
    'Dates on a line. A row inside is its date, label and kind (request, reminder, target, season, event) with bars between, and "expected" after the kind where it may move.',
  chart: 'Periods as bars by month. A row inside is its start, end (or "present"), label and kind with bars between.',
  pagebreak: 'Begins a new page.',
  break: 'Parts the columns of `:::columns`.',
};
