import type { PDFDict, PDFObject } from 'pdf-lib';
import type { SourceDocument } from './source-document.js';
import type { SourcePage } from './source-pages.js';

/** What a document has that does things or carries files, and that its copy does not have. */
export function activeContent(source: SourceDocument, pages: readonly SourcePage[]): string[] {
  const key = (name: string) => source.lib.PDFName.of(name);
  const found = new Set<string>();
  const { catalog } = source;
  const names = source.dictionary(catalog.get(key('Names')));
  if (names?.has(key('JavaScript'))) found.add('scripts');
  if (names?.has(key('EmbeddedFiles')) || catalog.has(key('AF'))) found.add('embedded files');
  const form = source.dictionary(catalog.get(key('AcroForm')));
  if (form?.has(key('XFA'))) found.add('an XFA form');
  const actions = (dictionary: PDFDict | undefined): void => {
    if (!dictionary) return;
    noteAction(source, dictionary.get(key('OpenAction')), found);
    noteAction(source, dictionary.get(key('A')), found);
    const additional = source.dictionary(dictionary.get(key('AA')));
    for (const [, action] of additional?.entries().slice(0, 50) ?? []) noteAction(source, action, found);
  };
  actions(catalog);
  for (const { dictionary } of pages) {
    actions(dictionary);
    for (const object of source
      .array(dictionary.get(key('Annots')))
      ?.asArray()
      .slice(0, 1000) ?? []) {
      const annotation = source.dictionary(object);
      actions(annotation);
      const kind = annotation && source.name(annotation.get(key('Subtype')));
      if (kind === 'FileAttachment') found.add('embedded files');
      if (['Sound', 'Movie', 'Screen', 'RichMedia', '3D'].includes(kind ?? '')) found.add('sound, video or 3D');
      if (kind === 'Text' || kind === 'Popup') found.add('remarks');
      if (kind === 'Widget' && source.name(annotation?.get(key('FT'))) === 'Sig') found.add('a digital signature');
    }
  }
  return [...found];
}

function noteAction(source: SourceDocument, object: PDFObject | undefined, found: Set<string>): void {
  const action = source.resolve(object) instanceof source.lib.PDFArray ? undefined : source.dictionary(object);
  switch (action && source.name(action.get(source.lib.PDFName.of('S')))) {
    case 'JavaScript':
    case 'Rendition':
      found.add('scripts');
      break;
    case 'Launch':
    case 'GoToR':
    case 'GoToE':
    case 'SubmitForm':
    case 'ImportData':
      found.add('actions on other files');
      break;
    default:
  }
}
