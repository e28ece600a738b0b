import { bytesOf, deflated, onePage, rawPdf, SQUARE, type RawObject } from './raw-pdf.js';
import type { CorpusFile } from './types.js';

const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>';
const text = (value: Uint8Array): string => String.fromCharCode(...value);
const without = (pattern: RegExp): Uint8Array => bytesOf(text(onePage()).replace(pattern, ''));

/** Files that are no PDF, or no longer a whole one. */
export const DAMAGED: readonly CorpusFile[] = [
  { name: 'plain', make: () => onePage(), expected: 1 },
  { name: 'empty', make: () => new Uint8Array(0), expected: 'appendix/not-pdf' },
  { name: 'text', make: () => bytesOf('Dear Dr. Ostrander,\n'), expected: 'appendix/not-pdf' },
  { name: 'web-page', make: () => bytesOf('\n<!DOCTYPE html><html></html>'), expected: 'appendix/not-pdf' },
  { name: 'jpeg', make: () => bytesOf('\xff\xd8\xff\xe0\0\x10JFIF\0', 'x'.repeat(99)), expected: 'appendix/not-pdf' },
  { name: 'header-only', make: () => bytesOf('%PDF-1.7\n'), expected: 'appendix/damaged' },
  { name: 'header-and-noise', make: () => bytesOf('%PDF-1.7\n', noise(400_000)), expected: 'appendix/damaged' },
  { name: 'garbage-before-header', make: () => bytesOf('HTTP/1.1 200 OK\r\n\r\n', onePage()), expected: 1 },
  { name: 'missing-endobj', make: () => without(/endobj\n/g), expected: 1, notes: ['appendix/repaired'] },
  { name: 'missing-endstream', make: () => without(/endstream\n/g), expected: 1, notes: ['appendix/repaired'] },
  { name: 'truncated', make: () => onePage().subarray(0, 330), expected: 1, notes: ['appendix/repaired'] },
  {
    name: 'truncated-early',
    make: () => onePage().subarray(0, 150),
    expected: 'appendix/no-pages',
    notes: ['appendix/no-pages'],
  },
  { name: 'no-table', make: () => onePage({ table: 'none' }), expected: 1, notes: ['appendix/repaired'] },
  { name: 'wrong-table', make: () => onePage({ table: 'wrong' }), expected: 1, notes: ['appendix/repaired'] },
  { name: 'wrong-startxref', make: () => onePage({ startxref: 99_999 }), expected: 1, notes: ['appendix/repaired'] },
  { name: 'negative-startxref', make: () => onePage({ startxref: -4 }), expected: 1, notes: ['appendix/repaired'] },
  { name: 'circle-of-tables', make: () => onePage({ trailer: '/Prev 400 /XRefStm 9' }), expected: 1 },
  {
    name: 'no-catalog',
    make: () => bytesOf(text(onePage()).replaceAll('/Catalog', '/Cat').replace('/Root 1', '/Root 9')),
    expected: 1,
    notes: ['appendix/repaired'],
  },
  {
    name: 'stream-length-too-short',
    make: () => onePage({ content: { entries: '/Length 3 ', data: SQUARE } }),
    expected: 1,
  },
  {
    name: 'stream-length-too-long',
    make: () => onePage({ content: { entries: '/Length 9999999 ', data: SQUARE } }),
    expected: 1,
  },
  {
    name: 'stream-length-itself',
    make: () => onePage({ content: { entries: '/Length 4 0 R ', data: SQUARE } }),
    expected: 1,
  },
  {
    name: 'stream-length-nowhere',
    make: () => onePage({ content: { entries: '/Length 99 0 R ', data: SQUARE } }),
    expected: 1,
  },
  { name: 'broken-deflate', make: () => onePage({ content: brokenDeflate() }), expected: 1 },
  {
    name: 'unknown-filter',
    make: () => onePage({ content: { entries: '/Filter /Nonsense', data: SQUARE } }),
    expected: 1,
    hasInk: false,
  },
  { name: 'unterminated-string', make: () => onePage({ more: ['(never closed \\'] }), expected: 1 },
  {
    name: 'unterminated-content',
    make: () => onePage({ content: { entries: '', data: `${SQUARE}(never closed` } }),
    expected: 1,
  },
  {
    name: 'no-contents',
    make: () => bytesOf(text(onePage()).replace('/Contents 4 0 R', '               ')),
    expected: 1,
    hasInk: false,
  },
  { name: 'null-contents', make: () => rawPdf(pageOf('[null 5 0 R 4 0 R 99 0 R]')), expected: 1 },
  {
    name: 'split-contents',
    make: () =>
      rawPdf([
        ...pageOf('[4 0 R 5 0 R]').slice(0, 3),
        { entries: '', data: '0 0 0 rg 150 300' },
        { entries: '', data: '250 250 re f' },
      ]),
    expected: 1,
  },
  {
    name: 'no-resources',
    make: () => onePage({ content: { entries: '', data: `BT /F1 12 Tf (x) Tj ET /X Do /G gs ${SQUARE}` } }),
    expected: 1,
  },
  {
    name: 'unbalanced-states',
    make: () => onePage({ content: { entries: '', data: `Q Q q q EMC BT ${SQUARE} ET Q nonsense 5 wrong` } }),
    expected: 1,
  },
  {
    name: 'page-without-type',
    make: () => bytesOf(text(onePage()).replace('/Type /Page /Parent', '/Parent')),
    expected: 1,
    notes: ['appendix/repaired'],
  },
  {
    name: 'kids-null',
    make: () => bytesOf(text(onePage()).replace('[3 0 R]', '[null 77 0 R 3 0 R (x) 4 0 R]')),
    expected: 1,
    notes: ['appendix/repaired'],
  },
  {
    name: 'zero-pages',
    make: () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
    expected: 'appendix/no-pages',
  },
  { name: 'pages-not-asked', make: () => onePage(), request: { pages: '7-9' }, expected: 'appendix/no-pages' },
  {
    name: 'more-pages-asked',
    make: () => onePage(),
    request: { pages: '1-3' },
    expected: 1,
    notes: ['appendix/no-pages'],
  },
  {
    name: 'circle-of-pages',
    make: () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>',
        PAGE,
        { entries: '', data: SQUARE },
      ]),
    expected: 1,
    notes: ['appendix/repaired'],
  },
];

function pageOf(contents: string): RawObject[] {
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    PAGE.replace('4 0 R', contents),
    { entries: '', data: SQUARE },
    'null',
  ];
}

/** A deflated stream whose second half is lost. */
function brokenDeflate(): RawObject {
  const whole = deflated(SQUARE + '% remark\n'.repeat(200) + noiseText(4000)) as { entries: string; data: Uint8Array };
  return { entries: whole.entries, data: whole.data.subarray(0, whole.data.length - 1500) };
}

function noise(length: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16);
}

function noiseText(length: number): string {
  return Array.from(noise(length), (byte) => `% ${byte}\n`).join('');
}
