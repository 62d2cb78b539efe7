// @threadkit/core/tools: what it exports. Written by `pnpm api --update`.

import { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
/** The `error` of an error response. All four keys are always present. */
interface ErrorObject {
  message: string;
  type: string;
  param: string | null;
  code: string | null;
}
/**
 * The kinds of errors, a closed list.
 * `api`: the backend refused, or failed where `status` is 500 and above · `locked`: the thread has an active run ·
 * `rate-limited`: try again later · `unauthorized`: 401 or 403 · `network`: there was no response · `stream`: a response was
 * cut off or malformed · `tool`: a tool of this page was not run · `config`: Threadkit was set up or called wrongly; includes an
 * unknown assistant (`status` 404) and an unknown model.
 */
type ErrorKind = 'api' | 'locked' | 'rate-limited' | 'unauthorized' | 'network' | 'stream' | 'tool' | 'config';
/** The optional fields of a {@link ThreadkitError}. */
interface ErrorDetails {
  /** What was caught, as in `ErrorOptions`. */
  cause?: unknown;
  /** HTTP status. */
  status?: number | undefined;
  /** The backend's own `type`, `code`, `param`. */
  body?: ErrorObject | undefined;
  /** `x-request-id` of the response. */
  requestId?: string | undefined;
  /** Milliseconds to wait before the next attempt, as the backend requests. */
  retryAfterMs?: number | undefined;
}
declare const BRAND: unique symbol;
/** The error class of Threadkit. `message` says what happened, why, and what to do; programs read `kind`. */
declare class ThreadkitError extends Error {
  readonly name = "ThreadkitError";
  /** What kind of failure it is, for programs. */
  readonly kind: ErrorKind;
  /** HTTP status. Undefined when there was no response, and for errors of this page. */
  readonly status: number | undefined;
  /** The backend's own `type`, `code` and `param`. Undefined when it sent none. */
  readonly body: ErrorObject | undefined;
  /** `x-request-id` of the response, for the backend's logs. */
  readonly requestId: string | undefined;
  /** Milliseconds to wait before the next attempt, as the backend requests. */
  readonly retryAfterMs: number | undefined;
  readonly [BRAND] = true;
  constructor(kind: ErrorKind, message: string, details?: ErrorDetails);
}
/** Whether a value is a `ThreadkitError`, also one of another copy of this package, which `instanceof` misses. */
declare function isThreadkitError(error: unknown): error is ThreadkitError;
/** A JSON Schema, written as a literal so that types can be inferred from it. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: {
    readonly [key: string]: JsonSchema;
  };
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly [keyword: string]: unknown;
}
interface Primitives {
  string: string;
  number: number;
  integer: number;
  boolean: boolean;
  null: null;
}
type RequiredKeys<S> = S extends {
  required: readonly (infer K extends string)[];
} ? K : never;
type Flat<T> = { [K in keyof T]: T[K]; };
type FromProperties<P, R> = Flat<{ -readonly [K in keyof P as K extends R ? K : never]: FromJsonSchema<P[K]>; } & { -readonly [K in keyof P as K extends R ? never : K]?: FromJsonSchema<P[K]>; }>;
type FromType<U> = U extends keyof Primitives ? Primitives[U] : unknown;
/**
 * The type a JSON Schema literal describes: type, properties, required, items, enum, const and lists of
 * types. Anything else (`$ref`, `anyOf`, …) is `unknown`, never wrong.
 */
type FromJsonSchema<S> = S extends {
  const: infer C;
} ? C : S extends {
  enum: readonly (infer E)[];
} ? E : S extends {
  type: 'object';
  properties: infer P;
} ? FromProperties<P, RequiredKeys<S>> : S extends {
  type: 'array';
  items: infer I;
} ? FromJsonSchema<I>[] : S extends {
  type: readonly (infer U)[];
} ? FromType<U> : S extends {
  type: infer U extends keyof Primitives;
} ? Primitives[U] : unknown;
/** The caller on whose behalf a server executes a tool. */
interface ToolPrincipal {
  /** Id of the user, unique within the tenant. */
  readonly id: string;
  /** Organization or workspace of the user; undefined without one. */
  readonly tenant?: string | undefined;
  /** Role that the run was started with. */
  readonly role: 'admin' | 'user';
}
/** Second argument of a tool's `execute`. */
interface ToolContext {
  /** Id of the call. Equal when an `idempotent` tool is executed again after a reload or a crash. */
  readonly toolCallId: string;
  /** The run that requested the call. */
  readonly runId: string;
  /** The thread of the run. */
  readonly threadId: string;
  /** When the run expires: Unix milliseconds by the clock of this page or server. */
  readonly expiresAt: number;
  /** Who started the run, as the server's `authorize` identified them. In a page undefined: it is the user of the page. */
  readonly principal?: ToolPrincipal | undefined;
  /** Aborted on cancel, on time-out, and when the run ends or moves to another server without this call. */
  readonly signal: AbortSignal;
}
/**
 * A tool that a page or a server executes. Made by {@link defineTool}. Of a page's tool, `name`, `description`, `jsonSchema` and
 * `strict` are sent to the server, the rest is not. `'~types'` carries the last two type parameters and has no value.
 */
interface Tool<N extends string = string, I = unknown, O = unknown> {
  /** Unique among the tools of a run. */
  readonly name: N;
  /** Tells the model what the tool does. */
  readonly description: string | undefined;
  /** The schema of the arguments. */
  readonly jsonSchema: JsonSchema;
  /** Whether the model must follow the schema exactly. */
  readonly strict: boolean;
  /** Time limit of one execution in milliseconds. */
  readonly timeoutMs: number | undefined;
  /** Whether the call may be executed again after a reload or crash interrupted it. */
  readonly idempotent: boolean;
  readonly '~types'?: {
    readonly input: I;
    readonly output: O;
  };
  /** @internal The untyped implementation. */
  readonly '~run': ToolBehavior;
}
/** @internal */
interface ToolBehavior {
  /** Rejects with the schema's issues as text. */
  validate(input: unknown): Promise<unknown>;
  needsApproval(args: unknown): Promise<boolean>;
  /** Undefined: the app adds the output. */
  execute: ((args: unknown, context: ToolContext) => unknown) | undefined;
  serialize(output: unknown): string;
}
/** A tool with any arguments and output. */
type AnyTool = Tool<string, any, any>;
/** The arguments before validation, as the model writes them and a user edits them. */
type ToolInput<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferInput<S> : FromJsonSchema<S>;
/** The validated arguments, as `execute` and `needsApproval` get them. */
type ToolArgs<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferOutput<S> : FromJsonSchema<S>;
/**
 * A Standard Schema without JSON Schema (valibot, older zod) needs `jsonSchema`, for the model and the approval form.
 */
type NeedsJsonSchema<S> = S extends StandardJSONSchemaV1 ? unknown : S extends StandardSchemaV1 ? {
  jsonSchema: JsonSchema;
} : unknown;
/** Options of `defineTool`. */
interface ToolOptions<N extends string, S, O> {
  /** `[A-Za-z0-9_-]`, at most 64 characters. */
  name: N;
  /** Tells the model what the tool does and when to call it. @defaultValue none */
  description?: string | undefined;
  /** A Standard Schema (zod 4, valibot, …) or a plain JSON Schema literal. */
  parameters: S;
  /** Whether the model must follow the schema exactly. @defaultValue false */
  strict?: boolean | undefined;
  /**
   * Time limit of one execution in milliseconds; after it the output is an error. @defaultValue in a page no limit, on a server a minute
   */
  timeoutMs?: number | undefined;
  /**
   * Executes the call. An exception becomes an error output that the model reads. Left out: the call waits for
   * `addToolOutput`.
   */
  execute?: ((args: ToolArgs<S>, context: ToolContext) => O | Promise<O>) | undefined;
  /** Whether the user must approve the call. An exception becomes an error output. @defaultValue false */
  needsApproval?: boolean | ((args: ToolArgs<S>) => boolean | Promise<boolean>) | undefined;
  /**
   * Whether the call may be executed again after a reload or crash interrupted it. @defaultValue false: in a page the user decides, on a
   * server the model is told that nobody knows whether it was executed
   */
  idempotent?: boolean | undefined;
  /** Converts the output to the text that the model reads. @defaultValue strings as they are, other values as JSON */
  serialize?: ((output: O) => string) | undefined;
}
/**
 * Defines a tool that is executed in the page, or by the server when it is given to `createServer`. Arguments, edited arguments, output and the tool's view are inferred.
 *
 * @throws `ThreadkitError` of kind `'config'` when the name is not one the wire accepts, or when the schema
 * cannot give a JSON Schema and none was passed.
 */
declare function defineTool<const N extends string, const S extends StandardSchemaV1 | JsonSchema, O = string>(options: ToolOptions<N, S, O> & NeedsJsonSchema<S>): Tool<N, ToolInput<S>, O>;
/**
 * The platform that the core depends on: clock, timers, ids, storage, locks. Injected, because pages, workers and tests
 * differ in them.
 */
interface Environment {
  /** Unix milliseconds. */
  now(): number;
  /** Calls `run` once after `ms` milliseconds. Returns a function that cancels the timer. */
  setTimer(run: () => void, ms: number): () => void;
  /** Calls `flush` before the next paint, or soon where nothing is painted. Called at most once per pending flush. */
  schedule(flush: () => void): void;
  /** Returns a unique id with at least 128 random bits. */
  randomId(): string;
  /** Returns a number in [0, 1). Used for the jitter of retries. */
  random(): number;
  /** Whether the page has a network. While it has none, a lost connection has the state `offline`. */
  isOnline(): boolean;
  /** Calls `run` when the page becomes visible or online again. Returns a function that unsubscribes. */
  onWake(run: () => void): () => void;
  /**
   * Small texts that survive a reload: the thread of a new chat, the journal of tool calls, and unsent drafts.
   */
  keyValueStore: {
    /** Resolves with `undefined` when nothing is stored under `key`. */
    get(key: string): Promise<string | undefined>;
    /** Stores `value`; `undefined` removes the entry. */
    set(key: string, value: string | undefined): Promise<void>;
  };
  /** Holds a named lock across tabs until `held` settles. Undefined where Web Locks are missing. */
  lock: ((name: string, held: (signal: AbortSignal) => Promise<void>) => Promise<void>) | undefined;
}
/** The result of a call, as its view reads it. */
type ToolCallResult = {
  readonly ok: true;
  readonly output: unknown;
} | {
  readonly ok: false;
  readonly error: string;
};
/**
 * The submitted text of a failed call: `{"error": "…"}`. The API has no other field for a failure, and readers can
 * distinguish this form from an output.
 */
declare function writeError(error: string): string;
/**
 * Reads a submitted output back: the error form as a failure, JSON objects and lists as values, all other text
 * as it is. Numbers and quoted text stay text, because it is unknown whether they were sent as such.
 */
declare function parseToolOutput(text: string): ToolCallResult;
/** The result and the submitted text. */
type Execution = {
  readonly result: ToolCallResult;
  readonly text: string;
};
/** Executes a tool once. Never rejects: an exception, a time-out and an unserializable output are failed results. */
declare function executeTool(environment: Pick<Environment, 'setTimer'>, tool: AnyTool, args: unknown, signal: AbortSignal, context: Omit<ToolContext, 'signal'>): Promise<Execution>;
/** Output of a call that the server may have executed when it crashed. For the model. */
declare const INTERRUPTED_TEXT = "Interrupted: it is not known whether the tool was executed. Do not call it again without asking the user.";
/** Output of a declined call. For the model. */
declare function declinedText(reason: string | undefined): string;
/**
 * Why a call with this error was not executed, or not to its end; undefined when the tool failed. Reads the texts above, so that a
 * stored call is shown as it was before a reload. Not for calls of the provider, whose outputs may contain anything.
 */
declare function readFailure(error: string): 'declined' | 'interrupted' | undefined;
/**
 * Parses the arguments that a model wrote. Models write `""` for no arguments.
 *
 * @throws `ThreadkitError` of kind `'tool'`, with a message for the model: the text is not JSON.
 */
declare function readArguments(text: string): unknown;
/** Limits how many actions run at the same time; the others wait in order. */
interface Semaphore {
  /** Runs `act` when a slot is free. */
  take<T>(act: () => Promise<T>): Promise<T>;
}
/** A semaphore with `limit` slots. */
declare function createSemaphore(limit: number): Semaphore;
export { type AnyTool, type Execution, type FromJsonSchema, INTERRUPTED_TEXT, type JsonSchema, type NeedsJsonSchema, type Semaphore, ThreadkitError, type Tool, type ToolArgs, type ToolCallResult, type ToolContext, type ToolInput, type ToolOptions, type ToolPrincipal, createSemaphore, declinedText, defineTool, executeTool, isThreadkitError, parseToolOutput, readArguments, readFailure, writeError };