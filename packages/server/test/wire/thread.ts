import { z } from 'zod';
import { idOf, metadata, toolResources, unixSeconds } from './shared.ts';

export const thread = z.strictObject({
  id: idOf('thread'),
  object: z.literal('thread'),
  created_at: unixSeconds,
  metadata,
  tool_resources: toolResources,
});
