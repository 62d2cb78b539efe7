/**
 * Tools without the client and the controller, for code that pages and servers share.
 *
 * @example
 * ```ts
 * import { defineTool } from '@threadkit/core/tools';
 *
 * export const getOrder = defineTool({
 *   name: 'get_order',
 *   parameters: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
 *   execute: ({ id }) => `Order ${id} was sent.`,
 * });
 * ```
 */
export { isThreadkitError, ThreadkitError } from '../errors/threadkit-error.ts';
export {
  defineTool,
  type NeedsJsonSchema,
  type ToolArgs,
  type ToolInput,
  type ToolOptions,
} from './define-tool.ts';
export { type Execution, executeTool } from './execute-tool.ts';
export { declinedText, INTERRUPTED_TEXT, readFailure } from './failure-text.ts';
export type { FromJsonSchema, JsonSchema } from './json-schema.ts';
export { readArguments } from './read-arguments.ts';
export { createSemaphore, type Semaphore } from './semaphore.ts';
export type { AnyTool, Tool, ToolContext, ToolPrincipal } from './tool.ts';
export { parseToolOutput, type ToolCallResult, writeError } from './tool-output.ts';
