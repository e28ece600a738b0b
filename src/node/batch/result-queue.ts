/**
 * Hands results from who makes them to who reads them, at most `room` at a time: a reader who is slow makes the maker
 * wait, so memory stays bounded.
 */
export class ResultQueue<Result> {
  readonly #room: number;
  readonly #items: Result[] = [];
  #ended = false;
  #failure: { readonly error: unknown } | undefined;
  #released = false;
  #wakeReader: (() => void) | undefined;
  #wakeMakers: (() => void)[] = [];

  constructor(room: number) {
    this.#room = room;
  }

  /** Resolves when there is room for another. */
  async push(item: Result): Promise<void> {
    if (this.#released) return;
    this.#items.push(item);
    this.#wakeReader?.();
    while (this.#items.length > this.#room && !this.#released) {
      await new Promise<void>((resolve) => this.#wakeMakers.push(resolve));
    }
  }

  /** No more will come; with an error, the reader gets it after the last result. */
  end(failure?: { readonly error: unknown }): void {
    this.#ended = true;
    this.#failure = failure;
    this.#wakeReader?.();
  }

  /** Nobody reads on: makers no longer wait. */
  release(): void {
    this.#released = true;
    this.#wake();
  }

  async *read(): AsyncGenerator<Result, void, undefined> {
    for (;;) {
      const item = this.#items.shift();
      if (item !== undefined) {
        this.#wake();
        yield item;
      } else if (this.#ended) {
        if (this.#failure) throw this.#failure.error;
        return;
      } else {
        await new Promise<void>((resolve) => void (this.#wakeReader = resolve));
      }
    }
  }

  #wake(): void {
    const makers = this.#wakeMakers;
    this.#wakeMakers = [];
    for (const wake of makers) wake();
  }
}
