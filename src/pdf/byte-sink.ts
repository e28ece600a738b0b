/** Bytes up to which a loop copies faster than the platform. */
const SHORT = 64;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
/** Integers below this are written without a string; ten times as many would not be 32-bit integers. */
const MANY = 1e9;
/** What one is made of at each number of decimals. */
const UNITS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

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

  /** Appends a string of code units below 256, one byte each; those before index `from` are left out. */
  latin1(text: string, from = 0): this {
    this.#reserve(text.length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = from; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
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

  bytes(source: Uint8Array): this {
    const count = source.length;
    this.#reserve(count);
    const bytes = this.#bytes;
    let at = this.#length;
    // A copy by the platform costs more than it saves on the few bytes of a word.
    if (count <= SHORT) for (let i = 0; i < count; i++) bytes[at++] = source[i]!;
    else bytes.set(source, at);
    this.#length += count;
    return this;
  }

  /** Appends an integer in decimal digits. */
  integer(value: number): this {
    const size = Math.abs(value);
    if (size >= MANY) return this.latin1(String(value));
    this.#reserve(11);
    if (value < 0) this.#bytes[this.#length++] = MINUS;
    this.#digits(size | 0);
    return this;
  }

  /**
   * Appends a number with at most `places` decimals and no exponent (PDF 1.7, 7.3.3).
   *
   * @param places from 1 to 6
   * @example sink.decimal(0.5, 3) // 0.5
   */
  decimal(value: number, places: number): this {
    let unit = UNITS[places]!;
    const scaled = Math.round(Math.abs(value) * unit);
    if (scaled >= MANY) return this.latin1(String(Math.sign(value) * (scaled / unit)));
    this.#reserve(12);
    if (value < 0 && scaled > 0) this.#bytes[this.#length++] = MINUS;
    const size = scaled | 0;
    const whole = (size / unit) | 0;
    this.#digits(whole);
    let rest = size - whole * unit;
    if (rest > 0) this.#bytes[this.#length++] = POINT;
    while (rest > 0) {
      unit = (unit / 10) | 0;
      const digit = (rest / unit) | 0;
      this.#bytes[this.#length++] = ZERO + digit;
      rest -= digit * unit;
    }
    return this;
  }

  /**
   * Appends a length or a place in points: 0.01 pt is one dot at 7,200 dpi, finer than any device, and short numbers
   * keep content streams short.
   *
   * @example sink.number(12.304) // 12.3
   */
  number(value: number): this {
    return this.decimal(value, 2);
  }

  /**
   * Appends an operator of a content stream with its operands before it, and ends the line.
   *
   * @example sink.operator([72, 72, 100, 0.5], 're')
   */
  operator(operands: readonly number[], name: string): this {
    for (const operand of operands) this.number(operand).byte(SPACE);
    return this.latin1(name).byte(NEWLINE);
  }

  /** Appends the digits of a 32-bit integer that is not negative; there is room for them. */
  #digits(size: number): void {
    let count = 1;
    for (let limit = 10; size >= limit; limit *= 10) count++;
    let at = (this.#length += count) - 1;
    let rest = size;
    for (; count > 0; count--) {
      const tens = (rest / 10) | 0;
      this.#bytes[at--] = ZERO + rest - 10 * tens;
      rest = tens;
    }
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
