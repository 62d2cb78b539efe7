import type { Storage } from '../storage/storage.ts';
import type { IngestOutcome, StoredChunk, VectorStoreStorage } from '../storage/vector-store-storage.ts';

/** A file as the test has it processed: its chunks, or why it failed. */
export type ProcessedFile = readonly StoredChunk[] | Extract<IngestOutcome, { status: 'failed' }>;

const ONE_CHUNK: readonly StoredChunk[] = [{ start: 0, text: 'some text' }];

/** A storage whose files in vector stores wait until the test processes them: no worker of a server can claim them. */
export function withWaitingFiles(storage: Storage): Storage {
  const vectorStores = vectorStoresOf(storage);
  return { ...storage, vectorStores: { ...vectorStores, claimIngest: async () => [] } };
}

/** Processes all files that wait, without an index. Returns their ids. */
export async function processStoreFiles(
  storage: Storage,
  process: (fileId: string) => ProcessedFile = () => ONE_CHUNK,
): Promise<readonly string[]> {
  const stores = vectorStoresOf(storage);
  const leases = await stores.claimIngest('test', 60_000, 10_000);
  for (const lease of leases) {
    const processed = process(lease.file.fileId);
    if ('status' in processed) await stores.finishIngest(lease, processed);
    else {
      await stores.writeSegment(lease, {
        number: 0,
        firstChunk: 0,
        chunks: processed,
        index: new Uint8Array(),
      });
      await stores.finishIngest(lease, { status: 'completed', usageBytes: 100 });
    }
  }
  return leases.map(({ file }) => file.fileId);
}

function vectorStoresOf({ vectorStores }: Storage): VectorStoreStorage {
  if (!vectorStores) throw new Error('The storage has no vector stores.');
  return vectorStores;
}
