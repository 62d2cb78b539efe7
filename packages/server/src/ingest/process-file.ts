import type { StoredFiles } from '../files/stored-files.ts';
import { ingestFile } from '../retrieval/ingest-file.ts';
import type { WaitForLoop } from '../shared/next-loop-turn.ts';
import type { IngestLease, IngestOutcome, VectorStoreStorage } from '../storage/vector-store-storage.ts';

/** Attempts after which a file fails: its servers may have ended because of it. */
const MAX_ATTEMPTS = 3;

export interface ProcessFileOptions {
  readonly vectorStores: VectorStoreStorage;
  readonly files: Pick<StoredFiles, 'getContent'>;
  /** Stops the processing. */
  readonly signal: AbortSignal;
  readonly waitForLoop?: WaitForLoop | undefined;
}

/**
 * Reads a file of a vector store, and stores its chunks with their index. Ends early, with nothing to do, when the lease is lost. Rejects with the
 * reason of the signal, or when the storage fails.
 */
export async function processFile(lease: IngestLease, options: ProcessFileOptions): Promise<void> {
  const { vectorStores } = options;
  const outcome = lease.attempt > MAX_ATTEMPTS ? GIVEN_UP : await storeSegments(lease, options);
  if (outcome) await vectorStores.finishIngest(lease, outcome);
}

/** Undefined when the lease is lost. */
async function storeSegments(
  lease: IngestLease,
  { vectorStores, files, signal, waitForLoop }: ProcessFileOptions,
): Promise<IngestOutcome | undefined> {
  const { filename, fileId, chunkingStrategy } = lease.file;
  const content = await files.getContent({ owner: lease.owner }, fileId);
  if (!content) return DELETED;
  const { max_chunk_size_tokens: maxTokens, chunk_overlap_tokens: overlapTokens } = chunkingStrategy.static;
  const segments = ingestFile({ filename, content, sizes: { maxTokens, overlapTokens }, waitForLoop });
  for (;;) {
    const next = await segments.next();
    signal.throwIfAborted();
    if (next.done) return next.value;
    if (!(await vectorStores.writeSegment(lease, next.value))) return undefined;
    signal.throwIfAborted();
  }
}

const GIVEN_UP = failed('The file could not be processed: the server stopped several times meanwhile.');
const DELETED = failed('The file was deleted before it was processed.');

function failed(message: string): IngestOutcome {
  return { status: 'failed', error: { code: 'server_error', message } };
}
