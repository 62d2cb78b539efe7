/**
 * A server for the Assistants API v2 as a Fetch handler, on any storage and any model. Needs neither Node nor a DOM.
 *
 * @example
 * ```ts
 * import { createServer, memoryStorage, scripted } from '@threadkit/server';
 *
 * const server = createServer({ storage: memoryStorage(), engine: scripted(), authorize: 'allow-everyone' });
 *
 * const response = await server.fetch(new Request('http://localhost/v1/assistants'));
 * ```
 *
 * @packageDocumentation
 */

export type { EmbeddingPurpose, Embeddings } from './embeddings/embeddings.ts';
export { type OpenAIEmbeddingsOptions, openaiEmbeddings } from './embeddings/openai-embeddings.ts';
export type {
  ContextWindow,
  Engine,
  EngineEvent,
  EngineInput,
  EngineMessage,
  EngineSettings,
  EngineToolCall,
  HostedCallPiece,
} from './engines/engine.ts';
export {
  EngineError,
  type EngineErrorOptions,
  type FailureKind,
  type RetryInfo,
  SimulatedCrashError,
} from './engines/engine-error.ts';
export { type ScriptedOptions, scripted } from './engines/scripted/scripted.ts';
export type { FileStore } from './files/file-store.ts';
export type { Authorize, Principal } from './http/authorize.ts';
export type { CorsOptions } from './http/cors.ts';
export { createServer } from './server/create-server.ts';
export type { ServerLimits } from './server/server-limits.ts';
export type { Server, ServerOptions } from './server/server-options.ts';
export type { EnginePrivate } from './shared/engine-private.ts';
export type {
  Instrumentation,
  ModelCallOutcome,
  ModelCallStart,
  Observation,
  ObservedRun,
  RequestEnd,
  RequestStart,
  RunEnd,
  RunStart,
  ToolExecutionOutcome,
  ToolExecutionStart,
} from './shared/instrumentation.ts';
export { type JsonLogOptions, jsonLog } from './shared/json-log.ts';
export type { Log, LogEntry, LoggedExecution, LoggedOccurrence } from './shared/log.ts';
export type { SetTimer } from './shared/timers.ts';
export type { ToolSource } from './shared/tool-source.ts';
export { applyDeltas, isOpenObject } from './storage/apply-deltas.ts';
export { attachFiles, fileCountOverLimit } from './storage/attach-files.ts';
export { type AttachedWrites, attachedWrites } from './storage/attached-vector-store.ts';
export { IdempotencyConflictError, type IdempotencyRecord } from './storage/idempotency-record.ts';
export { type MemoryStorageOptions, memoryStorage } from './storage/memory/memory-storage.ts';
export {
  type ExceededQuota,
  FILES_TO_PROCESS,
  type OwnedKind,
  type Owners,
  type Quota,
  type QuotaCheck,
  QuotaExceededError,
  type Quotas,
  quotaChecks,
  refuseThreadItems,
} from './storage/quota.ts';
export type {
  AddMessageResult,
  ByteRange,
  CommitResult,
  FileUpload,
  Lease,
  Repository,
  RunCommit,
  RunRecord,
  Scope,
  StartRunInput,
  StepPrivate,
  Storage,
  StoredEvent,
} from './storage/storage.ts';
export { SHARED_OWNER } from './storage/storage.ts';
export {
  StorageUnavailableError,
  type StorageUnavailableOptions,
} from './storage/storage-unavailable-error.ts';
export {
  type BatchState,
  type StoreFileState,
  toBatchObject,
  toFileCounts,
  toStoreFileObject,
  vectorStoreExpiry,
} from './storage/vector-store-objects.ts';
export type {
  AddStoreFilesResult,
  AttachedVectorStore,
  ContentSegment,
  EmbeddingLease,
  IngestLease,
  IngestOutcome,
  NewVectorStore,
  NewVectorStoreFile,
  NewVectorStoreFiles,
  SearchableFile,
  StoredChunk,
  StoreFileListParams,
  VectorStoreRecord,
  VectorStoreStorage,
} from './storage/vector-store-storage.ts';
export { MAX_STORE_FILES } from './storage/vector-store-storage.ts';
