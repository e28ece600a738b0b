import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoundedCache, createCacheFamily } from '../src/bounded-cache.js';

describe('createCacheFamily', () => {
  it('keeps no more than its limit over all caches, and never gives the value of another key or cache', () => {
    const step = fc.record({ cache: fc.nat(3), key: fc.nat(60), write: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(step, { maxLength: 400 }), (limit, steps) => {
        const family = createCacheFamily<string>(limit);
        const caches = [family.cache(), family.cache(), family.cache(), family.cache()];
        for (const { cache, key, write } of steps) {
          if (write) caches[cache]!.set(`k${key}`, `${cache}/${key}`);
          else expect([undefined, `${cache}/${key}`]).toContain(caches[cache]!.get(`k${key}`));
        }
        let held = 0;
        // Looking moves what is old among the young, and so may push out what is not looked at: never the other way.
        for (const [at, cache] of caches.entries()) {
          for (let key = 0; key <= 60; key++) if (cache.get(`k${key}`) === `${at}/${key}`) held++;
        }
        expect(held).toBeLessThanOrEqual(Math.max(2, limit));
      }),
    );
  });

  it('keeps what is used again and again', () => {
    const cache = createBoundedCache<number>(10);
    cache.set('kept', 1);
    for (let i = 0; i < 1000; i++) {
      cache.set(`word ${i}`, i);
      expect(cache.get('kept')).toBe(1);
    }
  });
});
