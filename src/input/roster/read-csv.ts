import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { lineStarts, lineIndexAt, type Place } from '../source-text.js';

/** A cell of a table, with its place in the file. */
export interface CsvCell {
  readonly text: string;
  readonly at: Place;
}

/** A table of text cells, rows as a spreadsheet counts them: from 1, empty ones included. */
export interface CsvTable {
  readonly rows: readonly (readonly CsvCell[])[];
}

/** Why a text is no table. */
export interface CsvProblem {
  readonly message: string;
  readonly hints: readonly string[];
  readonly at: Place;
}

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads CSV as spreadsheet programs write it: separated by commas, semicolons or tabs (found out from the first line, or
 * said by Excel's `sep=;`), cells with line breaks in quotes, any line ends.
 */
export function readCsv(text: string): CsvTable | { readonly problem: CsvProblem } {
  const source = text.replace(/^\uFEFF/, '');
  const said = /^sep=([,;\t|])\r?\n?/i.exec(source);
  const skipped = said ? said[0].length : 0;
  const body = source.slice(skipped);
  const delimiter = said?.[1] ?? guessDelimiter(body);
  const starts = lineStarts(source.replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n')));
  const placeOf = (offset: number): Place => {
    const line = lineIndexAt(starts, offset + skipped);
    return { line: line + 1, column: offset + skipped - (starts[line] ?? 0) + 1 };
  };
  const offsets = offsetsOfBytes(body);
  const cells: CsvCell[][] = said ? [[]] : [];
  let end = 0;
  try {
    parse(body, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      cast: (value: string, { index, records, bytes, quoting }) => {
        const row = records + (said ? 1 : 0);
        const cell = offsets(bytes);
        // The cell ends here and began after the one before; what lies between is a separator or a line end.
        const length = quoting ? cell - end : value.length;
        const start = quoting ? body.indexOf('"', Math.max(0, end)) : cell - length;
        (cells[row] ??= [])[index] = { text: value, at: placeOf(Math.max(0, start)) };
        end = cell;
        return value;
      },
    });
    return { rows: cells.map((row) => row ?? []) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The cell that cannot be read begins behind what separates it from the last one that could.
    const between = end === 0 ? null : /^(?:\r\n|[^"])/.exec(body.slice(end, end + 2));
    return { problem: explain(error, placeOf(end + (between?.[0].length ?? 0)), starts.length) };
  }
}

/** The separator that the first line has most often outside quotes. */
function guessDelimiter(text: string): string {
  const [first = ''] = /^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(text) ?? [];
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  return counts.sort((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}

/** From a number of UTF-8 bytes to an offset in the text, asked for in rising order. */
function offsetsOfBytes(text: string): (bytes: number) => number {
  let at = 0;
  let passed = 0;
  return (bytes) => {
    while (passed < bytes && at < text.length) {
      const code = text.codePointAt(at) ?? 0;
      passed += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      at += code < 0x10000 ? 1 : 2;
    }
    return at;
  };
}

function explain(error: CsvError, at: Place, lines: number): CsvProblem {
  const { code } = error;
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    const hints = ['a cell begins with a quotation mark that has no partner; write "" for a quotation mark in a cell'];
    return { message: `a quotation mark is not closed before the end of the file (line ${lines})`, hints, at };
  }
  const hints = ['put the whole cell in quotation marks, and write "" for one inside it', 'or save the table again as CSV']; // prettier-ignore
  return { message: 'a quotation mark stands where it cannot', hints, at };
}
