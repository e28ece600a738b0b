import type { Attachable } from './attachable.js';
import type { PlannedLetter } from '../plan/index.js';
import { type Brief, BRIEF_CONTRACT } from '../schema/brief.js';

/** A file to attach. */
export interface AttachedFile {
  /** ASCII letters, digits, `-`, `_` and `.`; it says nothing of how the applicant names files. */
  readonly name: string;
  /** IANA media type. */
  readonly mediaType: string;
  /** What it is to the packet (ISO 32000-2, 7.11.3): the data that it presents, or a source of it. */
  readonly relationship: 'Data' | 'Source';
  /** For people, in a few words. */
  readonly description: string;
  readonly bytes: Uint8Array;
}

/**
 * The files to attach to a packet. They hold what this writer may see and nothing else: `application-json` is the
 * brief, not the application with its other letters, advisor notes and whatever is not opted in; `originals` is the
 * statement that this letter encloses, as its Markdown was written. File names of the applicant stay out.
 *
 * @param maker name and version of what made the packet
 */
export function attachedFiles(
  wanted: readonly Attachable[],
  brief: Brief,
  planned: PlannedLetter,
  { today, maker }: { readonly today: string; readonly maker: string },
): AttachedFile[] {
  const files: AttachedFile[] = [];
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (wanted.includes('application-json')) {
    const data = { contract: BRIEF_CONTRACT, maker, today, letter: planned.letter.id, brief };
    files.push({
      name: 'brief.json',
      mediaType: 'application/json',
      relationship: 'Data',
      description: 'The facts of this packet as JSON',
      bytes: encode(`${JSON.stringify(data, null, 2)}\n`),
    });
  }
  if (wanted.includes('originals') && brief.statement !== null) {
    const { text } = brief.statement;
    files.push({
      name: 'personal-statement.md',
      mediaType: 'text/markdown',
      relationship: 'Source',
      description: 'The personal statement as written',
      bytes: encode(text.endsWith('\n') ? text : `${text}\n`),
    });
  }
  return files;
}
