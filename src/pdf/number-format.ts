/**
 * A number as PDF syntax with at most two decimals: 0.01 pt is one dot at 7,200 dpi, finer than any
 * device, and short numbers keep content streams short. Never uses an exponent (PDF 1.7, 7.3.3).
 *
 * @example formatNumber(12.304) // '12.3'
 */
export function formatNumber(value: number): string {
  const hundredths = Math.round(value * 100);
  if (hundredths === 0) return '0';
  return String(hundredths / 100);
}

/** A number of a matrix, which is multiplied: with up to six decimals, never with an exponent. */
export function precise(value: number): string {
  return (Math.round(value * 1e6) / 1e6).toFixed(6).replace(/\.?0+$/, '');
}

/** A colour `#rrggbb` as the three operands of `rg` or `RG`, with three decimals (finer than 8 bits). */
export function formatColor(color: string): string {
  const value = Number.parseInt(color.slice(1), 16);
  const part = (shift: number): string => String(Math.round((((value >> shift) & 255) / 255) * 1000) / 1000);
  return `${part(16)} ${part(8)} ${part(0)}`;
}
