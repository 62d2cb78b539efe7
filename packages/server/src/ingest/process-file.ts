import type { DocumentReader } from '../documents/document-reader.ts';
import type { Embedder } from '../embeddings/embedder.ts';
import type { StoredFiles } from '../files/stored-files.ts';
import type { ReadDocument } from '../retrieval/extract-text.ts';
import { ingestFile, refuseDocument } from '../retrieval/ingest-file.ts';
import type { WaitForLoop } from '../shared/next-loop-turn.ts';
import type { IngestLease, IngestOutcome, VectorStoreStorage } from '../storage/vector-store-storage.ts';
import { embedSegment } from './embed-segment.ts';

/** Attempts after which a file fails: its servers may have ended because of it. */
const MAX_ATTEMPTS = 3;
/** Other archives, such as those of Java, are no reason to tell the operator. */
const WORD_NAME = /\.docx$/i;

export interface ProcessFileOptions {
  readonly vectorStores: VectorStoreStorage;
  readonly files: Pick<StoredFiles, 'getContent'>;
  readonly documents: DocumentReader | undefined;
  /** Called when a document is refused because there is no reader. */
  readonly onDocumentRefused: () => void;
  /** Makes vectors of the chunks. @defaultValue none are made */
  readonly embedder?: Embedder | undefined;
  /** Stops the processing. */
  readonly signal: AbortSignal;
  readonly waitForLoop?: WaitForLoop | undefined;
}

/**
 * Reads a file of a vector store, and stores its chunks with their index; without vectors when these cannot be made. Ends early, with nothing to do, when the lease is lost. Rejects with the
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
  { vectorStores, files, documents, onDocumentRefused, embedder, signal, waitForLoop }: ProcessFileOptions,
): Promise<IngestOutcome | undefined> {
  const { filename, fileId, chunkingStrategy } = lease.file;
  const content = await files.getContent({ owner: lease.owner }, fileId);
  if (!content) return DELETED;
  const { max_chunk_size_tokens: maxTokens, chunk_overlap_tokens: overlapTokens } = chunkingStrategy.static;
  const readDocument: ReadDocument = (document) => {
    if (documents) return documents.readText({ ...document, signal });
    if (document.format === 'pdf' || WORD_NAME.test(filename)) onDocumentRefused();
    return refuseDocument(document);
  };
  const sizes = { maxTokens, overlapTokens };
  const segments = ingestFile({ filename, content, sizes, waitForLoop, readDocument });
  let vectorBytes = 0;
  /** Undefined from the first chunks that cannot be embedded. */
  let current = embedder;
  for (;;) {
    const next = await segments.next();
    signal.throwIfAborted();
    if (next.done) {
      const outcome = next.value;
      if (outcome.status === 'failed') return outcome;
      return { ...outcome, usageBytes: outcome.usageBytes + vectorBytes, embeddingModel: current?.model };
    }
    const { chunks, index: keywords } = next.value;
    const index = current && (await embedSegment(chunks, keywords, current, signal));
    if (!index) current = undefined;
    else vectorBytes += index.byteLength - keywords.byteLength;
    const segment = index ? { ...next.value, index } : next.value;
    if (!(await vectorStores.writeSegment(lease, segment))) return undefined;
    signal.throwIfAborted();
  }
}

const GIVEN_UP = failed('The file could not be processed: the server stopped several times meanwhile.');
const DELETED = failed('The file was deleted before it was processed.');

function failed(message: string): IngestOutcome {
  return { status: 'failed', error: { code: 'server_error', message } };
}
