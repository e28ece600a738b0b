import { createBoundedCache, createCacheFamily } from '../bounded-cache.js';
import type { FontLibrary } from './font-library.js';
import type { HarfBuzz, HarfBuzzFeature } from './harfbuzz.js';
import { itemize, type TextItem } from './itemize.js';
import { createMissingRun } from './missing-mark.js';
import { hangOf, type Hang } from './optical-margins.js';
import { languageOf } from './script.js';
import { createRunShaper, type ShapedRun } from './shape-run.js';
import type { TextStyle } from './types.js';

/** A shaped word (or space), without a size: shared by all lines and packets. */
export interface ShapedWord {
  /** Runs in logical order. */
  readonly runs: readonly ShapedRun[];
  /** Advance of all runs, ems: multiply by the size. */
  readonly ems: number;
  readonly hang: Hang;
}

/** Shapes words of one style, language and direction. */
export interface WordSetting {
  shape(word: string): ShapedWord;
  /**
   * The hyphen that a broken word ends in. Its text is `-`, not U+00AD: poppler, PDFium and pdf.js then join the word
   * again, and its glyph, which most faces share with the hyphen of the text, keeps one meaning.
   */
  hyphen(): ShapedWord;
}

/** Shapes words, each only once. */
export interface WordShaper {
  /**
   * Look the setting up once for many words: it keeps their shapes.
   *
   * @param foreign - True when the language is not that of the paragraph: the runs then say so.
   */
  setting(style: Omit<TextStyle, 'size'>, lang: string, rtl: boolean, foreign: boolean): WordSetting;
}

/** Words kept when the caller sets no limit: about thirty packets' worth of different words. */
export const DEFAULT_CACHE_SIZE = 20_000;

/** @param cacheSize - The number of shaped words to keep. */
export function createWordShaper(harfbuzz: HarfBuzz, library: FontLibrary, cacheSize: number): WordShaper {
  const words = createCacheFamily<ShapedWord>(cacheSize);
  const shapeRun = createRunShaper(harfbuzz);
  const settings = createBoundedCache<WordSetting>(1000);
  const features: Readonly<Record<TextStyle['figures'], HarfBuzzFeature[]>> = {
    lining: [new harfbuzz.Feature('lnum', 1), new harfbuzz.Feature('pnum', 1)],
    'old-style': [new harfbuzz.Feature('onum', 1), new harfbuzz.Feature('pnum', 1)],
    tabular: [new harfbuzz.Feature('lnum', 1), new harfbuzz.Feature('tnum', 1)],
  };

  const createSetting = (style: Omit<TextStyle, 'size'>, lang: string, rtl: boolean, foreign: boolean): WordSetting => {
    const faces = library.facesFor(style);
    const cache = words.cache();
    const shapeItem = (word: string, item: TextItem): ShapedRun => {
      const runLanguage = languageOf(item.script, lang) ?? (foreign ? lang : undefined);
      if (item.missing) return createMissingRun(word.slice(item.start, item.end), faces, rtl, runLanguage);
      const shapingLanguage = runLanguage ?? lang;
      return shapeRun({
        ...item,
        word,
        rtl,
        shapingLanguage,
        lang: runLanguage,
        features: features[style.figures],
      });
    };
    const shape = (word: string): ShapedWord => {
      const found = cache.get(word);
      return found ?? shapeAnew(word);
    };
    const shapeAnew = (word: string): ShapedWord => {
      const items = itemize(word, faces);
      const runs = items.map((item) => shapeItem(word, item));
      const shaped = {
        runs,
        ems: runs.reduce((sum, run) => sum + run.width / run.face.unitsPerEm, 0),
        hang: hangOf(
          word,
          runs,
          items.map(({ face }) => face),
        ),
      };
      cache.set(word, shaped);
      return shaped;
    };
    let hyphen: ShapedWord | undefined;
    let space: ShapedWord | undefined;
    return {
      // Every other piece of a text is a space.
      shape: (word) => (word === ' ' ? (space ??= shape(word)) : shape(word)),
      hyphen: () => (hyphen ??= shape('-')),
    };
  };

  const findSetting = (style: Omit<TextStyle, 'size'>, lang: string, rtl: boolean, foreign: boolean): WordSetting => {
    const key = [style.family, style.weight, style.italic, style.figures, lang, rtl, foreign].join('\u0000');
    const found = settings.get(key);
    if (found !== undefined) return found;
    const setting = createSetting(style, lang, rtl, foreign);
    settings.set(key, setting);
    return setting;
  };
  // Left-to-right text in the language of its paragraph is most of what is set: its setting goes with the style object.
  const usual = new WeakMap<Omit<TextStyle, 'size'>, { readonly lang: string; readonly setting: WordSetting }>();
  return {
    setting(style, lang, rtl, foreign) {
      if (rtl || foreign) return findSetting(style, lang, rtl, foreign);
      const known = usual.get(style);
      if (known?.lang === lang) return known.setting;
      const setting = findSetting(style, lang, rtl, foreign);
      usual.set(style, { lang, setting });
      return setting;
    },
  };
}
