import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import { buildTool } from './build-tool.ts';
import type { FromJsonSchema, JsonSchema } from './json-schema.ts';
import type { Tool, ToolContext } from './tool.ts';

/** What the model writes and a person may edit: before the schema's defaults and transforms. */
export type ToolInput<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferInput<S> : FromJsonSchema<S>;

/** What `execute` and `approval` get: after validation. */
export type ToolArgs<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferOutput<S> : FromJsonSchema<S>;

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
  needsApproval?: boolean | ((args: ToolArgs<S>) => boolean | Promise<boolean>) | undefined;
  /** True: may run again after a reload interrupted it. @defaultValue false, which asks */
  idempotent?: boolean | undefined;
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
