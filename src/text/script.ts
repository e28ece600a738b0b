/** A script: its ISO 15924 code as HarfBuzz takes it, and the language that text in it most likely has. */
interface ScriptEntry {
  readonly code: string;
  readonly pattern: RegExp;
  readonly language: string | undefined;
}

/**
 * Scripts by frequency in packets: property value (UAX 24), code, likely language. No language for Latin, Greek and
 * Cyrillic: a Greek letter in an English sentence (`TGF-β`) is not Greek text.
 */
const SCRIPTS: readonly ScriptEntry[] = (
  [
    ['Latin', 'Latn'],
    ['Greek', 'Grek'],
    ['Cyrillic', 'Cyrl'],
    ['Arabic', 'Arab', 'ar'],
    ['Hebrew', 'Hebr', 'he'],
    ['Devanagari', 'Deva', 'hi'],
    ['Thai', 'Thai', 'th'],
    ['Bengali', 'Beng', 'bn'],
    ['Gurmukhi', 'Guru', 'pa'],
    ['Gujarati', 'Gujr', 'gu'],
    ['Oriya', 'Orya', 'or'],
    ['Tamil', 'Taml', 'ta'],
    ['Telugu', 'Telu', 'te'],
    ['Kannada', 'Knda', 'kn'],
    ['Malayalam', 'Mlym', 'ml'],
    ['Sinhala', 'Sinh', 'si'],
    ['Lao', 'Laoo', 'lo'],
    ['Khmer', 'Khmr', 'km'],
    ['Myanmar', 'Mymr', 'my'],
    ['Tibetan', 'Tibt', 'bo'],
    ['Georgian', 'Geor', 'ka'],
    ['Armenian', 'Armn', 'hy'],
    ['Ethiopic', 'Ethi', 'am'],
    ['Han', 'Hani', 'zh'],
    ['Hiragana', 'Hira', 'ja'],
    ['Katakana', 'Kana', 'ja'],
    ['Hangul', 'Hang', 'ko'],
    ['Bopomofo', 'Bopo', 'zh'],
    ['Syriac', 'Syrc', 'syr'],
    ['Thaana', 'Thaa', 'dv'],
    ['Nko', 'Nkoo', 'nqo'],
    ['Mongolian', 'Mong', 'mn'],
    ['Cherokee', 'Cher', 'chr'],
    ['Tifinagh', 'Tfng', 'zgh'],
    ['Adlam', 'Adlm', 'ff'],
  ] as const
).map(([name, code, language]) => ({ code, pattern: new RegExp(`\\p{Script=${name}}`, 'u'), language }));

const SHARED = /[\p{Script=Common}\p{Script=Inherited}]/u;
const LANGUAGES: ReadonlyMap<string, string | undefined> = new Map(SCRIPTS.map((s) => [s.code, s.language]));

/** The code of scripts that are not in the table; HarfBuzz then finds the script itself. */
export const OTHER_SCRIPT = 'Zzzz';

const known = new Map<number, string | null>();

/** The script of a code point, null for Common and Inherited, {@link OTHER_SCRIPT} for a rare script. */
export function scriptOf(codePoint: number): string | null {
  if (codePoint < 0x80) return (codePoint | 32) >= 0x61 && (codePoint | 32) <= 0x7a ? 'Latn' : null;
  const found = known.get(codePoint);
  if (found !== undefined) return found;
  const character = String.fromCodePoint(codePoint);
  const script = SHARED.test(character)
    ? null
    : (SCRIPTS.find((entry) => entry.pattern.test(character))?.code ?? OTHER_SCRIPT);
  known.set(codePoint, script);
  return script;
}

/** The language of a run: that of the paragraph, unless the script tells that it is another. */
export function languageOf(script: string | null, paragraphLanguage: string): string | undefined {
  const language = script === null ? undefined : LANGUAGES.get(script);
  if (language === undefined || sharesScript(paragraphLanguage, language)) return undefined;
  return language;
}

/** Languages beside the likely one that are written in its script: text of such a document keeps its language. */
const SAME_SCRIPT: Readonly<Record<string, readonly string[]>> = {
  ar: ['fa', 'ur', 'ps', 'ckb', 'sd', 'ug'],
  he: ['yi', 'lad'],
  hi: ['mr', 'ne', 'sa', 'kok', 'mai'],
  bn: ['as'],
  am: ['ti'],
  zh: ['ja', 'yue'],
};

function sharesScript(paragraphLanguage: string, language: string): boolean {
  const primary = paragraphLanguage.split('-', 1)[0]?.toLowerCase() ?? '';
  return primary === language || (SAME_SCRIPT[language]?.includes(primary) ?? false);
}
