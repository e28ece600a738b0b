/** Images of a template by file name, as the text that JSON can carry: base64 (RFC 4648). */
export type ImageTexts = Readonly<Record<string, string>>;
/** Images of a template by file name. */
export type ImageFiles = Readonly<Record<string, Uint8Array>>;

/** Bytes a call may take as arguments. */
const PIECE = 1 << 13;

/** The images as text. */
export function imageTexts(files: ImageFiles): ImageTexts {
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => {
      let binary = '';
      for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
      return [name, btoa(binary)];
    }),
  );
}

/** Read once for all packets of a template, so that an image keeps its identity and is decoded once. */
const known = new WeakMap<ImageTexts, ImageFiles>();

/** The images of a prepared template as bytes. */
export function imageFiles(texts: ImageTexts): ImageFiles {
  let files = known.get(texts);
  if (!files) {
    files = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, Uint8Array.from(atob(text), (char) => char.charCodeAt(0))]),
    );
    known.set(texts, files);
  }
  return files;
}
