import { inflateSync } from 'node:zlib';

/**
 * Everything in a PDF that may be text, wherever it stands: the file itself and each of its streams unpacked, with strings
 * in UTF-16 (titles, alternative texts, `ActualText`) read as text, whether they are written in brackets or as hexadecimal
 * digits.
 */
export function textInStreams(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1');
  const parts = [raw];
  for (const { index } of raw.matchAll(/stream\r?\n/g)) {
    if (raw.slice(index - 3, index) === 'end') continue;
    const start = raw.indexOf('\n', index) + 1;
    const end = raw.indexOf('endstream', start);
    try {
      parts.push(inflateSync(pdf.subarray(start, end)).toString('latin1'));
    } catch {
      // Not packed: it is in the file as it is.
    }
  }
  const all = parts.join('\n');
  const utf16 = [...all.matchAll(/\xfe\xff((?:\0?[\s\S])*?)\)/g)].map(([, text = '']) => text.replaceAll('\0', ''));
  const hex = [...all.matchAll(/<((?:[0-9A-Fa-f]{2})+)>/g)].map(([, digits = '']) =>
    Buffer.from(digits, 'hex').toString('latin1').replaceAll('\0', ''),
  );
  return [all, ...utf16, ...hex].join('\n');
}
