import type { PDFDict } from 'pdf-lib';
import { PDFName } from 'pdf-lib';
import { differenceFromDocument, firstDifference, structureTexts } from './document-text.js';
import type { Subject } from './problem.js';
import { elementsOf, plain, type StructureNode, textOf } from './structure-nodes.js';

/**
 * The structure gives the text of the document that the file was made from, block by block and in order, and after it
 * that of each appended document.
 */
export function* textIsTheDocument({ tagged, expected }: Subject): Generator<string> {
  const { root } = tagged;
  const { tree, appended } = expected;
  const own = { ...root, kids: root.kids.slice(0, root.kids.length - appended.length) };
  const difference = differenceFromDocument(tree, structureTexts(own));
  if (difference !== undefined) yield difference;
  for (const [index, { title, texts }] of appended.entries()) {
    const section = root.kids[own.kids.length + index];
    if (section?.kind !== 'element' || section.title !== title) yield `the appended ${title} is not where it should be`;
    else {
      const other = firstDifference(texts, structureTexts(section));
      if (other !== undefined) yield `${title}: ${other}`;
    }
  }
}

/** Lists say how they are numbered, as their labels show. */
export function* listsAreNumbered({ tagged }: Subject): Generator<string> {
  for (const list of elementsOf(tagged.root)) {
    if (list.role !== 'L') continue;
    const numbering = list.attributes.get('ListNumbering');
    const labels = list.kids
      .flatMap((item) => (item.kind === 'element' ? item.kids : []))
      .filter((kid): kid is StructureNode => kid.kind === 'element' && kid.role === 'Lbl')
      .map((label) => plain(textOf(label)));
    if (!numbering || numbering.owner !== 'List') yield 'a list has no ListNumbering';
    else if (labels.length > 0 && labels.every((label) => /^\d+\.$/.test(label)) !== (numbering.value === 'Decimal')) {
      yield `a list of ${JSON.stringify(labels.slice(0, 3))} is numbered ${numbering.value}`;
    } else if (labels.some((label) => label === '•') && numbering.value !== 'Disc') yield 'bullets are no Disc';
  }
}

interface Bookmark {
  readonly level: number;
  readonly title: string;
  readonly element: PDFDict | undefined;
}

function* bookmarks({ file }: Subject, first: PDFDict | undefined, level: number): Generator<Bookmark> {
  const seen = new Set<PDFDict>();
  for (let at = first; at && !seen.has(at); at = file.sub(at, 'Next')) {
    seen.add(at);
    const destination = file.list(file.get(file.sub(at, 'A'), 'SD'));
    yield { level, title: file.text(file.get(at, 'Title')) ?? '', element: file.dict(destination[0]) };
    yield* bookmarks({ file } as Subject, file.sub(at, 'First'), level + 1);
  }
}

/**
 * Headings skip no level, and the outline lists them in their order and depth. Of an appended document it lists the
 * heading, and below it what the document's own outline has, which leads into its section.
 */
export function* headingsMatchOutline(subject: Subject): Generator<string> {
  const { file, tagged, expected } = subject;
  const { kids } = tagged.root;
  const sections = kids.slice(kids.length - expected.appended.length).filter((kid) => kid.kind === 'element');
  const foreign = new Set(
    sections.flatMap((section) => [section, ...[...elementsOf(section)].slice(2)].map(({ dict }) => dict)),
  );
  const all = [...elementsOf(tagged.root)].filter(({ role }) => /^H[1-6]$/.test(role));
  const headings = all.filter(({ dict }) => !foreign.has(dict));
  let above = 0;
  for (const heading of all) {
    const level = Number(heading.role.slice(1));
    if (level > above + 1) yield `${heading.role} follows H${above}: ${plain(textOf(heading))}`;
    above = level;
  }
  const marks = [...bookmarks(subject, file.sub(file.catalog, 'Outlines', 'First'), 1)];
  const order = headings.map(({ dict }) => dict);
  let last = -1;
  for (const { level, title, element } of marks) {
    if (element && foreign.has(element) && level > 2) continue;
    const at = element ? order.indexOf(element) : -1;
    const heading = headings[at];
    if (!heading) {
      yield `the outline entry ${JSON.stringify(title)} leads to no heading`;
      continue;
    }
    if (at <= last) yield `the outline entry ${JSON.stringify(title)} is out of order`;
    last = Math.max(last, at);
    if (plain(textOf(heading)) !== plain(title)) yield `${JSON.stringify(title)} leads to ${plain(textOf(heading))}`;
    if (Number(heading.role.slice(1)) !== level) yield `${JSON.stringify(title)} is ${heading.role} at depth ${level}`;
  }
  const listed = new Set(marks.map(({ element }) => element));
  for (const heading of headings) {
    if (heading.role === 'H1' && !listed.has(heading.dict)) yield `${plain(textOf(heading))} is not in the outline`;
  }
}

