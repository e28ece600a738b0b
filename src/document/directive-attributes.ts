import { defaultOf, describeType, didYouMean, DIRECTIVES, fillMarks, isAllowed, type Slot } from '../template/index.js';
import type { Parsing } from './parsing.js';

const ATTRIBUTE = /([a-zA-Z][\w-]*)=(?:"([^"]*)"|'([^']*)'|(\S+))|(\S+)/g;

/**
 * Reads `key=value key="quoted {{value}}"`. Unknown keys and values are reported and ignored.
 *
 * @returns A value for each attribute of the directive, its default where nothing or nothing usable is given.
 */
export function readAttributes(
  directive: { readonly name: string; readonly attributes: string; readonly line: number },
  slots: readonly Slot[],
  parsing: Parsing,
): Record<string, string> {
  const known = DIRECTIVES[directive.name] ?? {};
  const values: Record<string, string> = {};
  for (const [key, allowed] of Object.entries(known)) values[key] = defaultOf(allowed);
  for (const match of directive.attributes.matchAll(ATTRIBUTE)) {
    const [whole, key, double, single, bare] = match;
    const value = fillMarks(double ?? single ?? bare ?? '', slots);
    const allowed = key !== undefined && Object.hasOwn(known, key) ? known[key] : undefined;
    const of = `:::${directive.name}`;
    if (key === undefined || allowed === undefined) {
      const found = fillMarks(whole, slots);
      const hints = didYouMean(key ?? whole, Object.keys(known));
      parsing.warnAtLine(directive.line, 'document/unknown-directive', `${of} does not take "${key ?? found}"`, {
        found,
        hints,
      });
    } else if (!isAllowed(value, allowed)) {
      const hints = [`it may be ${describeType(allowed)}`];
      parsing.warnAtLine(directive.line, 'document/unknown-directive', `${of} has no ${key} "${value}"`, {
        found: value,
        hints,
      });
    } else {
      values[key] = value;
    }
  }
  return values;
}
