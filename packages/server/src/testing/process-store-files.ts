import { ingestFile } from '../retrieval/ingest-file.ts';
import { buildKeywordSegment } from '../retrieval/keyword-segment.ts';
import { searchTerms } from '../retrieval/search-terms.ts';
import type { Storage } from '../storage/storage.ts';
import type {
  ContentSegment,
  IngestLease,
  IngestOutcome,
  StoredChunk,
  VectorStoreStorage,
} from '../storage/vector-store-storage.ts';

/** A file as a test has it processed: its chunks, or why it failed. */
export type ProcessedFile = readonly StoredChunk[] | Extract<IngestOutcome, { status: 'failed' }>;

/** A storage whose files in vector stores wait until the test processes them: no worker of a server can claim them. */
export function withWaitingFiles(storage: Storage): Storage {
  const vectorStores = vectorStoresOf(storage);
  return { ...storage, vectorStores: { ...vectorStores, claimIngest: async () => [] } };
}

/**
 * Processes all files that wait. Returns their ids.
 *
 * @param process What comes of a file. @defaultValue what its content says
 */
export async function processStoreFiles(
  storage: Storage,
  process?: (fileId: string) => ProcessedFile,
): Promise<readonly string[]> {
  const stores = vectorStoresOf(storage);
  const leases = await stores.claimIngest('test', 60_000, 10_000);
  for (const lease of leases) {
    const segments = process ? segmentsOf(process(lease.file.fileId)) : await readFile(storage, lease);
    let step = await segments.next();
    for (; !step.done; step = await segments.next()) await stores.writeSegment(lease, step.value);
    await stores.finishIngest(lease, step.value);
  }
  return leases.map(({ file }) => file.fileId);
}

async function readFile(storage: Storage, { owner, file }: IngestLease) {
  const content = await storage.getFileContent({ owner }, file.fileId);
  if (!content) throw new Error(`There is no content of ${file.fileId}.`);
  const { max_chunk_size_tokens: maxTokens, chunk_overlap_tokens: overlapTokens } =
    file.chunkingStrategy.static;
  return ingestFile({ filename: file.filename, content, sizes: { maxTokens, overlapTokens } });
}

async function* segmentsOf(processed: ProcessedFile): AsyncGenerator<ContentSegment, IngestOutcome> {
  if ('status' in processed) return processed;
  const index = buildKeywordSegment(processed.map(({ text }) => searchTerms(text)));
  yield { number: 0, firstChunk: 0, chunks: processed, index };
  return { status: 'completed', usageBytes: 100 };
}

function vectorStoresOf({ vectorStores }: Storage): VectorStoreStorage {
  if (!vectorStores) throw new Error('The storage has no vector stores.');
  return vectorStores;
}
