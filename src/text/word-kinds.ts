import { createBoundedCache } from '../bounded-cache.js';

/** What a word is to its neighbours: a set of these. */
export const WordKind = {
  /** `Dr.`, `Prof.`, `St.`: a name follows. */
  Title: 1,
  /** `A.`, `J.-P.`: the initial of a name. */
  Initial: 1 << 1,
  /** Ends in a digit. */
  Number: 1 << 2,
  /** Starts with a digit. */
  Figure: 1 << 3,
  /** `mg`, `%`, `p.m.`, `hours`: belongs to the number before it. */
  Unit: 1 << 4,
  /** `No.`, `Fig.`, `Step`, `§`: a number follows. */
  Label: 1 << 5,
  Month: 1 << 6,
  /** A day of a month, `4`, `4,` or `31st`. */
  Day: 1 << 7,
  /** A year of four digits. */
  Year: 1 << 8,
  /** `MD`, `PhD`, and two capitals such as `OH`: stands after a name and a comma. */
  Degree: 1 << 9,
  /** `Jr.`, `III`: the end of a name. */
  NameEnd: 1 << 10,
  Capitalised: 1 << 11,
  EndsInComma: 1 << 12,
  /** A dash, a middle dot or an ellipsis between spaces. */
  Mark: 1 << 13,
  /** `;`, `:`, `!`, `?` or a closing guillemet after a space, as in French. */
  SpacedPunctuation: 1 << 14,
  /** Exactly three digits: a group of thousands after a space. */
  ThreeDigits: 1 << 15,
  /** An opening guillemet before a space, as in French. */
  OpeningMark: 1 << 16,
  /** One letter. */
  Single: 1 << 17,
  /** `+1`: a telephone number goes on after it. */
  Phone: 1 << 18,
  /** Digits, parentheses, dots and hyphens only: a part of a telephone number. */
  PhonePart: 1 << 19,
  /** A word of four small letters or more. */
  Small: 1 << 20,
  /** `CK`, `CS`: the part of a Step. */
  StepPart: 1 << 21,
  /** `USMLE`, `COMLEX`, `ECFMG`: the name of an examination. */
  Exam: 1 << 22,
  /** A number of one to three digits. */
  Count: 1 << 23,
  /** A capital and small letters, nothing else: a given name before an initial. */
  Given: 1 << 24,
  /** `to` in a range of numbers. */
  To: 1 << 25,
} as const;

const TITLE =
  /^(?:Drs?|Dra|Profa?|Mr|Mrs|Ms|Mx|St|Ste|Sra?|Mme|Mlle|Herr|Frau|Sir|Dame|Rev|Fr|Hon|Capt|Col|Gen|Lt|Maj|Sgt)\.?$/u;
const INITIAL = /^\p{Lu}\p{M}*\.(?:-?\p{Lu}\p{M}*\.)*$/u;
const UNIT =
  /^(?:%|‰|°[CF]?|[kcmµμnp]?[mgLl]|mcg|dL|dl|mmHg|mmol|mEq|IU|U|kg\/m²|mg\/dL|mg\/kg|bpm|[kMG]?Hz|[kMG]?B|kcal|kPa|h|hr|hrs|min|sec|s|ms|pt|am|pm|AM|PM|a\.m|p\.m|CE|BCE|AD|BC|USD|EUR|GBP|INR|€|£|K|million|billion|percent|minutes?|hours?|days?|weeks?|months?|years?)$/u;
