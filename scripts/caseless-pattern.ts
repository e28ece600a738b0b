/**
 * Rewrites a regular expression that ignores case into one that does not need the flag, since JSON Schema's `pattern`
 * has no flags: outside a class `a` becomes `[aA]`, inside one `a-z` becomes `a-zA-Z`. ASCII letters only.
 *
 * @example caselessPattern('^https?:[a-f]') // '^[hH][tT][tT][pP][sS]?:[a-fA-F]'
 */
export function caselessPattern(source: string): string {
  let result = '';
  let inClass = false;
  // An escape (with \p{…}, \u{…}, \xHH, \uHHHH, \k<…> whole), a group's name or modifier, a range, or one character.
  const tokens =
    source.match(/\\(?:[pPu]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|k<[^>]*>|.)|\(\?<\w+>|[a-z]-[a-z]|[^]/gi) ?? [];
  for (const token of tokens) {
    if (token === '[') inClass = true;
    if (token === ']') inClass = false;
    if (/^[a-z]$/i.test(token)) {
      const both = token.toLowerCase() + token.toUpperCase();
      result += inClass ? both : `[${both}]`;
    } else if (inClass && /^[a-z]-[a-z]$/i.test(token)) {
      result += token.toLowerCase() + token.toUpperCase();
    } else if (/^[a-z]-[a-z]$/i.test(token)) {
      result += `${caselessPattern(token.slice(0, 1))}-${caselessPattern(token.slice(2))}`;
    } else {
      result += token;
    }
  }
  return result;
}
