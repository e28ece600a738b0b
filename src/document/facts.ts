import { readLine } from './inlines.js';
import type { Parsing, TextMode } from './parsing.js';
import type { Facts } from './types.js';

/**
 * Reads `Label: value` lines. The label ends at the first `: ` or closing `:` of the *template's* text: values are
 * still marks here, so none can end it. A line without one carries on the value before it; a fact without a value is
 * left out.
 */
export function readFacts(text: string, parsing: Parsing, mode: TextMode): Facts[] {
  const facts: { label: string; value: string }[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const colon = line.search(/:(?:[ \t]|$)/);
    const last = facts.at(-1);
    if (colon > 0) facts.push({ label: line.slice(0, colon), value: line.slice(colon + 1).trim() });
    else if (last === undefined) facts.push({ label: '', value: line });
    else last.value += `\n${line}`;
  }
  const items = facts
    .map(({ label, value }) => ({ label: readLine(label, parsing, mode), value: readLine(value, parsing, mode) }))
    .filter(({ value }) => value.length > 0);
  return items.length === 0 ? [] : [{ type: 'facts', items }];
}
