import { diagnostic } from '../diagnostics/index.js';
import { OutputError } from '../errors.js';
import type { ObjectStore } from './object-store.js';
import { asciiString, type Reference, textString } from './pdf-value.js';
import type { PdfMetadata } from './types.js';

/** Metadata as it enters the file: the same strings go into the document information and into XMP. */
export interface DocumentInformation {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly creator: string;
  readonly language: string;
  /** `2026-07-01T00:00:00Z` */
  readonly instant: string;
}

/** Without what XML 1.0 cannot hold, which XMP would have to drop and then differ from the document information. */
function xmlSafe(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\0-\x1f\x7f-\x9f\ufffe\uffff]/g, '');
}

/**
 * Checks and cleans metadata.
 *
 * @throws OutputError when the date is not an ISO 8601 instant with a time zone
 */
export function documentInformation(metadata: PdfMetadata): DocumentInformation {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(metadata.date);
  const time = isInstant ? Date.parse(metadata.date) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new OutputError('the PDF cannot be written', [
      diagnostic('error', 'output/write-failed', 'the date of the metadata is not an instant in UTC', {
        path: 'metadata.date',
        found: metadata.date,
        hints: ['write it as 2026-07-01T00:00:00Z'],
      }),
    ]);
  }
  return {
    title: xmlSafe(metadata.title),
    author: xmlSafe(metadata.author),
    subject: xmlSafe(metadata.subject),
    keywords: metadata.keywords.map(xmlSafe).join(', '),
    creator: xmlSafe(metadata.creator),
    language: xmlSafe(metadata.language),
    instant: `${new Date(time).toISOString().slice(0, 19)}Z`,
  };
}

/** The instant as a PDF date (PDF 1.7, 7.9.4). */
export function pdfDate({ instant }: DocumentInformation): string {
  return `D:${instant.replace(/[-:T]/g, '')}`;
}

/** Writes the document information dictionary (PDF 1.7, 14.3.3). Empty entries are left out. */
export function writeInformation(store: ObjectStore, information: DocumentInformation): Reference {
  const text = (value: string) => (value === '' ? undefined : textString(value));
  const date = asciiString(pdfDate(information));
  return store.add({
    Title: text(information.title),
    Author: text(information.author),
    Subject: text(information.subject),
    Keywords: text(information.keywords),
    Creator: text(information.creator),
    Producer: text(information.creator),
    CreationDate: date,
    ModDate: date,
  });
}
