/** A token of a content stream: number, name (`/Name`), string (bytes), array, dictionary or operator. */
export type Operand = number | string | Uint8Array | boolean | null | Operand[] | OperandDict;
export interface OperandDict {
  readonly [key: string]: Operand;
}

/** One operator with what stands before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[()<>[\]{}/%]/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads a content stream (PDF 1.7, 7.8.2). Throws on anything that is not one. */
export function readOperations(bytes: Uint8Array): Operation[] {
  const text = Buffer.from(bytes).toString('latin1');
  const operations: Operation[] = [];
  let at = 0;
  let operands: Operand[] = [];

  const skipSpace = (): void => {
    for (;;) {
      while (at < text.length && SPACE.test(text[at]!)) at++;
      if (text[at] !== '%') return;
      while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
    }
  };
  const word = (): string => {
    const start = at;
    while (at < text.length && !SPACE.test(text[at]!) && !DELIMITER.test(text[at]!)) at++;
    if (at === start) throw new Error(`unexpected ${JSON.stringify(text[at])} at ${at}`);
    return text.slice(start, at);
  };
  const literalString = (): Uint8Array => {
    let depth = 1;
    let out = '';
    at++;
    while (depth > 0) {
      const character = text[at++];
      if (character === undefined) throw new Error('a string does not end');
      if (character === '(') depth++;
      if (character === ')' && --depth === 0) break;
      if (character !== '\\') {
        out += character === '\r' ? '\n' : character;
        continue;
      }
      const octal = /^[0-7]{1,3}/.exec(text.slice(at, at + 3))?.[0];
      if (octal !== undefined) {
        out += String.fromCharCode(Number.parseInt(octal, 8) & 255);
        at += octal.length;
        continue;
      }
      const escaped = text[at++]!;
      if (escaped === '\n' || escaped === '\r') continue;
      out += ESCAPES[escaped] ?? escaped;
    }
    return Uint8Array.from(Buffer.from(out, 'latin1'));
  };
  const hexString = (): Uint8Array => {
    const end = text.indexOf('>', at);
    const digits = text.slice(at + 1, end).replace(/\s/g, '');
    at = end + 1;
    return Uint8Array.from(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'));
  };
  const list = (close: string): Operand[] => {
    const items: Operand[] = [];
    for (;;) {
      skipSpace();
      if (at >= text.length) throw new Error(`no ${close}`);
      if (text.startsWith(close, at)) {
        at += close.length;
        return items;
      }
      items.push(operand());
    }
  };
  const dictionary = (): OperandDict => {
    at += 2;
    const items = list('>>');
    const entries: [string, Operand][] = [];
    for (let i = 0; i + 1 < items.length; i += 2) entries.push([String(items[i]).slice(1), items[i + 1]!]);
    return Object.fromEntries(entries);
  };
  /** Anything but an operator; keywords among them come back as themselves. */
  const operand = (): Operand => {
    skipSpace();
    const character = text[at]!;
    if (character === '(') return literalString();
    if (character === '<') return text[at + 1] === '<' ? dictionary() : hexString();
    if (character === '[') {
      at++;
      return list(']');
    }
    if (character === '/') {
      at++;
      const name = at < text.length && !SPACE.test(text[at]!) && !DELIMITER.test(text[at]!) ? word() : '';
      return `/${name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
    }
    const token = word();
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(token)) return Number(token);
    if (token === 'true' || token === 'false') return token === 'true';
    return token === 'null' ? null : token;
  };

  for (;;) {
    skipSpace();
    if (at >= text.length) break;
    const token = operand();
    if (typeof token !== 'string' || token.startsWith('/')) {
      operands.push(token);
      continue;
    }
    if (token === 'BI') throw new Error('an inline image');
    operations.push({ operator: token, operands });
    operands = [];
  }
  if (operands.length > 0) throw new Error('operands without an operator at the end');
  return operations;
}
