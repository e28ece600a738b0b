import type { PeerDocument } from '../content.js';

export function typstSource(document: PeerDocument, version?: { readonly context: boolean }): string;
