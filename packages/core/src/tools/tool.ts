import type { JsonSchema } from './json-schema.ts';

export interface ToolContext {
  readonly toolCallId: string;
  readonly runId: string;
  readonly threadId: string;
  /** Unix milliseconds by this page's clock. */
  readonly expiresAt: number;
  /** Aborted on cancel, time-out and when the run ends without this call. */
  readonly signal: AbortSignal;
}

/**
 * A tool the page runs. Made by {@link defineTool}; `name`, `description`, `jsonSchema` and `strict` travel
 * to the server, the rest stays here. The last two type parameters are carried by `'~types'`, which has no value.
 */
export interface Tool<N extends string = string, I = unknown, O = unknown> {
  readonly name: N;
  readonly description: string | undefined;
  readonly jsonSchema: JsonSchema;
  readonly strict: boolean;
  readonly timeoutMs: number | undefined;
  readonly idempotent: boolean;
  readonly '~types'?: { readonly input: I; readonly output: O };
  /** @internal The erased behaviour: types are restored where a tool is defined and where its call is read. */
  readonly '~run': ToolBehaviour;
}

/** @internal */
export interface ToolBehaviour {
  /** Rejects with the schema's issues in words. */
  validate(input: unknown): Promise<unknown>;
  needsApproval(args: unknown): Promise<boolean>;
  /** Undefined: answered by hand or by a view. */
  execute: ((args: unknown, context: ToolContext) => unknown) | undefined;
  serialize(output: unknown): string;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a tool's input and output are invariant; only `any` lets every tool in
export type AnyTool = Tool<string, any, any>;
