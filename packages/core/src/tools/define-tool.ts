import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import { buildTool } from './build-tool.ts';
import type { FromJsonSchema, JsonSchema } from './json-schema.ts';

/** What the model writes and a person may edit: before the schema's defaults and transforms. */
export type ToolInput<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferInput<S> : FromJsonSchema<S>;

/** What `execute` and `approval` get: after validation. */
export type ToolArgs<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferOutput<S> : FromJsonSchema<S>;

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
  readonly repeatable: boolean;
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

/**
 * A Standard Schema without JSON Schema (valibot, older zod) must bring `jsonSchema`: the model and the
 * approval form need one.
 */
export type NeedsJsonSchema<S> = S extends StandardJSONSchemaV1
  ? unknown
  : S extends StandardSchemaV1
    ? { jsonSchema: JsonSchema }
    : unknown;

export interface ToolOptions<N extends string, S, O> {
  /** `[A-Za-z0-9_-]`, at most 64 characters. */
  name: N;
  description?: string | undefined;
  /** A Standard Schema (zod 4, valibot, …) or a plain JSON Schema literal. */
  parameters: S;
  /** Ask the model to keep to the schema. @defaultValue false */
  strict?: boolean | undefined;
  /** Milliseconds one execution may take; then it becomes an error output. Unlimited by default. */
  timeoutMs?: number | undefined;
  /** Left out: the call waits to be answered by hand. */
  execute?: ((args: ToolArgs<S>, context: ToolContext) => O | Promise<O>) | undefined;
  /** Whether a person is asked first. @defaultValue false */
  approval?: boolean | ((args: ToolArgs<S>) => boolean | Promise<boolean>) | undefined;
  /** True: may run again after a reload interrupted it. @defaultValue false, which asks */
  repeatable?: boolean | undefined;
  /** Output as the text the model reads. @defaultValue strings as they are, anything else as JSON */
  serialize?: ((output: O) => string) | undefined;
}

/**
 * Defines a tool that runs in the page. Arguments, edited arguments, output and the tool's view are inferred.
 *
 * @throws `ThreadkitError` of kind `'config'` when the name is not one the wire accepts, or when the schema
 * cannot give a JSON Schema and none was passed.
 */
export function defineTool<const N extends string, const S extends StandardSchemaV1 | JsonSchema, O = string>(
  options: ToolOptions<N, S, O> & NeedsJsonSchema<S>,
): Tool<N, ToolInput<S>, O> {
  return buildTool(options) as Tool<N, ToolInput<S>, O>;
}
