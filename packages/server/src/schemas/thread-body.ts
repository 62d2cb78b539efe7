import { MAX_INITIAL_MESSAGES } from '@threadkit/core/api';
import { createMessageBody } from './message-body.ts';
import { array, nullable, object, optional } from './schema.ts';
import { metadata } from './shared-fields.ts';
import { createToolResources, toolResources } from './tool-resources.ts';

export const createThreadBody = object({
  messages: optional(array(createMessageBody, { max: MAX_INITIAL_MESSAGES })),
  tool_resources: optional(nullable(createToolResources)),
  metadata: optional(nullable(metadata)),
});

export const modifyThreadBody = object({
  metadata: optional(nullable(metadata)),
  tool_resources: optional(nullable(toolResources)),
});
