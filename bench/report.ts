import os from 'node:os';
import { type Cold, OWN_COMMAND, TYPST_BINDING } from './cold-start.js';
import type { Growth } from './growth.js';
import type { Memory } from './memory.js';
import { installedVersion, PEERS } from './peers.js';
import { asFraction, median, medianRatio, textTable } from './statistics.js';
import type { Entrant, Warm } from './warm.js';

export interface Results {
  readonly runs: number;
  readonly warm: Warm;
  readonly cold: Cold;
  readonly growth: Growth;
  readonly memory: Memory;
}

/** A bar: what must hold, and what was measured. `measured` may be at most `bar`. */
interface Bar {
  readonly what: string;
  readonly bar: number;
  readonly measured: number;
  readonly show: (value: number) => string;
}

/** A run on a busy machine may miss a bar by so much; what misses it by more is slower. */
const WIDE_MARGIN = 1.5;

const times = (value: number): string => value.toFixed(2);

function barsOf({ warm, cold, growth, memory }: Results): Bar[] {
  const own = warm.get('lor-packet')!.map(({ ms }) => ms);
  const bars: Bar[] = PEERS.filter(({ contestant }) => warm.has(contestant)).map(({ contestant, title, bar }) => ({
    what: `time of ${title}`,
    bar,
    measured: medianRatio(
      own,
      warm.get(contestant)!.map(({ ms }) => ms),
    ),
    show: asFraction,
  }));
  const ownCold = cold.get(OWN_COMMAND);
  const typstCold = cold.get(TYPST_BINDING);
  if (ownCold && typstCold) {
    bars.push({ what: 'cold command, of Typst', bar: 2, measured: medianRatio(ownCold, typstCold), show: times });
  }
  const points = growth.get('lor-packet')!;
  const [shortest, longest] = [points[0]!, points.at(-1)!];
  bars.push(
    {
      what: `a page of ${longest.pages}, of one of ${shortest.pages}`,
      bar: 1.25,
      measured: longest.msPerPage / shortest.msPerPage,
      show: times,
    },
    { what: 'packet, of its text and deflate alone', bar: 2, measured: memory.overheadRatio, show: times },
    {
      what: `live data after ${memory.packets} packets, of after ${Math.ceil(memory.packets / 2)}`,
      bar: 1.1,
      measured: memory.late.heapMb / memory.early.heapMb,
      show: times,
    },
  );
  return bars;
}

/** The bars that were missed by more than the noise of a busy machine. */
export function missedBars(results: Results): string[] {
  return barsOf(results)
    .filter(({ bar, measured }) => measured > bar * WIDE_MARGIN)
    .map(({ what }) => what);
}

export function printReport(results: Results): void {
  const { runs, warm, cold, growth, memory } = results;
  const own = warm.get('lor-packet')!;
  const cpus = os.cpus();
  const first = own[0]!;
  console.log(`\n${runs} rounds of one packet each, ${first.pages} pages, the same words, five embedded faces`);
  console.log(`${cpus.length} cores, Node ${process.versions.node}, ${os.platform()} ${os.arch()}\n`);

  const title = (contestant: Entrant): string => {
    if (contestant === 'strangers') return 'lor-packet, each of another applicant';
    const peer = PEERS.find((candidate) => candidate.contestant === contestant);
    return peer ? `${peer.title} ${installedVersion(peer.packageName) ?? ''}` : 'lor-packet';
  };
  console.log(
    textTable(
      [
        ['warm', 'our time', 'ms', 'packets/s', 'peak MB', 'kB', 'pages', 'cpu ms', 'without'],
        ...[...warm].map(([contestant, rounds]) => {
          const ms = median(rounds.map((round) => round.ms));
          const peer = PEERS.find((candidate) => candidate.contestant === contestant);
          const ratio = medianRatio(
            own.map((round) => round.ms),
            rounds.map((round) => round.ms),
          );
          return [
            title(contestant),
            contestant === 'lor-packet' ? '' : asFraction(ratio),
            ms.toFixed(1),
            (1000 / ms).toFixed(1),
            Math.max(...rounds.map((round) => round.peakMb)).toFixed(0),
            median(rounds.map((round) => round.kb)).toFixed(0),
            String(rounds[0]!.pages),
            median(rounds.map((round) => round.cpuMs)).toFixed(0),
            peer?.lacks ?? '',
          ];
        }),
      ],
      { wordy: true },
    ),
  );

  const ownCold = cold.get(OWN_COMMAND)!;
  console.log('');
  console.log(
    textTable([
      ['cold, the example to its first PDF', 'our time', 'ms'],
      ...[...cold].map(([name, ms]) => [
        name,
        name === OWN_COMMAND ? '' : medianRatio(ownCold, ms).toFixed(2),
        median(ms).toFixed(0),
      ]),
    ]),
  );

  console.log('');
  console.log(
    textTable([
      ['a page, of a page of the shortest', ...growth.get('lor-packet')!.map(({ pages }) => `~${pages} pages`)],
      ...[...growth].map(([contestant, points]) => [
        title(contestant),
        ...growth
          .get('lor-packet')!
          .map((_, at) => (points[at] ? (points[at].msPerPage / points[0]!.msPerPage).toFixed(2) : 'fails')),
      ]),
    ]),
  );

  const megabytes = ({ rssMb, heapMb }: Memory['late']): string =>
    `${heapMb.toFixed(0)} MB live, ${rssMb.toFixed(0)} MB resident`;
  console.log(`\n${memory.packets} packets of other applicants in one process: after half ${megabytes(memory.early)};`);
  console.log(`after all ${megabytes(memory.late)}`);

  console.log('');
  console.log(
    textTable(
      [
        ['bar', 'at most', 'measured', ''],
        ...barsOf(results).map(({ what, bar, measured, show }) => [
          what,
          show(bar),
          show(measured),
          measured <= bar ? 'reached' : measured > bar * WIDE_MARGIN ? 'MISSED' : 'near',
        ]),
      ],
      { wordy: true },
    ),
  );
}
