export type {
  Engine,
  EngineEvent,
  EngineInput,
  EngineMessage,
  EnginePrivate,
  EngineSettings,
  EngineToolCall,
  HostedCallPiece,
} from './engines/engine.ts';
export {
  EngineError,
  type EngineErrorOptions,
  type FailureKind,
  WorkerCrash,
} from './engines/engine-error.ts';
export { type ScriptedOptions, scripted } from './engines/scripted/scripted.ts';
export type { Authorize, Principal } from './http/authorize.ts';
export type { CorsOptions } from './http/cors.ts';
export type { Log, LogEntry } from './log.ts';
export { createServer } from './server.ts';
export type { Server, ServerLimits, ServerOptions } from './server-options.ts';
export { attachFiles, excessFiles } from './storage/attach-files.ts';
export { type KeyedAnswer, KeyTaken } from './storage/keyed-answer.ts';
export { memoryStorage } from './storage/memory/memory-storage.ts';
export type {
  AddOutcome,
  Commit,
  CommitOutcome,
  Lease,
  PrivateJson,
  Rows,
  RunRecord,
  Scope,
  StartOutcome,
  StartRun,
  StepPrivate,
  Storage,
  StoredEvent,
} from './storage/storage.ts';
export { SHARED_OWNER } from './storage/storage.ts';
export { StorageUnavailable, type StorageUnavailableOptions } from './storage/storage-unavailable.ts';
export type { SetTimer } from './timers.ts';
