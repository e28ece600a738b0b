import type { PDFDict, PDFObject } from 'pdf-lib';
import type { SourceDocument } from './source-document.js';

/**
 * Which layers a document hides when it is opened (PDF 1.7, 8.11.4). The appended copy has no layers: what is hidden
 * must not come to light in it.
 */
export function hiddenLayers(document: SourceDocument): (membership: PDFObject | undefined) => boolean {
  const { lib } = document;
  const key = (name: string) => lib.PDFName.of(name);
  const properties = document.dictionary(document.catalog.get(key('OCProperties')));
  const settings = properties && document.dictionary(properties.get(key('D')));
  const listed = (name: string): Set<PDFDict> => {
    const groups = document.array(settings?.get(key(name)))?.asArray() ?? [];
    return new Set(groups.flatMap((group) => document.dictionary(group) ?? []));
  };
  const off = listed('OFF');
  const on = listed('ON');
  const isOffByDefault = document.name(settings?.get(key('BaseState'))) === 'OFF';
  const isGroupHidden = (group: PDFDict): boolean => off.has(group) || (isOffByDefault && !on.has(group));

  return (membership) => {
    const own = document.dictionary(membership);
    if (!own || !settings) return false;
    const members = own.get(key('OCGs'));
    if (members === undefined) return isGroupHidden(own);
    const list = document.array(members)?.asArray() ?? [members];
    const hidden = list.flatMap((group) => document.dictionary(group) ?? []).map(isGroupHidden);
    if (hidden.length === 0) return false;
    switch (document.name(own.get(key('P')))) {
      case 'AllOn':
        return hidden.some((is) => is);
      case 'AnyOff':
        return !hidden.some((is) => is);
      case 'AllOff':
        return !hidden.every((is) => is);
      default:
        return hidden.every((is) => is);
    }
  };
}
