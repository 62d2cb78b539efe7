import { createEmbedder } from '../embeddings/embedder.ts';
import { filesInStorage, filesInStore } from '../files/stored-files.ts';
import { createIngestWorker } from '../ingest/ingest-worker.ts';
import { createVectorStoreSearch } from '../retrieval/search-vector-store.ts';
import type { ServerContext } from '../routes/handler.ts';
import { assistantObject } from '../routes/objects/assistant-object.ts';
import { createCodeSessions } from '../runs/built-in/code-sessions.ts';
import { type RunContext, unixSeconds } from '../runs/run-context.ts';
import type { ServerTools } from '../runs/tools/server-tools.ts';
import { createWorker } from '../runs/worker.ts';
import type { LogEntry } from '../shared/log.ts';
import { newId } from '../shared/new-id.ts';
import { SHARED_OWNER } from '../storage/storage.ts';
import { createEngineFor } from './engine-for.ts';
import { readQuotas } from './read-limits.ts';
import type { ServerSettings } from './read-options.ts';
import type { ServerOptions } from './server-options.ts';

/** A database that is away is waited for; until the wait is over, nothing else would be said. */
const SLOW_STORAGE_MS = 2000;
const SLOW_STORAGE: LogEntry = {
  level: 'error',
  event: 'storage_unavailable',
  message: 'The storage is not open after 2 seconds: its database is away, or is being migrated. Waiting.',
};

/** Opens the storage, creates missing assistants of the options, and starts the worker. */
export async function startServer(
  options: ServerOptions,
  { limits, ...settings }: ServerSettings,
  serverTools: ServerTools,
  { now, setTimer, log, onError }: Pick<RunContext, 'now' | 'setTimer' | 'log' | 'onError'>,
): Promise<ServerContext> {
  const { storage, fileStore, engine, embeddings, assistants = [] } = options;
  const cancelWarning = setTimer(() => log.write(SLOW_STORAGE), SLOW_STORAGE_MS, { background: true });
  await storage
    .open((message) => log.write({ level: 'error', event: 'storage_damaged', message }))
    .finally(cancelWarning);
  for (const { id, ...body } of assistants) {
    if (await storage.assistants.get({ owner: SHARED_OWNER }, id)) continue;
    await storage.createAssistant({ owner: SHARED_OWNER }, assistantObject(body, id, unixSeconds(now)));
  }
  const random = options.random ?? Math.random;
  const embedder = embeddings && createEmbedder(embeddings, { now, setTimer, random, log, onError });
  const runContext: RunContext = {
    storage,
    files: fileStore
      ? filesInStore(storage, fileStore, (error) => onError(error, 'deleting the content of a file'))
      : filesInStorage(storage),
    engineFor: createEngineFor(engine),
    now,
    setTimer,
    newId,
    random,
    maxRetries: settings.maxRetries,
    maxResponseChars: limits.responseChars,
    reasoning: settings.reasoning,
    maxModelCalls: limits.modelCallsPerRun,
    maxToolOutputChars: limits.toolOutputChars,
    serverTools,
    codeSessions:
      options.codeExecutor &&
      createCodeSessions(options.codeExecutor, {
        setTimer,
        onError: (error) => onError(error, 'closing a session of code'),
      }),
    quotasOf: (principal) => readQuotas(limits, principal),
    seededAssistantIds: assistants.map(({ id }) => id),
    searchVectorStores:
      storage.vectorStores && createVectorStoreSearch({ storage: storage.vectorStores, embedder }),
    log,
    instrumentation: options.instrumentation,
    onError,
  };
  const ingestWorker =
    storage.vectorStores &&
    createIngestWorker(
      storage.vectorStores,
      { ...runContext, documents: options.documents, embedder },
      settings,
    );
  const worker = createWorker(runContext, { ...settings, onSweep: ingestWorker?.sweep });
  log.write({ level: 'info', event: 'server_opened', message: 'The server is open and executes runs.' });
  worker.wake();
  return {
    ...runContext,
    worker,
    ingestWorker,
    at: () => unixSeconds(now),
    maxFileBytes: limits.fileBytes,
  };
}
