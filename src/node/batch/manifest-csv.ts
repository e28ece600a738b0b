import type { Manifest } from '../../schema/manifest.js';

const COLUMNS = ['applicant', 'name', 'letter', 'writer', 'specialty', 'due', 'status', 'file', 'pages', 'bytes', 'sha256', 'errors', 'warnings', 'notes', 'pdf/ua', 'pdf/a', 'seconds', 'problem'] as const; // prettier-ignore

/** What begins a formula, at the start of a cell. */
const FORMULA = /^(?=\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20])/;
/**
 * The same amid a cell, where a program would begin another one that takes `;` or tabs for the separators: to it our
 * quotes are no quotes, so that line ends count, too.
 */
const INNER_FORMULA = /([;\t\r\n])(?=[\s"]*[=+\-@\uff0b\uff0d\uff1d\uff20])/g;

/**
 * A cell for Excel, LibreOffice and programs: quoted where needed, and never run as a formula: what would begin one gets
 * an apostrophe in front (OWASP, CSV injection).
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = value.replace(FORMULA, "'").replace(INNER_FORMULA, "$1'");
  return /[",;\r\n\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Lines as spreadsheet programs expect them: UTF-8 with a byte order mark, for Excel, and CRLF (RFC 4180). */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** The manifest as a table: a row for each packet, and one for each applicant of whom none was made. */
export function manifestCsv({ applicants }: Manifest): string {
  const rows: (string | number)[][] = [[...COLUMNS]];
  for (const { id, name, source, status, findings, problems, packets } of applicants) {
    const who = [id ?? source, name ?? ''];
    if (status === 'failed') {
      const { errors, warnings, notes } = findings;
      rows.push([...who, '', '', '', '', status, '', '', '', '', errors, warnings, notes, '', '', '', problems[0]?.message ?? '']); // prettier-ignore
    }
    for (const packet of packets) {
      const { letter, writer, specialty, due, file, pages, bytes, conformance, seconds } = packet;
      const { errors, warnings, notes } = packet.findings;
      rows.push([...who, letter, writer, specialty, due, packet.status, file ?? '', pages, bytes, packet.sha256 ?? '', errors, warnings, notes, conformance?.pdfUa ?? '', conformance?.pdfA ?? '', seconds, packet.problems[0]?.message ?? '']); // prettier-ignore
    }
  }
  return csvText(rows);
}
