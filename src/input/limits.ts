/** Longest application text that is read, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 2 * 1024 * 1024;
/** Most values in one application, every alias counted as often as it is used. */
export const MAX_VALUES = 20_000;
/** Most YAML tokens; a real application stays under a tenth of it. */
export const MAX_TOKENS = 200_000;
/** Deepest nesting of brackets, and most list marks on one line. */
export const MAX_NESTING = 50;
/** Deepest indentation in columns. */
export const MAX_INDENT = 200;
/** Most YAML mistakes that are repaired and read past in one file. */
export const MAX_REPAIRS = 12;
