import { createMessageBody } from './message-body.ts';
import { array, nullable, object, optional } from './schema.ts';
import { metadata } from './shared-fields.ts';
import { createToolResources, toolResources } from './tool-resources.ts';

export const MAX_MESSAGES = 32;

export const createThreadBody = object({
  messages: optional(array(createMessageBody, { max: MAX_MESSAGES })),
  tool_resources: optional(nullable(createToolResources)),
  metadata: optional(nullable(metadata)),
});

export const modifyThreadBody = object({
  metadata: optional(nullable(metadata)),
  tool_resources: optional(nullable(toolResources)),
});
