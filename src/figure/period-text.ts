import { printPeriod } from '../brief/print.js';
import type { Period } from './types.js';

/** How and when a period was spent, as it stands beside its bar: "hands-on, Mar – Apr 2026". */
export function periodText({ from, to, kind }: Period): string {
  const period = printPeriod(from, to ?? 'present') ?? '';
  return kind === 'other' ? period : `${kind}, ${period}`;
}
