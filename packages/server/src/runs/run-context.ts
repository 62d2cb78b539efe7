import type { ToolPrincipal } from '@threadkit/core/tools';
import type { Engine } from '../engines/engine.ts';
import type { StoredFiles } from '../files/stored-files.ts';
import type { SearchVectorStores } from '../retrieval/search-vector-store.ts';
import type { Instrumentation } from '../shared/instrumentation.ts';
import type { RepeatingLog } from '../shared/log.ts';
import type { NewId } from '../shared/new-id.ts';
import type { SetTimer } from '../shared/timers.ts';
import type { Quotas } from '../storage/quota.ts';
import type { Storage } from '../storage/storage.ts';
import type { CodeSessions } from './built-in/code-sessions.ts';
import type { ReasoningMode } from './reasoning.ts';
import type { ServerTools } from './tools/server-tools.ts';

/** Dependencies of the code that executes runs. */
export interface RunContext {
  readonly storage: Storage;
  readonly files: StoredFiles;
  /** The engine of a model; undefined when none serves it. */
  readonly engineFor: (model: string) => Engine | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly setTimer: SetTimer;
  readonly newId: NewId;
  /** From 0 inclusive to 1 exclusive. */
  readonly random: () => number;
  /** How often a model call is repeated that the provider refused. */
  readonly maxRetries: number;
  /** Maximum characters of one model call; a longer one fails the run. */
  readonly maxResponseChars: number;
  readonly reasoning: ReasoningMode;
  /** Model calls of one run. */
  readonly maxModelCalls: number;
  /** Maximum characters of the output of a server's tool; the model reads an error instead of a longer one. */
  readonly maxToolOutputChars: number;
  readonly serverTools: ServerTools;
  /** Undefined when the server has no executor of code. */
  readonly codeSessions: CodeSessions | undefined;
  /** The quotas of what a principal stores; undefined when nothing is limited. */
  readonly quotasOf: (principal: ToolPrincipal) => Quotas | undefined;
  /** Ids of the assistants that every owner may use. */
  readonly seededAssistantIds: readonly string[];
  /** Undefined when the storage has no vector stores. */
  readonly searchVectorStores: SearchVectorStores | undefined;
  /** Conditions that the operator has to know about or fix. */
  readonly log: RepeatingLog;
  /** Undefined when nothing observes the server. */
  readonly instrumentation: Instrumentation | undefined;
  /** Called with internal errors, and where they occurred. */
  readonly onError: (error: unknown, where: string) => void;
}

export function unixSeconds(now: () => number): number {
  return Math.floor(now() / 1000);
}
