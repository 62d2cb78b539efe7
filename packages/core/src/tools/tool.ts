import type { JsonSchema } from './json-schema.ts';

/** The caller on whose behalf a server executes a tool. */
export interface ToolPrincipal {
  /** Id of the user, unique within the tenant. */
  readonly id: string;
  /** Organization or workspace of the user; undefined without one. */
  readonly tenant?: string | undefined;
  /** Role that the run was started with. */
  readonly role: 'admin' | 'user';
}

/** Second argument of a tool's `execute`. */
export interface ToolContext {
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
export interface Tool<N extends string = string, I = unknown, O = unknown> {
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
  readonly '~types'?: { readonly input: I; readonly output: O };
  /** @internal The untyped implementation. */
  readonly '~run': ToolBehavior;
}

/** @internal */
export interface ToolBehavior {
  /** Rejects with the schema's issues as text. */
  validate(input: unknown): Promise<unknown>;
  needsApproval(args: unknown): Promise<boolean>;
  /** Undefined: the app adds the output. */
  execute: ((args: unknown, context: ToolContext) => unknown) | undefined;
  serialize(output: unknown): string;
}

/** A tool with any arguments and output. */
// oxlint-disable-next-line typescript/no-explicit-any -- a tool's input and output are invariant; only `any` lets every tool in
export type AnyTool = Tool<string, any, any>;
