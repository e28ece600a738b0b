/** Bytes up to which a loop copies faster than the platform. */
const SHORT = 64;
const SPACE = 0x20;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
/** Integers below this are written without a string. */
const MANY = 1e9;

/** 1 for each byte that stands for itself in a PDF name: printable, no delimiter, no number sign (PDF 1.7, 7.2.2, 7.3.5). */
const REGULAR = Uint8Array.from({ length: 256 }, (_, code) =>
  code > SPACE && code < 0x7f && !'()<>[]{}/%#'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** True for a byte that stands for itself in a PDF name, and would run together with another such byte. */
export function isRegular(code: number): boolean {
  return REGULAR[code] === 1;
}

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
    if (size >= MANY) return this.latin1(String(size));
    this.#reserve(10);
    let digits = 1;
    for (let limit = 10; size >= limit; limit *= 10) digits++;
    this.#length += digits;
    let rest = size;
    for (let at = this.#length - 1; digits > 0; digits--) {
      const tens = Math.floor(rest / 10);
      this.#bytes[at--] = ZERO + rest - 10 * tens;
      rest = tens;
    }
    return this;
  }

  /**
   * Appends a number with at most two decimals: 0.01 pt is one dot at 7,200 dpi, finer than any device, and short
   * numbers keep content streams short. Never uses an exponent (PDF 1.7, 7.3.3).
   *
   * @example sink.number(12.304) // 12.3
   */
  number(value: number): this {
    const hundredths = Math.round(value * 100);
    if (hundredths < 0) this.byte(MINUS);
    const size = Math.abs(hundredths);
    const whole = Math.floor(size / 100);
    const part = size - 100 * whole;
    this.integer(whole);
    if (part === 0) return this;
    const tenths = Math.floor(part / 10);
    this.byte(POINT).byte(ZERO + tenths);
    return part === 10 * tenths ? this : this.byte(ZERO + part - 10 * tenths);
  }

  /** Appends a space where what follows would run together with the token before it (PDF 1.7, 7.2.2). */
  separate(): this {
    return this.#length > 0 && isRegular(this.#bytes[this.#length - 1]!) ? this.byte(SPACE) : this;
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
