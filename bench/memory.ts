import type { Inputs } from './inputs.js';
import { Runner } from './runner.js';
import { median } from './statistics.js';

/** Our memory over many packets, and what the packets cannot do without. */
export interface Memory {
  readonly packets: number;
  /** Resident size and live data after half of the packets, and after all, MB. */
  readonly early: { readonly rssMb: number; readonly heapMb: number };
  readonly late: { readonly rssMb: number; readonly heapMb: number };
  /** Time of a packet over that of its shaping, line breaking and deflate alone; the median. */
  readonly overheadRatio: number;
}

/** Renders many packets, each of another applicant, in one process. */
export async function measureMemory(inputs: Inputs, packets: number): Promise<Memory> {
  const runner = await Runner.start('lor-packet', { clock: true });
  try {
    // Each packet of another applicant: what caches hold grows, and text is really set.
    const file = await inputs.own({ strangers: true });
    const ratios = [];
    let early = await runner.memory();
    for (let packet = 1; packet <= packets; packet++) {
      const { ms, spent } = await runner.render(file, packet);
      if (spent && packet > packets / 2) ratios.push(ms / (spent.text + spent.deflate));
      if (packet === Math.ceil(packets / 2)) early = await runner.memory();
    }
    return { packets, early, late: await runner.memory(), overheadRatio: median(ratios) };
  } finally {
    runner.stop();
  }
}