const LABEL =
  /^(?:Nos?\.|no\.|Nr\.|n[°º]|№|pp?\.|vols?\.|Vols?\.|ch\.|Ch\.|chap\.|secs?\.|Figs?\.|figs?\.|Eqs?\.|eq\.|Refs?\.|art\.|Art\.|ed\.|approx\.|ca\.|c\.|Figure|Table|Chapter|Section|Part|Appendix|Step|Steps|Level|Phase|Grade|Class|Year|Stage|Type|Tier|PGY|MS|MSY|Room|Suite|Unit|Ward|Box|Page|Route|Pathway|§{1,2}|¶|#|\$|€|£|US\$)$/u;
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)$/;
const DAY = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?$/;
const YEAR = /^(?:19|20)\d\d$/;
const DEGREE =
  /^(?:M\.?D|Ph\.?D|D\.?O|MBBS|MBBCh|MB|BS|BSc|MSc|MS|BA|MA|MPH|MHA|MBA|MEd|MHS|DrPH|DPhil|DSc|ScD|PharmD|RN|NP|PA|PA-C|DDS|DMD|JD|FACP|FACS|FACC|FAAP|FACOG|FACEP|FAAN|FCCP|FRCP|FRCS|MRCP|MRCS|FRCPC|FRCSC|FAHA|FIDSA|FASN|[A-Z]{2})$/;
const NAME_END = /^(?:Jr|Sr|II|III|IV)$/;
const EXAM = /^(?:USMLE|COMLEX|COMLEX-USA|NBME|ECFMG|OET|PLAB|MCCQE)$/;

const OPENING = /^[("'“‘[«‹„‚¿¡]+/u;
const CLOSING = /[)"'”’\]»›,;:!?]+$/u;
const known = createBoundedCache<number>(10_000);

/** The kinds of a word, punctuation around it left aside. */
export function kindsOf(word: string): number {
  let kinds = known.get(word);
  if (kinds === undefined) known.set(word, (kinds = classify(word)));
  return kinds;
}

function classify(word: string): number {
  const open = word.replace(OPENING, '');
  const bare = open.replace(CLOSING, '');
  const stem = bare.replace(/\.$/, '');
  const tests: readonly (readonly [number, boolean])[] = [
    [WordKind.Title, bare === open && TITLE.test(open)],
    [WordKind.Initial, bare === open && INITIAL.test(open)],
    [WordKind.Number, bare === open && /\d$/.test(open)],
    [WordKind.Figure, /^\d/.test(word)],
    [WordKind.Unit, open === word && UNIT.test(stem)],
    [WordKind.Label, bare === open && LABEL.test(open)],
    [WordKind.Month, bare === open && MONTH.test(open)],
    [WordKind.Day, DAY.test(word)],
    [WordKind.Year, open === word && YEAR.test(stem)],
    [WordKind.Degree, open === word && DEGREE.test(stem)],
    [WordKind.NameEnd, open === word && NAME_END.test(stem)],
    [WordKind.Capitalised, /^\p{Lu}/u.test(open)],
    [WordKind.EndsInComma, word.endsWith(',')],
    [WordKind.Mark, /^(?:[-·‐–—−]|…|\.{3})$/.test(word)],
    [WordKind.SpacedPunctuation, /^[;:!?»›]+$/.test(word)],
    [WordKind.ThreeDigits, /^\d{3}(?!\d)/.test(word)],
    [WordKind.OpeningMark, /^[«‹]$/.test(word)],
    [WordKind.Single, /^\p{L}\p{M}*$/u.test(open)],
    [WordKind.Phone, bare === open && /^\(?\+\d{1,4}\)?$/.test(word)],
    [WordKind.PhonePart, /^\(?\d[\d().-]*[,;]?$/.test(word)],
    [WordKind.Small, /^\p{Ll}{4}/u.test(word)],
    [WordKind.StepPart, open === word && /^(?:CK|CS|PE)$/.test(stem)],
    [WordKind.Exam, EXAM.test(word)],
    [WordKind.Given, /^\p{Lu}\p{M}*\p{Ll}[\p{L}\p{M}\u2019'-]*$/u.test(word)],
    [WordKind.To, word === 'to'],
    [WordKind.Count, bare === open && /^\d{1,3}$/.test(open)],
  ];
  return tests.reduce((kinds, [kind, is]) => (is ? kinds | kind : kinds), 0);
}
