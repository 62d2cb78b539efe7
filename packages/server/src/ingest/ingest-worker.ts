import type { DocumentReader } from '../documents/document-reader.ts';
import type { Embedder } from '../embeddings/embedder.ts';
import type { StoredFiles } from '../files/stored-files.ts';
import type { LogEntry, RepeatingLog } from '../shared/log.ts';
import type { NewId } from '../shared/new-id.ts';
import type { SetTimer } from '../shared/timers.ts';
import { StorageUnavailableError } from '../storage/storage-unavailable-error.ts';
import type { EmbeddingLease, IngestLease, VectorStoreStorage } from '../storage/vector-store-storage.ts';
import { embedFile } from './embed-file.ts';
import { processFile } from './process-file.ts';

/** Processing is work of the processor: more files at once take as long, and more memory. */
const MAX_PARALLEL_FILES = 2;
const HEARTBEATS_PER_LEASE = 3;
/** How many slices of deleted contents one sweep removes, so that it ends. */
const MAX_DROPS = 100;
/** When a file is embedded again whose texts were refused. */
const REFUSED_MS = 3_600_000;

const DOCUMENTS_NOT_READ: LogEntry = {
  level: 'warn',
  event: 'documents_not_read',
  message:
    "PDF files and Word documents in vector stores fail: this server reads text only. Install pdfjs-dist and yauzl, and set documents: documentReader() of '@threadkit/server/documents' in createServer; threadkit serve needs the libraries only.",
};
const CLOSING = new Error('The server is closing.');
const LEASE_LOST = new Error('The lease of the file is lost.');

/** Processes the files of vector stores, makes vectors of those that have none of the model, and deletes what has expired. */
export interface IngestWorker {
  /** Starts claiming files, if there are any. Returns immediately. */
  wake(): void;
  /** Expires vector stores, deletes old contents, and looks for files. */
  sweep(): Promise<void>;
  /** Leaves unfinished files to the next worker. */
  close(): Promise<void>;
}

export interface IngestContext {
  readonly files: StoredFiles;
  /** Undefined when files are found by keywords only. */
  readonly embedder?: Embedder | undefined;
  readonly newId: NewId;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly setTimer: SetTimer;
  /** @defaultValue documents are refused */
  readonly documents?: DocumentReader | undefined;
  readonly log: RepeatingLog;
  /** Called with internal errors, and where they occurred. */
  readonly onError: (error: unknown, where: string) => void;
}

