import { MARK_CLOSE, MARK_OPEN, slotMark, type Slot } from '../template/index.js';
import type { TextMode } from './parsing.js';

/**
 * A part of composed Markdown with its marks numbered from 0, and the slots that these stand for. Most of a template's
 * text then reads the same in every packet, whatever values stand before it, so that it need not be lexed again.
 */
export function localMarks(text: string, slots: readonly Slot[]): { readonly text: string; readonly mode: TextMode } {
  const own: Slot[] = [];
  let local = '';
  let end = 0;
  for (let open = text.indexOf(MARK_OPEN); open >= 0; open = text.indexOf(MARK_OPEN, end)) {
    const close = text.indexOf(MARK_CLOSE, open);
    if (close < 0) break;
    const slot = slots[Number(text.slice(open + 1, close))];
    local += text.slice(end, open);
    // A mark without a slot is left out.
    if (slot !== undefined) {
      local += slotMark(own.length);
      own.push(slot);
    }
    end = close + 1;
  }
  return { text: end === 0 ? text : local + text.slice(end), mode: { slots: own } };
}
