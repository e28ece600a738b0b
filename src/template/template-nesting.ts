/** Blocks in blocks, and parentheses in parentheses, that one file may have: far more than anyone can follow. */
const DEEPEST = 100;

/**
 * True when blocks or parentheses of a template are nested too deeply. Asked before parsing: the parser's time grows
 * faster than the nesting, and its depth is that of the stack.
 */
export function isNestedTooDeeply(source: string): boolean {
  let blocks = 0;
  for (let open = source.indexOf('{{'); open >= 0;) {
    const close = source.indexOf('}}', open);
    const inside = source.slice(open, close < 0 ? source.length : close);
    if (/^\{+~?[#^]/.test(inside)) blocks += 1;
    else if (/^\{+~?\//.test(inside)) blocks -= 1;
    if (blocks > DEEPEST || parenthesesIn(inside) > DEEPEST) return true;
    if (close < 0) return false;
    open = source.indexOf('{{', close + 2);
  }
  return false;
}

function parenthesesIn(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') deepest = Math.max(deepest, (depth += 1));
    else if (text[index] === ')') depth -= 1;
  }
  return deepest;
}
