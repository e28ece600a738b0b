import { describe, expect, it } from 'vitest';
import { attachedAppendices } from '../../../src/pdf/appendix/attached-appendices.js';
import type { AppendixOutcome, AppendixRequest } from '../../../src/pdf/appendix/types.js';
import type { AppendedDocument } from '../../../src/layout/appended-document.js';

const request = (file: string, title: string, more: Partial<AppendixRequest> = {}): AppendixRequest => {
  return { file, title, mode: 'figure', path: '', ...more };
};
const document = {} as AppendedDocument;
const outcomes: AppendixOutcome[] = [
  { request: request('form.pdf', 'Letter Request Form'), kind: 'pages', document },
  { request: request('thesis.pdf', 'Thesis', { pages: '1-3' }), kind: 'pages', document },
  { request: request('cv.pdf', 'CV', { mode: 'attach-only' }), kind: 'attached', bytes: Uint8Array.of(3) },
  { request: request('lost.pdf', 'Lost'), kind: 'missing', code: 'appendix/encrypted' },
];
const files = {
  'form.pdf': Uint8Array.of(1),
  'thesis.pdf': Uint8Array.of(2),
  'cv.pdf': Uint8Array.of(3),
  'lost.pdf': Uint8Array.of(4),
};

describe('appended documents as attachments', () => {
  it('are those alone that only go along, unless originals are asked for', () => {
    expect(attachedAppendices(outcomes)).toMatchObject([
      { name: 'cv.pdf', relationship: 'Supplement', bytes: Uint8Array.of(3) },
    ]);
  });

  it('are the originals of what is appended whole, never of what the writer sees in part', () => {
    expect(attachedAppendices(outcomes, files)).toMatchObject([
      { name: 'letter-request-form.pdf', relationship: 'Source', description: 'Letter Request Form' },
      { name: 'cv.pdf', relationship: 'Supplement' },
    ]);
  });
});
