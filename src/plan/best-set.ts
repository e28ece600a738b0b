import { EXTRA, FILLED } from './weights.js';

/** A letter as the search sees it. */
export interface Candidate {
  /** Points that it brings by itself. */
  readonly merit: number;
  /** Indexes of the demands that it meets. */
  readonly meets: readonly number[];
  /** Candidates of one writer share a key: a set has at most one of them, unless they are fixed. */
  readonly writer: string;
  /** In every set. */
  readonly fixed: boolean;
}

/** What sets are measured by. */
export interface SetRules {
  /** Points of each demand for the first, second ... letter that meets it; never rising. */
  readonly demands: readonly (readonly number[])[];
  /** Letters wanted: so many bring their merit. */
  readonly wanted: number;
  /** Most letters in a set. */
  readonly most: number;
}

/** The best set: indexes of candidates, rising, and its score. */
export interface BestSet {
  readonly chosen: readonly number[];
  readonly score: number;
}

/** Free candidates up to which every set is looked at; of more, see {@link findBestSet}. */
const POOL = 24;

/**
 * The score of a set: merits of the best `wanted` letters, points for demands met and for places filled, less a cost for
 * each letter above the number wanted.
 */
export function scoreOfSet(members: readonly Candidate[], { demands, wanted }: SetRules): number {
  const counts = new Map<number, number>();
  for (const { meets } of members) for (const demand of meets) counts.set(demand, (counts.get(demand) ?? 0) + 1);
  let score = 0;
  for (const [demand, count] of counts) {
    for (let met = 0; met < count; met += 1) score += demands[demand]?.[met] ?? 0;
  }
  const merits = members.map(({ merit }) => merit).sort((a, b) => b - a);
  for (const merit of merits.slice(0, wanted)) score += merit + FILLED;
  return score - EXTRA * Math.max(0, members.length - wanted);
}

/**
 * Finds the set with the highest score. Exact for up to 24 free candidates: every set is looked at, some 6,000 for 20
 * letters and places for four. Of more candidates, only those enter that are, for some demand, among the best `most` by
 * themselves, and the best of all up to 24. Of equal sets, the one wins whose letters stand earlier in the list.
 */
export function findBestSet(candidates: readonly Candidate[], rules: SetRules): BestSet {
  return new Search(candidates, rules).run();
}

class Search {
  readonly #candidates: readonly Candidate[];
  readonly #rules: SetRules;
  /** Free candidates, rising. */
  readonly #free: readonly number[];
  /** How many of the chosen meet each demand. */
  readonly #counts: number[];
  readonly #chosen: number[] = [];
  #best: readonly number[] = [];
  #bestScore = -Infinity;

  constructor(candidates: readonly Candidate[], rules: SetRules) {
    this.#candidates = candidates;
    this.#rules = rules;
    this.#counts = rules.demands.map(() => 0);
    this.#free = shortlist(candidates, rules);
  }

  run(): BestSet {
    let score = 0;
    for (const [index, candidate] of this.#candidates.entries()) {
      if (!candidate.fixed) continue;
      score += this.#gain(candidate);
      this.#add(index, candidate);
    }
    this.#visit(score, 0);
    return { chosen: [...this.#best].sort((a, b) => a - b), score: this.#bestScore };
  }

  /** Looks at the chosen, then at every set that adds free candidates from a place on. */
  #visit(score: number, from: number): void {
    if (score > this.#bestScore) {
      this.#bestScore = score;
      this.#best = [...this.#chosen];
    }
    if (this.#chosen.length >= this.#rules.most) return;
    for (let at = from; at < this.#free.length; at += 1) {
      const index = this.#free[at] ?? 0;
      const candidate = this.#candidates[index];
      if (!candidate || this.#hasWriter(candidate.writer)) continue;
      const next = score + this.#gain(candidate);
      this.#add(index, candidate);
      this.#visit(next, at + 1);
      this.#remove(candidate);
    }
  }

  #hasWriter(writer: string): boolean {
    for (const index of this.#chosen) if (this.#candidates[index]?.writer === writer) return true;
    return false;
  }

  /** What a candidate adds to the chosen. */
  #gain({ meets, merit }: Candidate): number {
    const { demands, wanted } = this.#rules;
    let points = 0;
    for (const demand of meets) points += demands[demand]?.[this.#counts[demand] ?? 0] ?? 0;
    if (this.#chosen.length < wanted) return points + merit + FILLED;
    if (wanted === 0) return points - EXTRA;
    const merits = this.#chosen.map((index) => this.#candidates[index]?.merit ?? 0).sort((a, b) => b - a);
    return points + Math.max(0, merit - (merits[wanted - 1] ?? merit)) - EXTRA;
  }

  #add(index: number, { meets }: Candidate): void {
    for (const demand of meets) this.#counts[demand] = (this.#counts[demand] ?? 0) + 1;
    this.#chosen.push(index);
  }

  #remove({ meets }: Candidate): void {
    for (const demand of meets) this.#counts[demand] = (this.#counts[demand] ?? 0) - 1;
    this.#chosen.pop();
  }
}

/** Indexes of the free candidates to look at, rising. */
function shortlist(candidates: readonly Candidate[], { demands, most }: SetRules): number[] {
  const free = candidates.flatMap((candidate, index) => (candidate.fixed ? [] : [index]));
  if (free.length <= POOL) return free;
  const alone = candidates.map(({ meets, merit }) =>
    meets.reduce((sum, demand) => sum + (demands[demand]?.[0] ?? 0), merit),
  );
  const ranked = [...free].sort((a, b) => (alone[b] ?? 0) - (alone[a] ?? 0) || a - b);
  const kept = new Set(
    demands.flatMap((points, demand) => {
      const isView = (points[0] ?? 0) <= EXTRA;
      return isView ? [] : ranked.filter((index) => candidates[index]?.meets.includes(demand)).slice(0, most);
    }),
  );
  for (const index of ranked) {
    if (kept.size >= POOL) break;
    kept.add(index);
  }
  return [...kept].sort((a, b) => a - b);
}
