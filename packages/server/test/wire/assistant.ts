import { z } from 'zod';
import {
  idOf,
  metadata,
  reasoningEffort,
  responseFormat,
  tool,
  toolResources,
  unixSeconds,
} from './shared.ts';

export const assistant = z.strictObject({
  id: idOf('asst'),
  object: z.literal('assistant'),
  created_at: unixSeconds,
  name: z.string().max(256).nullable(),
  description: z.string().max(512).nullable(),
  model: z.string().min(1),
  instructions: z.string().max(256_000).nullable(),
  tools: z.array(tool).max(128),
  top_p: z.number().min(0).max(1),
  temperature: z.number().min(0).max(2),
  reasoning_effort: reasoningEffort,
  tool_resources: toolResources,
  metadata,
  response_format: responseFormat,
});
