import type { PDFDict } from 'pdf-lib';
import { PDFName, PDFRawStream } from 'pdf-lib';
import type { Subject } from './problem.js';
import { elementsOf } from './structure-nodes.js';

/** All content is in marked content, not nested; every identifier belongs to one element and back. */
export function* contentIsTagged({ file, tagged }: Subject): Generator<string> {
  const used = new Map<string, PDFDict>();
  for (const element of elementsOf(tagged.root)) {
    for (const kid of element.kids) {
      if (kid.kind !== 'content') continue;
      const key = `${kid.page}:${kid.mcid}`;
      if (used.has(key)) yield `content ${key} belongs to two elements, or twice to one`;
      used.set(key, element.dict);
    }
  }
  const root = file.sub(file.catalog, 'StructTreeRoot');
  const numbers = file.list(file.get(file.sub(root, 'ParentTree'), 'Nums'));
  const parents = new Map<number, (typeof numbers)[number]>();
  for (let i = 0; i + 1 < numbers.length; i += 2) parents.set(file.number(numbers[i]) ?? -1, numbers[i + 1]!);
  const highest = Math.max(-1, ...parents.keys());
  if ((file.number(file.get(root, 'ParentTreeNextKey')) ?? -1) <= highest) yield 'ParentTreeNextKey is taken';
  for (const [index, { marks, faults }] of [...tagged.pages, ...tagged.forms].entries()) {
    for (const fault of new Set(faults)) yield `page ${index + 1}: ${fault}`;
    const isPage = index < tagged.pages.length;
    const page = isPage ? file.pages[index]! : tagged.forms[index - tagged.pages.length]!.dict;
    if (isPage && file.name(file.get(page, 'Tabs')) !== 'S') yield `page ${index + 1} has no tab order by structure`;
    const owners = file.list(parents.get(file.number(file.get(page, 'StructParents')) ?? -1));
    const mcids = marks.flatMap(({ mcid }) => (mcid === undefined ? [] : [mcid]));
    if (new Set(mcids).size !== mcids.length) yield `page ${index + 1}: an MCID stands twice`;
    for (const mcid of mcids) {
      const element = used.get(`${index}:${mcid}`);
      if (!element) yield `page ${index + 1}: content ${mcid} belongs to no element`;
      else if (file.dict(owners[mcid]) !== element) yield `page ${index + 1}: ParentTree leads ${mcid} elsewhere`;
    }
    for (const key of used.keys()) {
      const [at, mcid] = key.split(':').map(Number) as [number, number];
      if (at === index && !mcids.includes(mcid)) yield `page ${index + 1}: there is no content ${mcid}`;
    }
  }
  for (const element of elementsOf(tagged.root)) {
    for (const kid of element.kids) {
      if (kid.kind === 'element' && file.dict(file.get(kid.dict, 'P')) !== element.dict) {
        yield `a ${kid.role} names another parent than the one it stands in`;
      }
      if (kid.kind !== 'annotation') continue;
      const key = file.number(kid.annotation.get(PDFName.of('StructParent')));
      if (key === undefined || file.dict(parents.get(key)) !== element.dict) yield 'an annotation leads elsewhere';
    }
  }
}

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Least contrast of text (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** All text that is drawn, headers and footers too, stands out from what lies under it. */
export function* textIsLegible({ tagged }: Subject): Generator<string> {
  const pairs = new Map<string, number>();
  tagged.pages.forEach(({ marks }, index) => {
    for (const { paints } of marks) {
      for (const { kind, color, background } of paints) {
        if (kind === 'text' && background !== undefined) pairs.set(`${color} on ${background}`, index + 1);
      }
    }
  });
  for (const [pair, page] of pairs) {
    const [color, background] = pair.split(' on ') as [string, string];
    const ratio = contrast(color, background);
    if (ratio < LEAST_CONTRAST) yield `page ${page}: ${pair} has a contrast of ${ratio.toFixed(2)}`;
  }
}

/** Every font is embedded, a subset, and says what its glyphs mean, unless appended documents are known not to be so. */
export function* fontsAreEmbedded({ file, expected }: Subject): Generator<string> {
  if (expected.claims.pdfA === null) return;
  for (const { dict, where } of file.dictionaries()) {
    if (file.name(file.get(dict, 'Type')) !== 'Font') continue;
    const name = file.name(file.get(dict, 'BaseFont')) ?? '';
    if (!/^[A-Z]{6}\+/.test(name)) yield `${where}: ${name} is no subset`;
    if (file.name(file.get(dict, 'Subtype')) === 'Type0') {
      if (!(file.follow(file.get(dict, 'ToUnicode')) instanceof PDFRawStream)) yield `${name} has no ToUnicode`;
      continue;
    }
    if (!(file.follow(file.get(file.sub(dict, 'FontDescriptor'), 'FontFile2')) instanceof PDFRawStream)) {
      yield `${name} is not embedded`;
    }
  }
}

const ACTIVE_KEYS = ['JS', 'JavaScript', 'AA', 'OpenAction', 'XFA', 'AcroForm', 'Encrypt', 'RichMediaContent', 'Perms'];
const SAFE_ACTIONS: ReadonlySet<string> = new Set(['URI', 'GoTo']);

/** Nothing runs, nothing is hidden, nothing comes from outside. */
export function* nothingIsActive({ file }: Subject): Generator<string> {
  if (file.document.isEncrypted || file.document.context.trailerInfo.Encrypt) yield 'the file is encrypted';
  for (const { dict, where } of file.dictionaries()) {
    for (const key of ACTIVE_KEYS) if (dict.has(PDFName.of(key))) yield `${where} has ${key}`;
    const type = file.name(file.get(dict, 'Type'));
    const action = file.name(file.get(dict, 'S'));
    if (type === 'Action' && !SAFE_ACTIONS.has(action ?? '')) yield `${where} is an action ${action}`;
    if (type === 'Annot' && file.name(file.get(dict, 'Subtype')) !== 'Link') yield `${where} is no link`;
    // A stream whose data is in another file (PDF 1.7, 7.3.8.2).
    if (dict.has(PDFName.of('F')) && dict.has(PDFName.of('Length'))) yield `${where} lies outside the file`;
    if (file.name(file.get(dict, 'FS')) === 'URL') yield `${where} is a file elsewhere`;
  }
}
