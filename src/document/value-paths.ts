import { createBoundedCache } from '../bounded-cache.js';

/** Names of people, places and bodies: their words stay whole. */
const NAME_PATH =
  /(?:^|\.)(?:name|shortName|preferred|pronunciation|addressAs|credentials|institution|institutionNative|school|schoolNative|schoolPlace|site|organization|place|by|issuer|me|authorsBefore|authorsAfter|portal|venue|signers(?:\[\d+\])?|memberships(?:\[\d+\])?|native\.text|(?:institution|school)Native\.text|[a-z]+Name)$/;
/** Addresses, numbers and codes: exactly as given. */
const LITERAL_PATH =
  /(?:^|\.)(?:email|phone|url|website|id|code|iso|identifier|aamcId|letterId|[a-z]+(?:Email|Phone|Url|Id|Code|File))$/;

type PathKind = 'name' | 'literal' | 'other';

const kinds = createBoundedCache<PathKind>(10_000);

/** The kind of a path; each text of a packet is asked for it several times. */
function kindOf(path: string): PathKind {
  let kind = kinds.get(path);
  if (kind === undefined) {
    kind = NAME_PATH.test(path) ? 'name' : LITERAL_PATH.test(path) ? 'literal' : 'other';
    kinds.set(path, kind);
  }
  return kind;
}

/** True for the brief path of a value that is a name as a whole. */
export function isNamePath(path: string): boolean {
  return kindOf(path) === 'name';
}

/** True for the brief path of a value that means what it says letter by letter: an address, an ID, a file name. */
export function isLiteralPath(path: string): boolean {
  return kindOf(path) === 'literal';
}
