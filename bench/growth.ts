import type { Inputs } from './inputs.js';
import type { Contestant } from './peers.js';
import { Runner } from './runner.js';
import { median } from './statistics.js';

/** Milliseconds a page at one length. */
export interface GrowthPoint {
  readonly pages: number;
  readonly msPerPage: number;
}
export type Growth = ReadonlyMap<Contestant, readonly GrowthPoint[]>;

/** How many times an application says as much, and how often each length is measured: long ones say enough at once. */
const LENGTHS = [
  { copies: 1, runs: 5 },
  { copies: 6, runs: 3 },
  { copies: 28, runs: 2 },
];
/** Contestants that take a minute for the longest are measured at it once. */
const SLOW: readonly Contestant[] = ['react-pdf', 'pdfmake', 'pdfkit'];

/** Cost of a page in documents of about 9, 36 and 144 pages: the same when time grows as length does. */
export async function measureGrowth(inputs: Inputs, contestants: readonly Contestant[]): Promise<Growth> {
  const growth = new Map<Contestant, GrowthPoint[]>();
  for (const contestant of contestants) {
    const runner = await Runner.start(contestant);
    const points: GrowthPoint[] = [];
    try {
      const own = contestant === 'lor-packet';
      const render = async (copies: number, variant: number) =>
        runner.render(
          own ? await inputs.own({ copies, strangers: true }) : await inputs.peer(variant, { copies, strangers: true }),
          variant,
        );
      for (let i = 0; i < (own ? 20 : 3); i++) await render(1, 2000 + i);
      for (const { copies, runs } of LENGTHS) {
        const slow = SLOW.includes(contestant);
        const times = [];
        let pages = 0;
        if (!slow) await render(copies, 3000);
        for (let run = 0; run < (slow && copies > 1 ? 1 : runs); run++) {
          const rendered = await render(copies, run);
          pages = rendered.pages;
          times.push(rendered.ms / rendered.pages);
        }
        points.push({ pages, msPerPage: median(times) });
      }
    } catch (error) {
      if (contestant === 'lor-packet') throw error;
      console.error(`${contestant} fails on a longer document: ${String(error).split('\n')[0]}`);
    } finally {
      runner.stop();
    }
    if (points.length > 0) growth.set(contestant, points);
  }
  return growth;
}
