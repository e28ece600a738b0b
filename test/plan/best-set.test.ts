import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, findBestSet, scoreOfSet, type SetRules } from '../../src/plan/best-set.js';

const points = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 3 })
  .map((list) => list.sort((a, b) => b - a));
const instance = fc
  .record({
    demands: fc.array(points, { minLength: 1, maxLength: 6 }),
    candidates: fc.array(
      fc.record({
        merit: fc.integer({ min: -3, max: 25 }),
        meets: fc.uniqueArray(fc.nat(5), { maxLength: 4 }),
        writer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        fixed: fc.boolean().map((flag) => flag),
      }),
      { maxLength: 8 },
    ),
    wanted: fc.integer({ min: 0, max: 4 }),
    extra: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ demands, candidates, wanted, extra }) => {
    const rules: SetRules = { demands, wanted, most: Math.min(4, wanted + extra) };
    let fixed = 0;
    const valid = candidates.map(({ meets, ...candidate }): Candidate => {
      const isFixed = candidate.fixed && fixed < rules.most;
      if (isFixed) fixed += 1;
      return { ...candidate, fixed: isFixed, meets: meets.filter((demand) => demand < demands.length) };
    });
    return { candidates: valid, rules };
  });

/** The highest score of any set that is allowed: every subset is looked at. */
function highestScore(candidates: readonly Candidate[], rules: SetRules): number {
  let highest = -Infinity;
  for (let bits = 0; bits < 2 ** candidates.length; bits += 1) {
    const members = candidates.filter((_, index) => (bits >> index) & 1);
    if (members.length > rules.most || candidates.some((one) => one.fixed && !members.includes(one))) continue;
    const free = members.filter(({ fixed }) => !fixed);
    if (free.some((one) => members.some((other) => other !== one && other.writer === one.writer))) continue;
    highest = Math.max(highest, scoreOfSet(members, rules));
  }
  return highest;
}

const plain = (merit: number, more: Partial<Candidate> = {}): Candidate => ({
  merit,
  meets: [],
  writer: `writer ${merit}`,
  fixed: false,
  ...more,
});

describe('findBestSet', () => {
  it('finds the best of all sets', () => {
    fc.assert(
      fc.property(instance, ({ candidates, rules }) => {
        const best = findBestSet(candidates, rules);
        expect(best.score).toBe(highestScore(candidates, rules));
        const members = best.chosen.flatMap((index) => candidates[index] ?? []);
        expect(scoreOfSet(members, rules)).toBe(best.score);
        expect(members.length).toBeLessThanOrEqual(rules.most);
        expect(candidates.every((one) => !one.fixed || members.includes(one))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('adds one above the number wanted for a demand, and not for merit alone', () => {
    const rules: SetRules = { demands: [[7]], wanted: 3, most: 4 };
    const strong = [plain(20), plain(19), plain(18)];
    expect(findBestSet([...strong, plain(17)], rules).chosen).toEqual([0, 1, 2]);
    expect(findBestSet([...strong, plain(1, { meets: [0] })], rules).chosen).toEqual([0, 1, 2, 3]);
  });

  it('fills the number wanted even with weak letters', () => {
    expect(findBestSet([plain(-3), plain(5)], { demands: [], wanted: 3, most: 4 }).chosen).toEqual([0, 1]);
  });

  it('prefers letters that stand earlier when sets are equal', () => {
    const equal = [1, 2, 3, 4, 5].map((n) => plain(10, { writer: `writer ${n}` }));
    expect(findBestSet(equal, { demands: [], wanted: 3, most: 4 }).chosen).toEqual([0, 1, 2]);
  });

  it('keeps the only letter that meets a demand in a pool too large to look at every set', () => {
    const many = Array.from({ length: 60 }, (_, index) => plain(20, { writer: `writer ${index}` }));
    const rules: SetRules = { demands: [[12]], wanted: 3, most: 4 };
    const { chosen } = findBestSet([...many, plain(0, { meets: [0] })], rules);
    expect(chosen).toContain(60);
    expect(chosen).toHaveLength(4);
  });
});
