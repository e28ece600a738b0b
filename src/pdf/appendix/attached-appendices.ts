import type { Attachment } from '../types.js';
import type { AppendixOutcome } from './types.js';

/**
 * The documents that only go along as files, byte for byte. Their names come from their titles: how the applicant names
 * files stays out of the packet.
 */
export function attachedAppendices(outcomes: readonly AppendixOutcome[]): Attachment[] {
  const taken = new Set<string>();
  return outcomes.flatMap((outcome): Attachment[] => {
    if (outcome.kind !== 'attached') return [];
    const { title } = outcome.request;
    const stem = slug(title);
    let name = `${stem}.pdf`;
    for (let count = 2; taken.has(name); count++) name = `${stem}-${count}.pdf`;
    taken.add(name);
    const { bytes } = outcome;
    return [{ name, mediaType: 'application/pdf', relationship: 'Supplement', description: title, bytes }];
  });
}

function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return words.slice(0, 60) || 'document';
}
