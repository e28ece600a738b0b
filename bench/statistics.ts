/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.floor(half)] ?? NaN) + (sorted[Math.ceil(half) - 1] ?? NaN)) / 2;
}

/** The median of the ratios of values measured in the same rounds: what a machine with other work can still tell. */
export function medianRatio(above: readonly number[], below: readonly number[]): number {
  return median(above.map((value, index) => value / (below[index] ?? NaN)));
}

/** `0.084` as `1/12`; `1.2` stays. */
export function asFraction(ratio: number): string {
  return ratio >= 1 ? ratio.toFixed(2) : `1/${(1 / ratio).toFixed(1 / ratio < 20 ? 1 : 0)}`;
}

/** Rows of cells as columns of equal width; the first is aligned left, and the last if `wordy`; the others right. */
export function textTable(rows: readonly (readonly string[])[], { wordy = false } = {}): string {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const isLeft = (column: number): boolean => column === 0 || (wordy && column === columns - 1);
  return rows
    .map((row) => row.map((cell, at) => (isLeft(at) ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))))
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}
