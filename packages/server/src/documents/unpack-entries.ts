import type { Entry } from 'yauzl';
import { DocumentFailureError } from './document-failure.ts';
import type { CheckedLimits } from './document-limits.ts';

type UnpackLimits = Pick<CheckedLimits, 'archiveEntries' | 'unpackedBytes' | 'unpackedRatio'>;

/** Small files of white space are packed better than any document. */
const RATIO_FREE_BYTES = 1024 * 1024;

/**
 * Unpacks those entries of a zip archive whose names match, each of them once. Names are compared, and never used as paths. What the archive says
 * about sizes is not trusted: bytes are counted while they are unpacked.
 */
export async function unpackEntries(
  archive: Uint8Array<ArrayBuffer>,
  names: RegExp,
  limits: UnpackLimits,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { fromBufferPromise } = await import('yauzl').then((module) => module.default);
  const zip = await fromBufferPromise(Buffer.from(archive.buffer));
  const unpacked = new Map<string, Uint8Array>();
  let entries = 0;
  let bytes = 0;
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    entries += 1;
    if (entries > limits.archiveEntries) throw new DocumentFailureError('archiveEntries');
    if (!names.test(entry.fileName)) continue;
    if (unpacked.has(entry.fileName)) throw new DocumentFailureError('damaged');
    const pieces: Buffer[] = [];
    let own = 0;
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      own += piece.length;
      bytes += piece.length;
      if (bytes > limits.unpackedBytes) throw new DocumentFailureError('unpackedBytes');
      const packed = Math.min(entry.compressedSize, archive.length);
      if (own > RATIO_FREE_BYTES && own > packed * limits.unpackedRatio) {
        throw new DocumentFailureError('unpackedRatio');
      }
      pieces.push(piece);
    }
    unpacked.set(entry.fileName, Buffer.concat(pieces));
  }
  return unpacked;
}
