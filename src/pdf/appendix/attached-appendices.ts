import type { Attachment } from '../types.js';
import type { AppendixOutcome } from './types.js';

/**
 * The documents that go along as files, byte for byte: those that only do, and on request the originals of those whose
 * pages are appended. A document of which only some pages are appended stays out: the writer is meant to see no more.
 * Names come from titles: how the applicant names files stays out of the packet.
 *
 * @param originals bytes of the files by the names of the application; undefined when originals are not asked for
 */
export function attachedAppendices(
  outcomes: readonly AppendixOutcome[],
  originals?: Readonly<Record<string, Uint8Array>>,
): Attachment[] {
  const taken = new Set<string>();
  return outcomes.flatMap((outcome): Attachment[] => {
    const { title, file, pages } = outcome.request;
    const isWhole = outcome.kind === 'pages' && pages === undefined;
    const bytes = outcome.kind === 'attached' ? outcome.bytes : isWhole ? originals?.[file] : undefined;
    if (bytes === undefined) return [];
    const stem = slug(title);
    let name = `${stem}.pdf`;
    for (let count = 2; taken.has(name); count++) name = `${stem}-${count}.pdf`;
    taken.add(name);
    const relationship = outcome.kind === 'attached' ? 'Supplement' : 'Source';
    return [{ name, mediaType: 'application/pdf', relationship, description: title, bytes }];
  });
}

function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return words.slice(0, 60) || 'document';
}
