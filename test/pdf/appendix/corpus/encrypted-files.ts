import { type EncryptionAlgorithm, PDFDocument } from 'pdf-lib';
import type { CorpusFile } from './types.js';

const ALGORITHMS: readonly EncryptionAlgorithm[] = ['RC4-40', 'RC4-128', 'AES-128', 'AES-256'];

async function encrypted(
  algorithm: EncryptionAlgorithm,
  userPassword: string,
  useObjectStreams: boolean,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([612, 792]);
  page.drawRectangle({ x: 150, y: 300, width: 250, height: 250 });
  page.drawText('Words (under lock)', { x: 72, y: 700 });
  document.encrypt({ algorithm, allowWeakCryptography: true, ownerPassword: 'owner', userPassword });
  return document.save({ useObjectStreams });
}

/** Documents locked for changes, which open without a password, and documents locked for readers, which do not. */
export const ENCRYPTED: readonly CorpusFile[] = ALGORITHMS.flatMap((algorithm): CorpusFile[] => [
  {
    name: `owner-${algorithm}`,
    make: () => encrypted(algorithm, '', false),
    expected: 1,
    text: ['Words (under lock)'],
  },
  {
    name: `owner-${algorithm}-streams`,
    make: () => encrypted(algorithm, '', true),
    expected: 1,
    text: ['Words (under lock)'],
  },
  { name: `user-${algorithm}`, make: () => encrypted(algorithm, 'user', false), expected: 'appendix/encrypted' },
]);
