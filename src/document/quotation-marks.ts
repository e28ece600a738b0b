/** The marks of a language: around a quotation, and around one inside it. */
export interface QuotationMarks {
  readonly double: readonly [open: string, close: string];
  readonly single: readonly [open: string, close: string];
}

/** French sets a narrow no-break space inside its marks (Imprimerie nationale, "Lexique des règles typographiques"). */
const NARROW = '\u202F';

const ENGLISH = marks('“', '”', '‘', '’');
const GERMAN = marks('„', '“', '‚', '‘');
const GUILLEMETS = marks('«', '»', '“', '”');
const SWISS = marks('«', '»', '‹', '›');
const SCANDINAVIAN = marks('”', '”', '’', '’');
const RUSSIAN = marks('«', '»', '„', '“');

/** By BCP 47 tag in small letters; most as CLDR has them. Languages that are not here take the English marks. */
const LANGUAGES: Readonly<Record<string, QuotationMarks | null>> = {
  ar: GUILLEMETS,
  be: RUSSIAN,
  bg: GERMAN,
  ca: GUILLEMETS,
  cs: GERMAN,
  da: SCANDINAVIAN,
  de: GERMAN,
  'de-ch': SWISS,
  'de-li': SWISS,
  el: GUILLEMETS,
  es: GUILLEMETS,
  'es-419': ENGLISH,
  'es-mx': ENGLISH,
  'es-us': ENGLISH,
  et: GERMAN,
  fa: SWISS,
  fi: SCANDINAVIAN,
  fr: marks(`«${NARROW}`, `${NARROW}»`, '“', '”'),
  'fr-ch': marks(`«${NARROW}`, `${NARROW}»`, `‹${NARROW}`, `${NARROW}›`),
  he: SCANDINAVIAN,
  hr: marks('„', '”', '‘', '’'),
  hu: marks('„', '”', '»', '«'),
  hy: GUILLEMETS,
  is: GERMAN,
  it: GUILLEMETS,
  'it-ch': SWISS,
  // Corner brackets cannot be told from what was typed.
  ja: null,
  ka: GERMAN,
  lt: GERMAN,
  lv: marks('“', '”', '„', '”'),
  mk: marks('„', '“', '’', '‘'),
  nb: marks('«', '»', '‘', '’'),
  nn: marks('«', '»', '‘', '’'),
  no: marks('«', '»', '‘', '’'),
  pl: marks('„', '”', '«', '»'),
  'pt-pt': GUILLEMETS,
  ro: marks('„', '”', '«', '»'),
  ru: RUSSIAN,
  sk: GERMAN,
  sl: GERMAN,
  sq: GUILLEMETS,
  sr: marks('„', '“', '‘', '’'),
  sv: SCANDINAVIAN,
  uk: RUSSIAN,
};

function marks(open: string, close: string, openInner: string, closeInner: string): QuotationMarks {
  return { double: [open, close], single: [openInner, closeInner] };
}

/** The marks of a language by its BCP 47 tag; null where typed marks stay as they are. */
export function quotationMarks(tag: string): QuotationMarks | null {
  const parts = tag.toLowerCase().split('-');
  for (let count = parts.length; count > 0; count--) {
    const found = LANGUAGES[parts.slice(0, count).join('-')];
    if (found !== undefined) return found;
  }
  return ENGLISH;
}
