import { z } from 'zod';
import { idOf } from './shared.ts';

export const file = z.strictObject({
  id: idOf('file'),
  object: z.literal('file'),
  bytes: z.int().min(0),
  created_at: z.int(),
  expires_at: z.int().nullable(),
  filename: z.string(),
  purpose: z.enum(['assistants', 'vision', 'user_data']),
  status: z.literal('processed'),
});
