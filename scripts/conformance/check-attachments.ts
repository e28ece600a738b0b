import { createHash } from 'node:crypto';
import { PDFName, PDFRawStream } from 'pdf-lib';
import type { Subject } from './problem.js';

const RELATIONSHIPS: ReadonlySet<string> = new Set(['Source', 'Data', 'Alternative', 'Supplement']);

/** The file carries the attachments that were asked for, no others, each with what PDF/A-3 wants to know of it. */
export function* attachmentsAreDescribed({ file, expected }: Subject): Generator<string> {
  const entries = file.list(file.get(file.sub(file.catalog, 'Names', 'EmbeddedFiles'), 'Names'));
  const names = entries.filter((_, index) => index % 2 === 0).map((name) => file.text(name) ?? '');
  const wanted = [...expected.attachments].sort();
  if (names.join('\n') !== wanted.join('\n')) yield `carries ${names.join(', ') || 'none'}, not ${wanted.join(', ')}`;
  const associated = file.list(file.get(file.catalog, 'AF')).map((item) => file.dict(item));
  const embedded = [...file.dictionaries()].filter(({ dict }) => file.name(file.get(dict, 'Type')) === 'EmbeddedFile');
  if (embedded.length !== names.length) yield `${embedded.length} embedded files, ${names.length} in the list`;
  for (const [index, name] of names.entries()) {
    const spec = file.dict(entries[index * 2 + 1]);
    if (!associated.includes(spec)) yield `${name} is not associated with the document`;
    if (file.text(file.get(spec, 'UF')) !== name) yield `${name} has another name inside`;
    if (!file.text(file.get(spec, 'Desc'))) yield `${name} has no description`;
    if (!RELATIONSHIPS.has(file.name(file.get(spec, 'AFRelationship')) ?? '')) yield `${name} has no relationship`;
    const stream = file.follow(file.get(file.sub(spec, 'EF'), 'F'));
    if (!(stream instanceof PDFRawStream)) {
      yield `${name} has no content`;
      continue;
    }
    const data = file.data(stream);
    const parameters = file.sub(stream.dict, 'Params');
    if (!/^\w+\/[\w.+-]+$/.test(file.name(stream.dict.get(PDFName.of('Subtype'))) ?? '')) yield `${name} has no type`;
    if (file.number(file.get(parameters, 'Size')) !== data.length) yield `${name} is not as long as it says`;
    if (!file.text(file.get(parameters, 'ModDate'))) yield `${name} has no date`;
    const sum = file.follow(file.get(parameters, 'CheckSum'));
    const digits = createHash('md5').update(data).digest('hex').toUpperCase();
    if (sum?.toString().toUpperCase() !== `<${digits}>`) yield `${name} has another checksum`;
  }
}
