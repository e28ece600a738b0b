import type { PDFContext, PDFDict, PDFObject } from 'pdf-lib';
import type { PdfLib } from './pdf-lib.js';
import { concatBytes } from './decode-stream.js';
import { AppendixError } from './appendix-error.js';

/** What decrypting needs of the document. */
interface EncryptedSource {
  readonly lib: PdfLib;
  readonly context: PDFContext;
  resolve(object: PDFObject | undefined): PDFObject | undefined;
  name(object: PDFObject | undefined): string | undefined;
}

/**
 * Decrypts the objects of a document that opens without a password. pdf-lib can do so only for a whole file, and would
 * unpack object streams of any size on the way: so it gets a plain file of the encrypted objects in which no stream
 * says that it is one.
 *
 * @throws AppendixError `appendix/encrypted` when a password is needed
 */
export async function decryptObjects(
  document: EncryptedSource,
  encryption: PDFDict,
  id: PDFObject | undefined,
  objects: ReadonlyMap<number, { readonly generation: number; readonly object: PDFObject }>,
): Promise<Map<number, PDFObject>> {
  const { lib } = document;
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [encoder.encode('%PDF-1.7\n')];
  const types = new Map<number, PDFObject>();
  const serialized = (object: PDFObject): Uint8Array => {
    const bytes = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(bytes, 0);
    return bytes;
  };
  const add = (number: number, generation: number, object: PDFObject): void => {
    parts.push(encoder.encode(`${number} ${generation} obj\n`), serialized(object), encoder.encode('\nendobj\n'));
  };
  for (const [number, { generation, object }] of objects) {
    const plain = withHexStrings(document, object);
    if (plain instanceof lib.PDFRawStream) {
      const type = plain.dict.get(lib.PDFName.of('Type'));
      const name = document.name(type);
      if (name === 'XRef') continue;
      if (type && name === 'ObjStm') {
        types.set(number, type);
        plain.dict.delete(lib.PDFName.of('Type'));
      }
    }
    add(number, generation, plain);
  }
  const trailer = document.context.obj({});
  const first = document.resolve(id);
  const isId = first instanceof lib.PDFHexString || first instanceof lib.PDFString;
  trailer.set(lib.PDFName.of('Encrypt'), withHexStrings(document, resolved(document, encryption)));
  trailer.set(
    lib.PDFName.of('ID'),
    document.context.obj([isId ? hexString(document, first) : lib.PDFHexString.of('')]),
  );
  parts.push(encoder.encode('trailer\n'), serialized(trailer), encoder.encode('\nstartxref\n0\n%%EOF\n'));
  const context = await load(document, concatBytes(parts));
  const decrypted = new Map<number, PDFObject>();
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    const type = types.get(reference.objectNumber);
    if (type && object instanceof lib.PDFRawStream) object.dict.set(lib.PDFName.of('Type'), type);
    decrypted.set(reference.objectNumber, object);
  }
  return decrypted;
}

async function load({ lib }: EncryptedSource, bytes: Uint8Array) {
  try {
    const options = { password: '', ignoreEncryption: true, updateMetadata: false, parseSpeed: Infinity };
    return (await lib.PDFDocument.load(bytes, options)).context;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    if (/password/i.test(reason)) throw new AppendixError('appendix/encrypted', 'is protected by a password');
    throw new AppendixError('appendix/encrypted', 'is encrypted in a way that cannot be opened');
  }
}

function hexString({ lib }: EncryptedSource, object: { asBytes(): Uint8Array }): PDFObject {
  return lib.PDFHexString.of(Array.from(object.asBytes(), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/** A copy in which strings are hexadecimal: the library puts decrypted bytes back without escaping them. */
function withHexStrings(document: EncryptedSource, object: PDFObject): PDFObject {
  const { lib } = document;
  if (object instanceof lib.PDFString) return hexString(document, object);
  if (object instanceof lib.PDFArray) {
    const copy = lib.PDFArray.withContext(document.context);
    for (const entry of object.asArray()) copy.push(withHexStrings(document, entry));
    return copy;
  }
  if (object instanceof lib.PDFDict) {
    const entries = object.entries().map(([key, value]) => [key, withHexStrings(document, value)] as const);
    return lib.PDFDict.fromMapWithContext(new Map(entries), document.context);
  }
  if (object instanceof lib.PDFRawStream) {
    return lib.PDFRawStream.of(withHexStrings(document, object.dict) as PDFDict, object.contents);
  }
  return object;
}

/** The encryption dictionary without references, because nothing else of it is in the file that is made. */
function resolved(document: EncryptedSource, object: PDFDict, depth = 0): PDFDict {
  const { lib } = document;
  const entries = object.entries().map(([key, value]) => {
    const found = document.resolve(value) ?? lib.PDFNull;
    return [key, found instanceof lib.PDFDict && depth < 4 ? resolved(document, found, depth + 1) : found] as const;
  });
  return lib.PDFDict.fromMapWithContext(new Map<never, never>(entries as never), document.context);
}
