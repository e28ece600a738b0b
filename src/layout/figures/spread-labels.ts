/** A label that wants to be centred on a point of a line. */
export interface LabelWish {
  readonly anchor: number;
  readonly width: number;
}

/**
 * Places labels on a line so that none overlaps another or leaves the line, each as near to its anchor as the others
 * allow (least squares, by pooling neighbours that would collide). The order stays that of the list.
 *
 * @param wishes in the order of their anchors
 * @param measure length of the line, points
 * @param gap least space between labels, points
 * @returns left edges, or undefined when the labels are together longer than the line
 * @example spreadLabels([{ anchor: 10, width: 20 }, { anchor: 12, width: 20 }], 100, 4) // [0, 24]
 */
export function spreadLabels(wishes: readonly LabelWish[], measure: number, gap: number): number[] | undefined {
  const total = wishes.reduce((sum, { width }) => sum + width, 0) + gap * Math.max(0, wishes.length - 1);
  if (total > measure + 1e-9) return undefined;
  interface Pool {
    readonly from: number;
    readonly count: number;
    readonly length: number;
    /** Where its left edge wants to be: the mean over its labels. */
    readonly wish: number;
  }
  const pools: Pool[] = [];
  const edge = ({ wish, length }: Pool): number => Math.min(Math.max(wish, 0), measure - length);
  wishes.forEach(({ anchor, width }, from) => {
    let pool: Pool = { from, count: 1, length: width, wish: anchor - width / 2 };
    for (let last = pools.at(-1); last && edge(last) + last.length + gap > edge(pool); last = pools.at(-1)) {
      pools.pop();
      const wish = (last.wish * last.count + (pool.wish - last.length - gap) * pool.count) / (last.count + pool.count);
      pool = { from: last.from, count: last.count + pool.count, length: last.length + gap + pool.length, wish };
    }
    pools.push(pool);
  });
  return pools.flatMap((pool) => {
    let left = edge(pool);
    return wishes.slice(pool.from, pool.from + pool.count).map(({ width }) => {
      const own = left;
      left += width + gap;
      return own;
    });
  });
}
