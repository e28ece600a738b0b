/** Something in a text by which a patient could be found. */
export interface PossibleIdentifier {
  readonly kind: string;
  readonly text: string;
  readonly offset: number;
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?';
const NAME = "\\p{Lu}[\\p{Ll}\\p{M}’'-]+";
/** Words with a capital that may follow "patient" without being a name. */
const NO_NAME =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|English|Spanish|Vietnamese|Chinese|Mandarin|Cantonese|Arabic|Russian|French|Portuguese|Hindi|Korean|Tagalog|Haitian|Medicare|Medicaid|Safety|Care|Advocate|Experience|Education|Quality|Relations|Navigator|Portal|Health)$/;
const TITLE = /M(?:rs?|s|iss|ister)\b/;
const ROLE_WORD = /^(?:Chief|Doctor|Dr|Professor|Nurse|President|Justice)$/;

interface Rule {
  readonly kind: string;
  readonly pattern: RegExp;
  /**
   * What every text has in which the pattern is found. It is looked for first: a pattern with letters of all alphabets
   * takes longer to compile than an application to search, and few applications have what it is for.
   */
  readonly hint?: RegExp;
  /** Only in what tells of patients; elsewhere a date or number may be the applicant's own. */
  readonly casesOnly?: boolean;
}

/** Identifiers of 45 CFR 164.514(b)(2) that occur in stories; the words around keep numbers of medicine out. */
const RULES: readonly Rule[] = [
  { kind: 'a name', pattern: new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Mister)\\.?\\s+(${NAME})`, 'gu'), hint: TITLE },
  {
    kind: 'a name',
    pattern: new RegExp(`\\b[Pp]atient(?:,)?\\s+(?:named|called)\\s+(${NAME})`, 'gu'),
    hint: /atient,?\s+(?:named|called)\s/,
  },
  {
    kind: 'a name',
    pattern: new RegExp(`\\b(?:[Tt]he|[Aa]|[Mm]y|[Oo]ur)\\s+patient,?\\s+(${NAME})(?=[\\s,.])`, 'gu'),
    hint: /\spatient,?\s+[^\sa-z]/,
  },
  {
    kind: 'initials',
    pattern:
      /\b(?:[Pp]atient|[Pp]t|[Mm]an|[Ww]oman|[Bb]oy|[Gg]irl|[Cc]hild|Mr|Mrs|Ms|Miss)\b[.,]?\s+\(?(\p{Lu}\.\s?\p{Lu}\.(?:\s?\p{Lu}\.)?)/gu,
    hint: /[^\sa-z]\.\s?[^\sa-z]{1,2}\./,
  },
  {
    kind: 'initials',
    pattern: /(?<![\p{L}.])(\p{Lu}\.\s?\p{Lu}\.|\p{Lu}{2})(?=,?\s+\(?(?:(?:is|was)\s+)?an?\s+\d{1,3}[- ]year)/gu,
    hint: /an?\s+\d{1,3}[- ]year/,
  },
  { kind: 'initials', pattern: /(?<![\p{L}.])(?:Mr|Mrs|Ms|Miss)\.?\s+(\p{Lu})\b(?!['’])/gu, hint: TITLE },
  {
    kind: 'a record number',
    pattern:
      /\b(?:MRN|(?:medical\s+)?record(?:\s+(?:number|no\.?|#))|(?:chart|account|accession|case)\s+(?:number|no\.?|#))\s*(?:is|was)?[:#]?\s*([A-Z]{0,3}-?\d{3,}[\d-]*)/gi,
  },
  {
    kind: 'a record number',
    pattern: /(?<![\p{L}\d.,:/-])(\d{7,10})(?![\d.,]*\d|\s*(?:mg|mL|units|copies|cells|IU|people|patients))/gu,
    hint: /\d{7}/,
    casesOnly: true,
  },
  {
    kind: 'an exact date',
    pattern: new RegExp(
      `\\b(${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?)(?![\\d–-]*\\d|\\s+(?:patients|beds|cases|percent))\\b`,
      'gu',
    ),
    casesOnly: true,
  },
  {
    kind: 'an exact date',
    pattern: new RegExp(`\\b(\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH})(?=[\\s,.;)]|$)`, 'gu'),
    casesOnly: true,
  },
  {
    kind: 'an exact date',
    pattern: /(?<![\d/.-])((?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01])[/.](?:19|20)?\d{2})(?![\d/]|\.\d)/gu,
    casesOnly: true,
  },
  { kind: 'an exact date', pattern: /\b((?:19|20)\d{2}-\d{2}-\d{2})\b/gu, casesOnly: true },
  { kind: 'an age over 89', pattern: /(?<![\d.])((?:9\d|1[01]\d)[- ]years?[- ](?:old|of age))\b/gu },
  { kind: 'an age over 89', pattern: /(?<![\d.])((?:9\d|1[01]\d)\s?(?:y\/?o|yo)\b)/gu },
  {
    kind: 'an age over 89',
    pattern: /\b(?:aged|age|at the age of)\s+((?:9\d|1[01]\d))\b(?!\s*(?:or|and)\s+(?:older|over|above))/gu,
  },
  { kind: 'an age over 89', pattern: /\b(ninety(?:-(?:one|two|three|four|five|six|seven|eight|nine))?-year-old)\b/giu },
  { kind: 'a telephone number', pattern: /(?<![\d-])((?:\+?1[ .-])?\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4})(?!\d)/gu },
  {
    kind: 'a room or bed',
    pattern: /\b((?:room|Room|Rm\.?)\s+(?:no\.?\s*|number\s+|#)?\d{1,4}[A-Z]?)\b/gu,
    casesOnly: true,
  },
  {
    kind: 'a room or bed',
    pattern:
      /\b(?:[Ii]n|[Ff]rom|[Tt]o|[Oo]f)\s+([Bb]ed\s+(?:no\.?\s*|number\s+|#)?\d{1,3}[A-Z]?)\b(?!\s+(?:days|hours|minutes|weeks))/gu,
    casesOnly: true,
  },
  { kind: 'an e-mail address', pattern: /(?<![\w.+-])([\w.+-]+@[\w-]+\.[\w.]+\w)/gu, casesOnly: true },
];

/**
 * Finds what may identify a patient. Errs on the side of silence: `E. coli`, `340B`, `day 4`, `140/90`, `March 2026`
 * and ages up to 89 are not found.
 *
 * @param options.isCase true for texts about patients, where dates, numbers and rooms are a patient's
 * @param options.known names that are not a patient's, such as the writer's
 */
export function possibleIdentifiers(
  searched: string,
  options: { readonly isCase: boolean; readonly known?: readonly string[] },
): PossibleIdentifier[] {
  const { isCase, known = [] } = options;
  const found: PossibleIdentifier[] = [];
  for (const { kind, pattern, hint, casesOnly } of RULES) {
    if ((casesOnly && !isCase) || hint?.test(searched) === false) continue;
    // `matchAll` makes a new pattern each time, and most texts have nothing to find.
    if (searched.search(pattern) < 0) continue;
    for (const match of searched.matchAll(pattern)) {
      const what = match[1] ?? match[0];
      if (kind === 'a name' && (NO_NAME.test(what) || ROLE_WORD.test(what) || known.includes(what))) continue;
      const offset = match.index;
      const [text] = match;
      if (found.some((other) => offset < other.offset + other.text.length && other.offset < offset + text.length))
        continue;
      found.push({ kind, text, offset });
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}
