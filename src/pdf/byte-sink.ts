/** Bytes up to which a loop copies faster than the platform. */
const SHORT = 64;
const MINUS = 0x2d;
const ZERO = 0x30;

/** A growing byte buffer: content streams, object streams, font tables and the file itself are built in one. */
export class ByteSink {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity = 4096) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** Appends a string of code units below 256, one byte each. */
  latin1(text: string): this {
    this.#reserve(text.length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
    this.#length = at;
    return this;
  }

  byte(value: number): this {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
    return this;
  }

  /** Appends an unsigned integer of `width` bytes, big endian. */
  uint(value: number, width: number): this {
    this.#reserve(width);
    for (let i = width - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) {
      this.#bytes[this.#length + i] = rest % 256;
    }
    this.#length += width;
    return this;
  }

  /** Appends bytes, those before index `from` left out. */
  bytes(source: Uint8Array, from = 0): this {
    const count = source.length - from;
    this.#reserve(count);
    const bytes = this.#bytes;
    let at = this.#length;
    // A copy by the platform costs more than it saves on the few bytes of a word.
    if (count <= SHORT) for (let i = from; i < source.length; i++) bytes[at++] = source[i]!;
    else bytes.set(from === 0 ? source : source.subarray(from), at);
    this.#length += count;
    return this;
  }

  /** Appends an integer in decimal digits. */
  integer(value: number): this {
    if (value < 0) this.byte(MINUS);
    const size = Math.abs(value);
    if (size >= 1000) return this.latin1(String(size));
    if (size >= 100) this.byte(ZERO + Math.floor(size / 100));
    if (size >= 10) this.byte(ZERO + (Math.floor(size / 10) % 10));
    return this.byte(ZERO + (size % 10));
  }

  /** Removes the last `count` bytes. */
  drop(count: number): this {
    this.#length -= count;
    return this;
  }

  /** What was written, as a view; valid until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** What was written, as a copy of exactly that length. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
