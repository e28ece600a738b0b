import { renderPacket, renderPackets } from 'lor-packet';
import { loadApplication, writePackets } from 'lor-packet/node';

type Result = Awaited<ReturnType<typeof renderPacket>>;

/** A packet's bytes are plain bytes: no type of a PDF library is in the contract. */
export function bytesOf(result: Result): Uint8Array {
  return result.pdf;
}

export const used: readonly unknown[] = [renderPacket, renderPackets, loadApplication, writePackets];
