/** The HarfBuzz module; only the text stage knows it. */
export type HarfBuzz = typeof import('harfbuzzjs');
/** A HarfBuzz font handle. */
export type HarfBuzzFont = import('harfbuzzjs').Font;
/** A HarfBuzz shaping feature. */
export type HarfBuzzFeature = import('harfbuzzjs').Feature;

/**
 * Loads HarfBuzz and its WebAssembly file. The import is dynamic because the package awaits at its top level: a static
 * import would make `require()` of this library impossible. Repeated calls share the module.
 */
export async function loadHarfBuzz(): Promise<HarfBuzz> {
  return import('harfbuzzjs');
}