/** Every link says what it is and where it leads. */
export function* linksAreDescribed({ file, tagged }: Subject): Generator<string> {
  const tied = new Set<PDFDict>();
  for (const link of elementsOf(tagged.root)) {
    if (link.role !== 'Link') continue;
    // What is drawn by an appended page has no text of its own here.
    const text = plain(link.alt ?? textOf(link));
    const areas = link.kids.filter((kid) => kid.kind === 'annotation');
    if (text === '') yield 'a link has no text';
    if (areas.length === 0) yield `the link ${text} has no annotation`;
    for (const { annotation } of areas) {
      tied.add(annotation);
      const contents = file.text(file.get(annotation, 'Contents')) ?? '';
      if (plain(contents) === '') yield `the link ${text} has no description`;
      const action = file.sub(annotation, 'A');
      const leads = file.text(file.get(action, 'URI')) ?? file.list(file.get(action, 'D'))[0];
      if (leads === undefined) yield `the link ${text} leads nowhere`;
    }
  }
  for (const page of file.pages) {
    for (const annotation of file.list(file.get(page, 'Annots'))) {
      const dict = file.dict(annotation);
      if (dict && !tied.has(dict)) yield `a ${file.name(dict.get(PDFName.of('Subtype')))} belongs to no Link`;
    }
  }
}

/** Rows are even, heads have a scope, and the heads that cells name are there. */
export function* tablesAreRegular({ file, tagged }: Subject): Generator<string> {
  const names = file.list(file.get(file.sub(file.catalog, 'StructTreeRoot', 'IDTree'), 'Names'));
  const ids = names.filter((_, index) => index % 2 === 0).map((name) => file.text(name) ?? '');
  if (ids.join('\n') !== [...ids].sort().join('\n')) yield 'IDTree is not in order';
  const heads = new Map(ids.map((id, index) => [id, file.dict(names[index * 2 + 1])]));
  for (const table of elementsOf(tagged.root)) {
    if (table.role !== 'Table') continue;
    const cells = [...elementsOf(table)].filter(({ role }) => role === 'TH' || role === 'TD');
    const own = new Map(cells.map((cell) => [cell.dict, cell]));
    const rows = [...elementsOf(table)].filter(({ role }) => role === 'TR').map(({ kids }) => kids.length);
    if (new Set(rows).size !== 1) yield `rows of ${rows.join(', ')} cells`;
    for (const cell of cells) {
      const scope = cell.attributes.get('Scope');
      if (cell.role === 'TH' && (!scope || scope.owner !== 'Table')) yield 'a TH has no Scope';
      for (const id of cell.headers) {
        const head = heads.get(id);
        if (!head || own.get(head)?.role !== 'TH' || own.get(head)?.id !== id) yield `no head ${id} in the table`;
      }
    }
    if (!cells.some(({ role }) => role === 'TH')) yield 'a table has no heads';
  }
}

/** Every figure has an alternative, and a box that lies on the page. */
export function* figuresAreDescribed({ file, tagged }: Subject): Generator<string> {
  for (const figure of elementsOf(tagged.root)) {
    if (figure.role !== 'Figure') continue;
    const name = plain(figure.alt ?? '');
    if (name === '') yield 'a figure has no alternative';
    const box = figure.attributes.get('BBox');
    const [left, bottom, right, top] = (box?.value.match(/-?[\d.]+/g) ?? []).map(Number) as (number | undefined)[];
    const page = file.sub(figure.dict, 'Pg');
    const [, , width = 0, height = 0] = file.list(file.get(page, 'MediaBox')).map((side) => file.number(side) ?? 0);
    const fits = left! >= 0 && bottom! >= 0 && right! <= width && top! <= height && right! > left! && top! > bottom!;
    if (box?.owner !== 'Layout' || !fits) yield `the box of the figure ${name} is ${box?.value ?? 'not there'}`;
  }
}
