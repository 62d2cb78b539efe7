import type { Metadata } from './metadata.ts';
import type { ReasoningEffort, ResponseFormat } from './run-options.ts';
import type { AssistantTool, CreateToolResources, ToolResources } from './tool.ts';

/** @see The API reference, "The assistant object". */
export interface AssistantObject {
  id: string;
  object: 'assistant';
  /** Unix seconds. */
  created_at: number;
  name: string | null;
  description: string | null;
  model: string;
  instructions: string | null;
  tools: readonly AssistantTool[];
  top_p?: number | null;
  temperature?: number | null;
  /** Sent by the service, missing from its schema. */
  reasoning_effort?: ReasoningEffort | null;
  tool_resources?: ToolResources | null;
  metadata: Metadata | null;
  response_format?: ResponseFormat | null;
}

/** Body of `createAssistant`. */
export interface CreateAssistantRequest {
  model: string;
  /** At most 256 characters. */
  name?: string | null | undefined;
  /** At most 512 characters. */
  description?: string | null | undefined;
  /** At most 256,000 characters. */
  instructions?: string | null | undefined;
  /** At most 128. @defaultValue [] */
  tools?: readonly AssistantTool[] | undefined;
  tool_resources?: CreateToolResources | null | undefined;
  metadata?: Metadata | null | undefined;
  /** 0 to 2. @defaultValue 1 */
  temperature?: number | null | undefined;
  /** 0 to 1. @defaultValue 1 */
  top_p?: number | null | undefined;
  response_format?: ResponseFormat | null | undefined;
  reasoning_effort?: ReasoningEffort | null | undefined;
}

/** An absent key stays as it is; a present one is replaced whole. */
export interface ModifyAssistantRequest extends Partial<Omit<CreateAssistantRequest, 'tool_resources'>> {
  tool_resources?: ToolResources | null | undefined;
}
