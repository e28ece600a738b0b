import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/node/batch/turns.js';

describe('Turns', () => {
  it('lets so many through at a time, in the order of coming, and gives a place on when work has failed', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    let atWork = 0;
    let most = 0;
    const work = (number: number) =>
      turns.take(async () => {
        begun.push(number);
        most = Math.max(most, (atWork += 1));
        await Promise.resolve();
        atWork -= 1;
        if (number % 2 === 0) throw new Error(`no ${number}`);
        return number;
      });
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(work));
    await Promise.allSettled([6, 7, 8, 9, 10].map(work));
    expect([begun, most]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 2]);
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([1, 'failed', 3, 'failed', 5]); // prettier-ignore
  });
});