interface Processing {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

export function createIngestWorker(
  vectorStores: VectorStoreStorage,
  { files, embedder, newId, now, setTimer, documents, log, onError }: IngestContext,
  { leaseMs }: { readonly leaseMs: number },
): IngestWorker {
  const workerId = newId('worker');
  const processings = new Map<IngestLease, Processing>();
  const closing = new AbortController();
  let claiming: Promise<void> | undefined;
  let wakeRequested = false;
  let cancelHeartbeat: (() => void) | undefined;

  async function claimAll(): Promise<void> {
    do {
      wakeRequested = false;
      while (!closing.signal.aborted && processings.size < MAX_PARALLEL_FILES) {
        const free = MAX_PARALLEL_FILES - processings.size;
        const leases = await vectorStores.claimIngest(workerId, leaseMs, free);
        for (const lease of leases) start(lease, (signal) => process(lease, signal));
        if (leases.length === 0) break;
      }
      await claimEmbedding();
    } while (wakeRequested && !closing.signal.aborted);
  }

  /** One file at a time, when there is none to process: those that are added meanwhile find a place. */
  async function claimEmbedding(): Promise<void> {
    if (!embedder || embedder.isPaused() || closing.signal.aborted || processings.size > 0) return;
    const leases = await vectorStores.claimEmbedding(workerId, leaseMs, 1, embedder.model);
    for (const lease of leases) start(lease, (signal) => embed(lease, embedder, signal));
  }

  function wake(): void {
    if (closing.signal.aborted) return;
    wakeRequested = true;
    claiming ??= claimAll()
      .catch((error: unknown) => onError(error, 'claiming files'))
      .finally(() => {
        claiming = undefined;
        // `wake` was called after the last claim and before this line.
        if (wakeRequested && processings.size < MAX_PARALLEL_FILES) wake();
      });
  }

  function start(lease: IngestLease, work: (signal: AbortSignal) => Promise<void>): void {
    const stop = new AbortController();
    if (closing.signal.aborted) stop.abort(CLOSING);
    const done = work(stop.signal)
      .catch((error: unknown) => onError(error, describe(lease)))
      .then(() => {
        processings.delete(lease);
        wake();
      });
    processings.set(lease, { stop, done });
    scheduleHeartbeat();
  }

  async function process(lease: IngestLease, signal: AbortSignal): Promise<void> {
    try {
      const onDocumentRefused = (): void => log.write(DOCUMENTS_NOT_READ);
      await processFile(lease, { vectorStores, files, documents, onDocumentRefused, embedder, signal });
    } catch (error) {
      await giveUp(lease, error);
    }
  }

  /** Whatever fails, the file stays completed. */
  async function embed(lease: EmbeddingLease, by: Embedder, signal: AbortSignal): Promise<void> {
    try {
      if (await embedFile(lease, { vectorStores, embedder: by, signal })) return;
      if (by.isPaused()) return await vectorStores.releaseIngest(lease);
    } catch (error) {
      if (error === LEASE_LOST) return;
      if (error !== CLOSING) onError(error, describe(lease));
      if (mayRetry(error)) return await vectorStores.releaseIngest(lease);
    }
    // Its lease keeps all workers from it until then.
    await vectorStores.heartbeatIngest(lease, REFUSED_MS);
  }

  async function giveUp(lease: IngestLease, error: unknown): Promise<void> {
    if (error === LEASE_LOST) return;
    if (error !== CLOSING) onError(error, describe(lease));
    if (mayRetry(error)) return vectorStores.releaseIngest(lease);
    const message = 'The server had an error while it processed the file.';
    await vectorStores.finishIngest(lease, { status: 'failed', error: { code: 'server_error', message } });
  }

  function scheduleHeartbeat(): void {
    if (closing.signal.aborted || processings.size === 0) return;
    cancelHeartbeat ??= setTimer(
      () => {
        cancelHeartbeat = undefined;
        void Promise.all(Array.from(processings, ([lease, { stop }]) => renew(lease, stop)))
          .catch((error: unknown) => onError(error, 'keeping leases of files'))
          .finally(scheduleHeartbeat);
      },
      leaseMs / HEARTBEATS_PER_LEASE,
      { background: true },
    );
  }

  async function renew(lease: IngestLease, stop: AbortController): Promise<void> {
    if (!(await vectorStores.heartbeatIngest(lease, leaseMs))) stop.abort(LEASE_LOST);
  }

  async function sweep(): Promise<void> {
    await vectorStores.dropExpired(Math.floor(now() / 1000));
    for (let drops = 0; drops < MAX_DROPS && !closing.signal.aborted; drops += 1) {
      if (!(await vectorStores.dropContents())) break;
    }
    // Files with an expired lease.
    wake();
  }

  const stopListening = vectorStores.onIngest(wake);
  wake();
  return {
    wake,
    sweep,
    async close() {
      closing.abort();
      cancelHeartbeat?.();
      stopListening();
      await claiming;
      const running = [...processings.values()];
      for (const { stop } of running) stop.abort(CLOSING);
      await Promise.all(running.map(({ done }) => done));
    },
  };
}

/** Another attempt may succeed, since it was not the file that failed. */
function mayRetry(error: unknown): boolean {
  return error === CLOSING || error instanceof StorageUnavailableError;
}

function describe({ vectorStoreId, file }: IngestLease): string {
  return `file ${file.fileId} of vector store ${vectorStoreId}`;
}
