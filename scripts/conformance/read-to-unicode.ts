/** The texts of the codes of a ToUnicode CMap (PDF 1.7, 9.10.3). */
export function readToUnicode(bytes: Uint8Array): Map<number, string> {
  const source = Buffer.from(bytes).toString('latin1');
  const map = new Map<number, string>();
  for (const [, block] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of block!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>/g)) {
      map.set(Number.parseInt(code!, 16), utf16(text!));
    }
  }
  for (const [, block] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, text] of block!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      const first = Number.parseInt(from!, 16);
      const start = utf16(text!);
      const head = start.slice(0, -1);
      const last = start.charCodeAt(start.length - 1);
      for (let code = first; code <= Number.parseInt(to!, 16); code++) {
        map.set(code, head + String.fromCharCode(last + code - first));
      }
    }
  }
  return map;
}

function utf16(digits: string): string {
  return (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
