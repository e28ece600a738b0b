import type { SourceRows } from './source-rows.js';
import { ADVICE_SOURCES } from './sources-advice.js';
import { OFFICIAL_SOURCES } from './sources-official.js';
import type { Source } from './types.js';

/** The key of rows that the user changed or added. */
export const USER_SOURCE = 'user';
/** The key of defaults that no outside source gives. */
export const HOUSE_SOURCE = 'lor-packet';

const OWN_SOURCES: SourceRows = {
  [HOUSE_SOURCE]: ['Default of lor-packet, without an outside source', null],
  [USER_SOURCE]: ['Your own tables (`reference`)', null],
};

/** Every page that a row, finding or text cites, by its key. */
export const SOURCES: readonly Source[] = Object.entries({
  ...OFFICIAL_SOURCES,
  ...ADVICE_SOURCES,
  ...OWN_SOURCES,
}).map(([id, [title, url]]) => ({ id, title, url }));
