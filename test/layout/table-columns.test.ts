import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../src/layout/blocks/table-columns.js';

const column = (min: number, natural: number, rigid = false) => ({ min, natural, rigid, grows: !rigid });
const rounded = (widths: readonly number[]) => widths.map((width) => Math.round(width));

describe('columnWidths', () => {
  it('gives the rest to columns of words when everything fits', () => {
    expect(rounded(columnWidths([column(20, 40, true), column(30, 99), column(30, 99)], 360))).toEqual([40, 160, 160]);
  });

  it('lets narrow columns keep what they ask for when one is long', () => {
    const [year, role, text] = columnWidths([column(20, 50, true), column(30, 60), column(40, 2000)], 400);
    expect(year).toBe(50);
    expect(role).toBe(60);
    expect(text).toBe(290);
  });

  it('gives a column what it asks for only where no row takes more lines for it', () => {
    const demands = [column(50, 190), column(50, 110), column(60, 60, true), column(80, 80)];
    const [site, kind] = columnWidths(demands, 330, [[190, 110, 60, 80]]);
    expect(site! * 2 * 0.92).toBeGreaterThan(190);
    expect(kind).toBeLessThan(110);
    expect(columnWidths(demands, 360, [[190, 110, 60, 80]])[1]).toBe(110);
  });

  it('gives up numbers in one line only when minimums would suffer', () => {
    expect(columnWidths([column(20, 90, true), column(80, 200)], 160)[0]).toBeLessThan(90);
  });

  it('always divides the width exactly, with no column under its minimum when that is possible', () => {
    const demand = fc
      .record({ min: fc.integer({ min: 0, max: 120 }), more: fc.integer({ min: 0, max: 900 }), rigid: fc.boolean() })
      .map(({ min, more, rigid }) => ({ min, natural: min + more, rigid, grows: !rigid }));
    fc.assert(
      fc.property(
        fc.array(demand, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 50, max: 700 }),
        (demands, width) => {
          const widths = columnWidths(demands, width);
          expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(width, 6);
          const possible = demands.reduce((total, d) => total + d.min, 0) <= width;
          widths.forEach((w, index) => expect(w).toBeGreaterThanOrEqual(possible ? demands[index]!.min - 1e-6 : 0));
        },
      ),
    );
  });
});
