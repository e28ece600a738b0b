import type { Inputs } from './inputs.js';
import type { Contestant } from './peers.js';
import { type Rendered, Runner } from './runner.js';

/** Rounds of one contestant, in the order of the rounds. */
export type Warm = ReadonlyMap<Contestant, readonly Rendered[]>;

/** Packets that each contestant renders before the first round: compilers need some, words are shaped then. */
const WARM_UP: Readonly<Record<Contestant, number>> = {
  'lor-packet': 30,
  pdfmake: 6,
  'react-pdf': 4,
  pdfkit: 6,
  typst: 6,
};

/**
 * Each round renders one packet with every contestant, each time with new names and other lines, so that none can give
 * back what it has made before.
 */
export async function measureWarm(inputs: Inputs, contestants: readonly Contestant[], runs: number): Promise<Warm> {
  const runners = new Map<Contestant, Runner>();
  try {
    for (const contestant of contestants) runners.set(contestant, await Runner.start(contestant));
    const render = async (contestant: Contestant, variant: number): Promise<Rendered> => {
      const file = contestant === 'lor-packet' ? await inputs.own() : await inputs.peer(variant);
      return runners.get(contestant)!.render(file, variant);
    };
    for (const contestant of contestants) {
      for (let i = 0; i < WARM_UP[contestant]; i++) await render(contestant, 1000 + i);
    }
    const rounds = new Map<Contestant, Rendered[]>(contestants.map((contestant) => [contestant, []]));
    for (let round = 0; round < runs; round++) {
      // Turned, so that none always follows the same one.
      const turned = contestants.map((_, at) => contestants[(at + round) % contestants.length]!);
      for (const contestant of turned) rounds.get(contestant)!.push(await render(contestant, round));
    }
    return rounds;
  } finally {
    for (const runner of runners.values()) runner.stop();
  }
}
