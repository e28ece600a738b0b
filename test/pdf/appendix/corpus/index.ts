import { ACTIVE } from './active-files.js';
import { CVS } from './cv-files.js';
import { DAMAGED } from './damaged-files.js';
import { ENCRYPTED } from './encrypted-files.js';
import { FEATURES, SHAPES } from './feature-files.js';
import { HOSTILE } from './hostile-files.js';
import { TAGGED } from './tagged-files.js';
import type { CorpusFile } from './types.js';

/** Awkward PDFs, each made when it is needed. */
export const CORPUS: readonly CorpusFile[] = [
  ...DAMAGED,
  ...ENCRYPTED,
  ...SHAPES,
  ...FEATURES,
  ...ACTIVE,
  ...TAGGED,
  ...CVS,
  ...HOSTILE,
];

export type { CorpusFile } from './types.js';
