import type { Inputs } from './inputs.js';
import type { Contestant } from './peers.js';
import { type Rendered, Runner } from './runner.js';

/** A contestant, or ours with packets that are each of another applicant. */
export type Entrant = Contestant | 'strangers';
/** Rounds of each entrant, in the order of the rounds. */
export type Warm = ReadonlyMap<Entrant, readonly Rendered[]>;

/** Packets that each contestant renders before the first round: compilers need some, words are shaped then. */
const WARM_UP: Readonly<Record<Entrant, number>> = {
  'lor-packet': 40,
  strangers: 40,
  pdfmake: 6,
  'react-pdf': 4,
  pdfkit: 6,
  typst: 6,
};

/**
 * Each round renders one packet with every contestant: a batch as the command makes it, four letters of each applicant,
 * every applicant with another name and other lines. Ours runs a second time with as many applicants as packets.
 */
export async function measureWarm(inputs: Inputs, contestants: readonly Contestant[], runs: number): Promise<Warm> {
  const entrants: Entrant[] = ['strangers', ...contestants];
  const runners = new Map<Entrant, Runner>();
  try {
    for (const entrant of entrants) {
      runners.set(entrant, await Runner.start(entrant === 'strangers' ? 'lor-packet' : entrant));
    }
    const render = async (entrant: Entrant, index: number): Promise<Rendered> => {
      const strangers = entrant === 'strangers';
      const own = strangers || entrant === 'lor-packet';
      const file = own ? await inputs.own({ strangers }) : await inputs.peer(index);
      return runners.get(entrant)!.render(file, index);
    };
    for (const entrant of entrants) {
      for (let i = 0; i < WARM_UP[entrant]; i++) await render(entrant, 1000 + i);
    }
    const rounds = new Map<Entrant, Rendered[]>(entrants.map((entrant) => [entrant, []]));
    for (let round = 0; round < runs; round++) {
      // Turned, so that none always follows the same one.
      const turned = entrants.map((_, at) => entrants[(at + round) % entrants.length]!);
      for (const entrant of turned) rounds.get(entrant)!.push(await render(entrant, round));
    }
    return rounds;
  } finally {
    for (const runner of runners.values()) runner.stop();
  }
}
