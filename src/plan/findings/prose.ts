/** A piece of a text and where it begins. */
export interface TextPart {
  readonly text: string;
  readonly offset: number;
}

/** The words of a text, apostrophes and hyphens inside words included. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu) ?? [];
}

/** Lower case without accents, so that `Sơn Khê` and `Son Khe` are the same name. */
export function plainText(text: string): string {
  // Most texts are plain already, and normalizing is slow.
  if (/^[ -~\n]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().normalize('NFC');
}

/** Words that say nothing about what a text is about. */
const STOP_WORDS = new Set(
  (
    'about above after again against also although always among another anything around because been before being ' +
    'believe best between both came could days didn does doing done down during each else enough even ever every ' +
    'everything felt find first four five from gave give given goes going good great have having hear heard held help ' +
    'helped here himself herself hope hours into itself just keep kept kind knew know known last later learn learned ' +
    'least less letter letters like little long look looked made make many might more most much must myself need never ' +
    'next nothing often once only other others over people perhaps person program programs rather recommend ' +
    'recommendation same saying seen several shall should show showed since some someone something soon still strong ' +
    'such take taken tell than that their them then there these they thing things think this those though thought three ' +
    'through time times today together told took toward under until upon very want wanted week weeks well went were what ' +
    'when where whether which while whom whose will with within without wonderful work worked working would write ' +
    'writing year years your yours yourself month months doctor physician physicians medicine medical clinical career ' +
    'residency applicant application support opportunity experience excellent respected honored pleasure mentor'
  ).split(' '),
);

/** A word without its common endings: `discharges` and `discharged` become the same. */
function stem(word: string): string {
  const bare = word.replace(/['’]s$/u, '');
  const cut = bare.replace(/(?:ations?|ings?|edly|ed|ies|es|s|ly|y|e)$/u, '');
  return cut.length >= 3 ? cut : bare;
}

/** The stems of the words that carry the content of a text. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const word of wordsOf(plainText(text))) {
    for (const part of word.includes('-') ? [word, ...word.split('-')] : [word]) {
      if (part.length >= 4 && !STOP_WORDS.has(part)) stems.add(stem(part));
    }
  }
  return stems;
}

/** How many members two sets share. */
export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const member of a) if (b.has(member)) count += 1;
  return count;
}

/** A text reduced to its words, so that the same words in the same order are equal. */
export function wordLine(text: string): string {
  return wordsOf(plainText(text)).join(' ');
}

/** The sentences of a text with their offsets; a new paragraph ends a sentence, too. */
export function sentencesOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let start = 0;
  const end = (at: number): void => {
    const raw = text.slice(start, at);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '') parts.push({ text: raw.trim(), offset: start + lead });
    start = at;
  };
  for (const match of text.matchAll(/[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})|\n\s*\n/gu)) {
    if (/(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|St|U\.S|No|vs|[A-Z])$/u.test(text.slice(start, match.index))) continue;
    end(match.index + match[0].length);
  }
  end(text.length);
  return parts;
}

/** Line and column of an offset, both from 1; columns count UTF-16 units. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
