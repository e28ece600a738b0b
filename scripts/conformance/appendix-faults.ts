import { type PDFDict, PDFName, PDFString } from 'pdf-lib';
import { actionOf, type Fault } from './faults.js';
import type { FaultyFile } from './faulty-file.js';

/** The section of the last appended document. */
function appendedSection(packet: FaultyFile): PDFDict {
  const sections = packet.elements.filter(({ role, title }) => role === 'Sect' && title !== undefined);
  const found = sections.at(-1);
  if (!found) throw new Error('the packet has no appended document');
  return found.dict;
}

/** The first form with marked content of its own. */
function taggedForm(packet: FaultyFile): PDFDict {
  for (const { dict } of packet.file.dictionaries()) {
    const isForm = packet.file.name(packet.file.get(dict, 'Subtype')) === 'Form';
    if (isForm && dict.has(PDFName.of('StructParents'))) return dict;
  }
  throw new Error('the packet has no tagged form');
}

/** Faults of appended documents: the first one in pictures, the last with its tags. */
export const APPENDIX_FAULTS: readonly Fault[] = [
  {
    name: 'appended documents in another order',
    check: 'text-is-the-document',
    inject: (p) => {
      const document = p.element('Document').dict;
      p.kids(document, (kids) => [...kids.slice(0, -2), ...kids.slice(-2).reverse()]);
    },
  },
  {
    name: 'appended document out of the structure',
    check: 'text-is-the-document',
    inject: (p) => p.kids(p.element('Document').dict, (kids) => kids.slice(0, -1)),
  },
  {
    name: 'appended pages without their tags',
    check: 'text-is-the-document',
    inject: (p) => p.kids(appendedSection(p), (kids) => kids.slice(0, 1)),
  },
  {
    name: 'appended page without alternative',
    check: 'ua1 7.3-1',
    inject: (p) => p.delete(p.elements.filter(({ role }) => role === 'Figure').at(-1)!.dict, 'Alt'),
  },
  {
    name: 'tags of an appended page that lead nowhere',
    check: 'content-is-tagged',
    inject: (p) => p.set(taggedForm(p), 'StructParents', 9999),
  },
  {
    name: 'appended page that starts a script',
    check: 'nothing-is-active',
    inject: (p) =>
      p.set(p.file.pages.at(-1)!, 'AA', p.object({ O: actionOf(p, { S: 'JavaScript', JS: PDFString.of('1') }) })),
  },
  {
    name: 'claim with a font that is not embedded',
    check: 'fonts-are-embedded',
    inject: (p) => {
      const { dict } = [...p.file.dictionaries()].findLast(({ dict: font }) => font.has(PDFName.of('FontFile2')))!;
      p.delete(dict, 'FontFile2');
    },
  },
];
