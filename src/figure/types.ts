/** Figures as data: what a template draws with `:::qr`, `:::timeline` and `:::chart`, before it has a size. */

/** A rectangle of the grid of a QR code, in modules from its top left corner. */
export type ModuleRect = readonly [x: number, y: number, width: number, height: number];

/** A QR code without its quiet zone. */
export interface QrCode {
  /** Modules on each side. */
  readonly size: number;
  /** The dark modules, merged into few rectangles that do not overlap. */
  readonly rects: readonly ModuleRect[];
}

/** What a mark on a timeline is: the day it is issued, a request, a reminder, the target date, or an event beside it. */
export const TIMELINE_KINDS = ['event', 'target', 'reminder', 'request', 'season'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** A mark on a timeline. `date` is YYYY, YYYY-MM or YYYY-MM-DD. */
export interface TimelineMark {
  readonly date: string;
  readonly label: string;
  readonly kind: TimelineKind;
  /** Drawn hollow, with a dashed leader and the word "expected". */
  readonly expected: boolean;
}

/** How a period was spent; each kind has a fill of its own. */
export const PERIOD_KINDS = ['hands-on', 'observing', 'research', 'other'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A bar of a chart of periods. Dates are YYYY, YYYY-MM or YYYY-MM-DD; `to` is null while it goes on. */
export interface Period {
  readonly from: string;
  readonly to: string | null;
  readonly label: string;
  readonly kind: PeriodKind;
}
