import { isInline, isLeaf, plain, type StructureKid, type StructureNode, type TaggedFile } from './structure-nodes.js';

const SOFT_HYPHEN = '\u00ad';

/**
 * The structure tree as text that reads like the document: one line for each element, its attributes in parentheses,
 * its text after a colon; elements inside a line of text stand in brackets.
 */
export function structureText({ root }: TaggedFile): string {
  const ids = new Map<string, string>();
  const collect = (node: StructureNode): void => {
    if (node.id !== undefined) ids.set(node.id, plain(inlineText(node)));
    for (const kid of node.kids) if (kid.kind === 'element') collect(kid);
  };
  collect(root);
  const lines: string[] = [];
  const visit = (node: StructureNode, depth: number): void => {
    const about = describe(node, ids);
    const text = isLeaf(node) ? plain(node.actualText ?? ownText(node)) : '';
    lines.push(`${'  '.repeat(depth)}${about}${text === '' ? '' : `: ${text}`}`);
    if (isLeaf(node)) return;
    let own: StructureKid[] = [];
    const flush = (): void => {
      const loose = plain(own.map(kidText).join(''));
      if (loose !== '') lines.push(`${'  '.repeat(depth + 1)}"${loose}"`);
      own = [];
    };
    for (const kid of node.kids) {
      if (kid.kind !== 'element' || isInline(kid)) {
        own.push(kid);
        continue;
      }
      flush();
      visit(kid, depth + 1);
    }
    flush();
  };
  visit(root, 0);
  return `${lines.join('\n')}\n`;
}

function describe(node: StructureNode, ids: ReadonlyMap<string, string>): string {
  const notes: string[] = [...node.attributes].map(([name, { value }]) =>
    name === 'Scope' || name === 'ListNumbering' ? value : name === 'BBox' ? 'boxed' : `${name} ${value}`,
  );
  if (node.title !== undefined) notes.push(`"${node.title}"`);
  if (node.lang !== undefined) notes.push(`lang ${node.lang}`);
  if (node.alt !== undefined) notes.push(`alt "${node.alt}"`);
  if (node.headers.length > 0) notes.push(`of ${node.headers.map((id) => ids.get(id) ?? `?${id}`).join(' / ')}`);
  return notes.length === 0 ? node.role : `${node.role} (${notes.join(', ')})`;
}

/** The text of an element; what a figure draws is replaced by its alternative, only its caption is read. */
function ownText(node: StructureNode): string {
  if (node.role !== 'Figure') return inlineText(node);
  return node.kids.flatMap((kid) => (kid.kind === 'element' && kid.role === 'Caption' ? kidText(kid) : [])).join('');
}

function inlineText(node: StructureNode): string {
  return node.kids.map(kidText).join('');
}

function kidText(kid: StructureKid): string {
  if (kid.kind === 'content') return kid.text;
  if (kid.kind === 'annotation') return '';
  const text = kid.actualText ?? ownText(kid);
  if (text === SOFT_HYPHEN) return '';
  const start = /^\s*/.exec(text)![0];
  const end = /\s*$/.exec(text.slice(start.length))![0];
  return text === '' && kid.role === 'Figure'
    ? `[${describe(kid, new Map())}]`
    : `${start}[${describe(kid, new Map())}: ${text.slice(start.length, text.length - end.length)}]${end}`;
}
