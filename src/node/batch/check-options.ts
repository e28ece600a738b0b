import { ATTACHABLE } from '../../brief/attachable.js';
import { requireDay } from '../../schema/require-day.js';
import { BATCH_OUTPUTS, type BatchOptions } from './types.js';

/**
 * Refuses options that the types allow and that make no sense: with them a batch would make nothing and say that all is
 * well, or a worker would end the process.
 *
 * @throws {RangeError} with the name of the option
 */
export function checkOptions(options: BatchOptions): void {
  const { today, jobs, shard, packetSeconds, workerMegabytes, outputs, attach, deflate } = options;
  requireDay(today);
  if (jobs !== undefined && !isWhole(jobs, 0, 256)) refuse('jobs', jobs, 'a whole number from 0 to 256');
  // Timers count in 32 bits: a longer time would be none at all.
  if (packetSeconds !== undefined && !(packetSeconds > 0 && packetSeconds <= 86_400))
    refuse('packetSeconds', packetSeconds, 'a number above 0, up to 86400');
  if (workerMegabytes !== undefined && !isWhole(workerMegabytes, 64, 65_536))
    refuse('workerMegabytes', workerMegabytes, 'a whole number from 64 to 65536');
  if (shard && !(isWhole(shard.count, 1, 10_000) && isWhole(shard.index, 1, shard.count)))
    refuse('shard', `${shard.index}/${shard.count}`, 'a part of at most 10000, from 1');
  checkNames('outputs', outputs, BATCH_OUTPUTS);
  checkNames('attach', attach, ATTACHABLE);
  if (deflate !== undefined) checkNames('deflate', [deflate], ['platform', 'portable']);
}

function isWhole(number: number, from: number, to: number): boolean {
  return Number.isInteger(number) && number >= from && number <= to;
}

/** Who writes no TypeScript may give anything, also one name where a list belongs. */
function checkNames(option: string, given: unknown, known: readonly string[]): void {
  if (given === undefined) return;
  if (!Array.isArray(given)) refuse(option, JSON.stringify(given), `a list of ${known.join(', ')}`);
  for (const name of given as readonly unknown[])
    if (!known.some((one) => one === name)) refuse(option, JSON.stringify(name), `one of ${known.join(', ')}`);
}

function refuse(option: string, value: number | string, what: string): never {
  throw new RangeError(`${option}: ${value} is not ${what}`);
}
