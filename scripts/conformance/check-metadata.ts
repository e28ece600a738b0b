import { PDFName, PDFRawStream } from 'pdf-lib';
import type { Subject } from './problem.js';

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => {
    return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name]!;
  });
}

function xmpOf({ file }: Subject): string {
  return Buffer.from(file.data(file.get(file.catalog, 'Metadata'))).toString('utf8');
}

/** The text of an XMP property, of its first item if it is an array. */
function property(xmp: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>\\s*(?:<rdf:\\w+>\\s*<rdf:li[^>]*>)?([^<]*)<`).exec(xmp)?.[1];
  return found === undefined ? undefined : unescapeXml(found);
}

const SAME: readonly (readonly [string, string])[] = [
  ['Title', 'dc:title'],
  ['Author', 'dc:creator'],
  ['Subject', 'dc:description'],
  ['Keywords', 'pdf:Keywords'],
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer'],
];

/** The document information says what XMP says, and the other way round. */
export function* infoIsXmp(subject: Subject): Generator<string> {
  const { file } = subject;
  const xmp = xmpOf(subject);
  const info = file.document.context.trailerInfo.Info;
  for (const [key, name] of SAME) {
    const [inInfo, inXmp] = [file.text(file.get(info, key)), property(xmp, name)];
    if (inInfo !== inXmp) yield `${key} is ${JSON.stringify(inInfo)} but ${name} is ${JSON.stringify(inXmp)}`;
  }
  for (const [key, name] of [
    ['CreationDate', 'xmp:CreateDate'],
    ['ModDate', 'xmp:ModifyDate'],
  ] as const) {
    const inInfo = file.text(file.get(info, key));
    const inXmp = property(xmp, name);
    if (inInfo !== `D:${(inXmp ?? '').replace(/[-:T]/g, '')}`) yield `${key} is ${inInfo} but ${name} is ${inXmp}`;
  }
  for (const [key] of file.dict(info)?.entries() ?? []) {
    const known = [...SAME.map(([name]) => name), 'CreationDate', 'ModDate'];
    if (!known.includes(key.decodeText())) yield `the document information has ${key.decodeText()}, XMP has not`;
  }
  if (!property(xmp, 'dc:title')) yield 'there is no title';
}

/** XMP can be read without knowing PDF. */
export function* xmpIsPlain({ file }: Subject): Generator<string> {
  const stream = file.follow(file.get(file.catalog, 'Metadata'));
  if (!(stream instanceof PDFRawStream)) yield 'there is no XMP';
  else if (stream.dict.has(PDFName.of('Filter'))) yield 'XMP is compressed';
  else if (!Buffer.from(file.bytes).includes('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>')) {
    yield 'the XMP packet does not stand in the file as it is';
  }
}

/** The file claims what the result of rendering says, and that is what it must keep. */
export function* claimsHold(subject: Subject): Generator<string> {
  const { pdfA, pdfUa, reasons } = subject.expected.conformance;
  const xmp = xmpOf(subject);
  const part = property(xmp, 'pdfaid:part');
  const claimed = part === undefined ? null : `${part}${property(xmp, 'pdfaid:conformance')?.toLowerCase()}`;
  if (claimed !== pdfA) yield `XMP claims PDF/A-${claimed}, the result says ${pdfA}`;
  const ua = property(xmp, 'pdfuaid:part') ?? null;
  if (ua !== pdfUa) yield `XMP claims PDF/UA-${ua}, the result says ${pdfUa}`;
  const { claims } = subject.expected;
  if (pdfUa !== claims.pdfUa || pdfA !== claims.pdfA) {
    const why = reasons.map(({ message }) => message).join('; ');
    yield `PDF/UA-${pdfUa} and PDF/A-${pdfA}, not ${claims.pdfUa} and ${claims.pdfA}: ${why}`;
  }
}

/** Rendering noticed what there was to notice, mostly nothing. */
export function* noticedIsExpected({ expected: { diagnostics, codes } }: Subject): Generator<string> {
  const [found, wanted] = [[...diagnostics].sort().join(', '), [...codes].sort().join(', ')];
  if (found !== wanted) yield `rendering noticed ${found || 'nothing'}, not ${wanted || 'nothing'}`;
}
