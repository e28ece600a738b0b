import fc from 'fast-check';

/**
 * The same random cases on every run, so that a change fails by what it breaks and not by chance. Another seed looks
 * further: `RANDOM_SEED=$RANDOM npm test`.
 */
fc.configureGlobal({ seed: Number(process.env.RANDOM_SEED ?? 20_261_123) });
