import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import { buildTool } from './build-tool.ts';
import type { FromJsonSchema, JsonSchema } from './json-schema.ts';
import type { Tool, ToolContext } from './tool.ts';

/** The arguments before validation, as the model writes them and a user edits them. */
export type ToolInput<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferInput<S> : FromJsonSchema<S>;

/** The validated arguments, as `execute` and `needsApproval` get them. */
export type ToolArgs<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferOutput<S> : FromJsonSchema<S>;

/**
 * A Standard Schema without JSON Schema (valibot, older zod) needs `jsonSchema`, for the model and the approval form.
 */
export type NeedsJsonSchema<S> = S extends StandardJSONSchemaV1
  ? unknown
  : S extends StandardSchemaV1
    ? { jsonSchema: JsonSchema }
    : unknown;

/** Options of `defineTool`. */
export interface ToolOptions<N extends string, S, O> {
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
export function defineTool<const N extends string, const S extends StandardSchemaV1 | JsonSchema, O = string>(
  options: ToolOptions<N, S, O> & NeedsJsonSchema<S>,
): Tool<N, ToolInput<S>, O> {
  return buildTool(options) as Tool<N, ToolInput<S>, O>;
}
