import { MAX_ASSISTANT_TOOLS, MAX_DESCRIPTION_LENGTH, MAX_NAME_LENGTH } from '@threadkit/core/api';
import { nullable, object, optional, required, string } from './schema.ts';
import {
  instructions,
  metadata,
  reasoningEffort,
  responseFormat,
  temperature,
  tools,
  topP,
} from './shared-fields.ts';
import { createToolResources, toolResources } from './tool-resources.ts';

const fields = {
  name: optional(nullable(string({ max: MAX_NAME_LENGTH }))),
  description: optional(nullable(string({ max: MAX_DESCRIPTION_LENGTH }))),
  instructions: optional(nullable(instructions)),
  tools: optional(tools(MAX_ASSISTANT_TOOLS)),
  metadata: optional(nullable(metadata)),
  temperature: optional(nullable(temperature)),
  top_p: optional(nullable(topP)),
  response_format: optional(nullable(responseFormat)),
  reasoning_effort: optional(nullable(reasoningEffort)),
};

export const createAssistantBody = object({
  ...fields,
  model: required(string({ min: 1 })),
  tool_resources: optional(nullable(createToolResources)),
});
export const modifyAssistantBody = object({
  ...fields,
  model: optional(string({ min: 1 })),
  tool_resources: optional(nullable(toolResources)),
});
