/** The two stages of an applicant: `survey` may run ahead and in any order, `make` follows once `claim` allowed it. */
export interface Stages<Source, Surveyed, Job> {
  survey(source: Source): Promise<Surveyed>;
  /** Called in the order of the sources, so that who comes first does not depend on who is faster. */
  claim(surveyed: Surveyed): Job;
  make(job: Job): Promise<void>;
}

/**
 * Takes applicants through their stages, `slots` at a time. Surveyed applicants that wait are few, however many there
 * are in all. Finished work is preferred to new: packets come out early.
 *
 * @param ahead applicants that may be surveyed, or are being surveyed, before they are made
 * @param sources closed when the stages end before it does
 * @param signal stops before the next stage of anything, and waits for no further source
 */
export async function runStages<Source, Surveyed, Job>(
  sources: AsyncIterator<Source>,
  stages: Stages<Source, Surveyed, Job>,
  { slots, ahead, signal }: { readonly slots: number; readonly ahead: number; readonly signal: AbortSignal },
): Promise<void> {
  const surveyed = new Map<number, Surveyed>();
  const ready: Job[] = [];
  let taken = 0;
  let claimed = 0;
  let ended = false;
  let failed = false;
  let taking: Promise<unknown> = Promise.resolve();
  let asking = false;
  let waiting: (() => void)[] = [];
  const leaving = new Set<() => void>();

  const wake = (): void => {
    const sleepers = waiting;
    waiting = [];
    for (const resolve of sleepers) resolve();
  };
  /** Sources are asked one at a time, so that their order is that of their numbers. */
  const take = (): Promise<{ readonly number: number; readonly source: Source } | null> => {
    const next = taking.then(async () => {
      if (ended || signal.aborted || failed) return null;
      asking = true;
      const { done, value } = await sources.next().finally(() => (asking = false));
      if (done) {
        ended = true;
        return null;
      }
      return { number: taken++, source: value };
    });
    taking = next.catch(() => undefined);
    return next;
  };
  const claimInOrder = (): void => {
    for (let next = surveyed.get(claimed); next !== undefined; next = surveyed.get(claimed)) {
      surveyed.delete(claimed);
      claimed += 1;
      ready.push(stages.claim(next));
    }
  };

  const halt = (): void => {
    wake();
    for (const leave of leaving) leave();
  };
  /** Null when the stages halt before: a source may wait for its next applicant for ever. */
  const unlessHalted = <Value>(asked: Promise<Value>): Promise<Value | null> =>
    new Promise((resolve, reject) => {
      const leave = (): void => resolve(null);
      leaving.add(leave);
      asked.finally(() => leaving.delete(leave)).then(resolve, reject);
    });

  let reserved = 0;
  const slot = async (): Promise<void> => {
    while (!signal.aborted && !failed) {
      const job = ready.shift();
      if (job !== undefined) {
        wake();
        await stages.make(job);
      } else if (!ended && taken - claimed + ready.length + reserved < ahead) {
        reserved += 1;
        const next = await unlessHalted(take()).finally(() => void (reserved -= 1));
        if (next) {
          surveyed.set(next.number, await stages.survey(next.source));
          claimInOrder();
        }
        wake();
      } else if (ended && claimed === taken) {
        return;
      } else {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    }
  };
  signal.addEventListener('abort', halt);
  try {
    const results = await Promise.allSettled(
      Array.from({ length: slots }, () =>
        slot().catch((error: unknown) => {
          failed = true;
          halt();
          throw error;
        }),
      ),
    );
    const failure = results.find((result) => result.status === 'rejected');
    if (failure) throw failure.reason;
  } finally {
    signal.removeEventListener('abort', halt);
    // What was asked for an applicant closes only once it has answered. Why it was left counts, not how it closes.
    const closed = ended ? undefined : sources.return?.().catch(() => undefined);
    if (!asking) await closed;
  }
}
