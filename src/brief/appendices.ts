import type { PlannedAppendix } from '../plan/index.js';
import type { AppendixKind } from '../schema/appendix.js';
import type { Brief } from '../schema/brief.js';

/** What became of a document that the packet was to append. */
export interface AppendixResult {
  readonly planned: Pick<PlannedAppendix, 'title' | 'kind'>;
  /** Letter and number of its pages; null when it has none here. */
  readonly pages: { readonly label: string; readonly count: number } | null;
  readonly isAttached: boolean;
  /** Why it is not there, as a code `appendix/what`; null when it is. */
  readonly problem: string | null;
}

const KINDS: Readonly<Record<AppendixKind, string>> = {
  'letter-request-form': 'Letter Request Form',
  cv: 'curriculum vitae',
  'standardized-form': 'standardized form',
  publication: 'publication',
  transcript: 'transcript',
  other: 'document',
};

/** Why a document is missing, for a writer who cannot mend it. */
const REASONS: Readonly<Record<string, string>> = {
  'appendix/encrypted': 'It is protected by a password and could not be added here.',
  'appendix/too-large': 'It is too large to be added here.',
  'appendix/portfolio': 'It is a collection of files and could not be added here.',
  'appendix/dynamic-form': 'It is an interactive form and could not be added here.',
  'appendix/no-pages': 'The pages meant for you are not in the file that I have.',
};

/** The documents that come with this packet, and those that should and do not. */
export function appendicesOf(results: readonly AppendixResult[]): Brief['appendices'] {
  return results.map(({ planned, pages, isAttached, problem }) => ({
    label: pages?.label ?? null,
    title: planned.title,
    kind: KINDS[planned.kind],
    count: pages?.count ?? 0,
    pages: pages === null ? null : pageRange(pages),
    isAttached,
    missing: problem === null ? null : (REASONS[problem] ?? 'The file could not be read.'),
  }));
}

function pageRange({ label, count }: { readonly label: string; readonly count: number }): string {
  return count === 1 ? `${label}-1` : `${label}-1 to ${label}-${count}`;
}
