import type { ByteSink } from './byte-sink.js';

/** Sets a colour `#rrggbb` by the operator `rg` or `RG`, with three decimals, which is finer than 8 bits. */
export function setColor(sink: ByteSink, color: string, operator: 'rg' | 'RG'): void {
  const value = Number.parseInt(color.slice(1), 16);
  for (const shift of [16, 8, 0]) sink.decimal(((value >> shift) & 255) / 255, 3).latin1(' ');
  sink.latin1(operator).latin1('\n');
}

/**
 * Draws a form or an image and restores the state that was saved before. Matrices are multiplied, so their numbers
 * have six decimals.
 */
export function drawObject(sink: ByteSink, matrix: readonly number[], name: string): void {
  for (const element of matrix) sink.decimal(element, 6).latin1(' ');
  sink.latin1('cm /').latin1(name).latin1(' Do Q\n');
}
