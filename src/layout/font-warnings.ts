import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import type { Theme } from '../schema/theme.js';
import type { LineRun } from '../text/types.js';
import type { Page } from './types.js';

const SURROUNDINGS = 24;

/** A character that no font has: where it first stands, and how often it occurs. */
interface MissingCharacter {
  readonly around: string;
  readonly page: number;
  readonly path: string | undefined;
  count: number;
}

/** One warning for each character that no font has: its code point, how often and where it stands, and what to do. */
export function missingGlyphWarnings(pages: readonly Page[]): Diagnostic[] {
  const found = new Map<string, MissingCharacter>();
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'text' || item.missing !== true) continue;
      item.runs.forEach((run, index) => {
        for (const character of run.run.missing) {
          const known = found.get(character);
          if (known !== undefined) known.count++;
          else {
            const around = surroundings(item.runs, index);
            found.set(character, { around, page: page.number, path: item.data[run.span]?.path, count: 1 });
          }
        }
      });
    }
  }
  return [...found].map(([character, missing]) => missingGlyph(character, missing));
}

function missingGlyph(character: string, { around, page, path, count }: MissingCharacter): Diagnostic {
  const codePoint = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const script = SCRIPT_FONTS.find(({ pattern }) => pattern.test(character));
  const kind = script === undefined ? '' : ` (${script.name})`;
  const place = `in "${around}" on page ${page}${count > 1 ? ` and ${count - 1} more` : ''}`;
  return diagnostic('warning', 'font/missing-glyph', `no font has the character ${codePoint}${kind} ${place}`, {
    ...(path === undefined ? {} : { path }),
    found: character,
    hints: [
      script?.hint ?? 'add a font that has this character: `--font FILE`',
      'or write the text in other characters',
    ],
  });
}

/** Scripts that need a font of one's own, and where to get one. */
const SCRIPT_FONTS: readonly { readonly pattern: RegExp; readonly name: string; readonly hint: string }[] = [
  {
    pattern: /\p{Emoji_Presentation}|\p{Emoji_Modifier}/u,
    name: 'emoji',
    hint: 'leave it out: packets print no emoji unless a font has them as outlines',
  },
  {
    pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
    name: 'kana',
    hint: 'install @expo-google-fonts/noto-sans-jp beside lor-packet, or give a font that has it: `--font FILE`',
  },
  {
    pattern: /\p{Script=Hangul}/u,
    name: 'Hangul',
    hint: 'install @expo-google-fonts/noto-sans-kr beside lor-packet, or give a font that has it: `--font FILE`',
  },
  {
    pattern: /\p{Script=Han}/u,
    name: 'Han',
    hint: 'install @expo-google-fonts/noto-sans-sc, -tc or -jp beside lor-packet, or give a font that has it: `--font FILE`',
  },
];

function surroundings(runs: readonly LineRun[], index: number): string {
  const texts = runs.map((run) => run.run.text);
  const before = texts.slice(0, index).join('').slice(-SURROUNDINGS);
  const after = texts
    .slice(index + 1)
    .join('')
    .slice(0, SURROUNDINGS);
  return `${before}${texts[index] ?? ''}${after}`.trim();
}

/** One warning for each family that the theme asks for in vain. */
export function unknownFamilyWarnings(fonts: Theme['fonts'], families: readonly string[] | undefined): Diagnostic[] {
  if (families === undefined) return [];
  return Object.entries(fonts).flatMap(([use, family]) => {
    if (families.includes(family)) return [];
    const message = `the theme asks for the family "${family}", which no font has; "${families[0] ?? ''}" is used`;
    const hints = [
      `the families are: ${families.join(', ')}`,
      'give its font files: `--font FILE`, or the template folder',
    ];
    return [
      diagnostic('warning', 'font/unknown-family', message, { path: `theme.fonts.${use}`, found: family, hints }),
    ];
  });
}
