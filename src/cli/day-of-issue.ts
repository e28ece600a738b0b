import { isPartialDate } from '../schema/values.js';
import type { CommandIo } from './io.js';
import { UsageError } from './usage-error.js';

/** SOURCE_DATE_EPOCH up to the last day that the application format knows, 2199-12-31. */
const LATEST_EPOCH = Date.UTC(2200, 0, 1) / 1000 - 1;

/**
 * The day as of which packets are made: the one given, else SOURCE_DATE_EPOCH as a day in UTC
 * (reproducible-builds.org), else the local day of the clock.
 *
 * @throws {UsageError} for a day that is not in the calendar
 */
export function dayOfIssue(given: string | undefined, { env, now }: Pick<CommandIo, 'env' | 'now'>): string {
  if (given !== undefined) {
    if (given.length === 10 && isPartialDate(given)) return given;
    throw new UsageError(`--today "${given}" is not a date as YYYY-MM-DD that exists in the calendar`);
  }
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && epoch !== '') {
    if (/^\d{1,10}$/.test(epoch) && Number(epoch) <= LATEST_EPOCH) {
      return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
    }
    throw new UsageError(`SOURCE_DATE_EPOCH "${epoch}" is not a number of seconds since 1970`);
  }
  const clock = now();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${clock.getFullYear()}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`;
}
