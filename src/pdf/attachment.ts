import { md5Hex } from './md5.js';
import type { ObjectStore } from './object-store.js';
import { asciiString, hexString, type PdfValue, type Reference, textString } from './pdf-value.js';
import type { Attachment } from './types.js';

/** What the catalog says of attached files. */
export interface AttachmentEntries {
  /** The list by name that viewers show. */
  readonly EmbeddedFiles: PdfValue;
  /** The same files as associated with the whole document (ISO 19005-3, 6.8). */
  readonly AF: readonly Reference[];
}

/** Orders strings by code unit, as name trees are (PDF 1.7, 7.9.6). */
function byName(a: Attachment, b: Attachment): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/**
 * Embeds files (PDF 1.7, 7.11.4) as ISO 19005-3 wants them: with type, date, size, checksum and what they are to the
 * document. Names are ASCII.
 *
 * @param date PDF date of the file
 */
export function writeAttachments(
  store: ObjectStore,
  attachments: readonly Attachment[],
  date: string,
): AttachmentEntries | undefined {
  if (attachments.length === 0) return undefined;
  const ordered = [...attachments].sort(byName);
  const files = ordered.map(({ name, mediaType, relationship, description, bytes }) => {
    const stream = store.addStream(bytes, {
      Type: 'EmbeddedFile',
      Subtype: mediaType,
      Params: {
        Size: bytes.length,
        CreationDate: asciiString(date),
        ModDate: asciiString(date),
        CheckSum: hexString(md5Hex(bytes).toUpperCase()),
      },
    });
    return store.add({
      Type: 'Filespec',
      F: asciiString(name),
      UF: textString(name),
      Desc: textString(description),
      AFRelationship: relationship,
      EF: { F: stream, UF: stream },
    });
  });
  return {
    EmbeddedFiles: { Names: ordered.flatMap(({ name }, index) => [asciiString(name), files[index]!]) },
    AF: files,
  };
}
