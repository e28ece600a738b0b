/** A cache of a limited number of entries. */
export interface BoundedCache<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

/** Says how much of the limit of a cache an entry takes. */
export type WeightOf<V> = (key: string, value: V) => number;

/** Caches that share one limit: what was not used in any of them for longest goes first. */
export interface CacheFamily<V> {
  /** A new cache with keys of its own. */
  cache(): BoundedCache<V>;
}

/**
 * Keeps the entries used last, between half of `limit` and `limit` of them (by weight) over all caches. Two generations stand in
 * for an exact list of uses: a hit costs one look-up and moves nothing while the entry is young. Each cache has its own
 * maps, so that no key needs a prefix to say where it belongs: joining the strings would cost more than the look-up.
 */
export function createCacheFamily<V>(limit: number, weightOf: WeightOf<V> = () => 1): CacheFamily<V> {
  const half = Math.max(1, Math.floor(limit / 2));
  const members: (() => void)[] = [];
  let inYoung = 0;
  return {
    cache() {
      let young = new Map<string, V>();
      let old = new Map<string, V>();
      members.push(() => {
        old = young;
        young = new Map();
      });
      const set = (key: string, value: V): void => {
        if (inYoung >= half) {
          for (const age of members) age();
          inYoung = 0;
        }
        const before = young.get(key);
        young.set(key, value);
        inYoung += weightOf(key, value) - (before === undefined ? 0 : weightOf(key, before));
      };
      return {
        get(key) {
          const value = young.get(key);
          if (value !== undefined) return value;
          const aged = old.get(key);
          if (aged !== undefined) set(key, aged);
          return aged;
        },
        set,
      };
    },
  };
}

/** One cache with a limit of its own; see {@link createCacheFamily}. */
export function createBoundedCache<V>(limit: number, weightOf?: WeightOf<V>): BoundedCache<V> {
  return createCacheFamily<V>(limit, weightOf).cache();
}
