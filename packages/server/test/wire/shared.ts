import { z } from 'zod';

/** Closed and complete: every key is present, null when unset, and no other. */
export const unixSeconds = z.int().min(1_000_000_000).max(9_999_999_999);

export const idOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[A-Za-z0-9_-]+$`));

/** As sent: an unset map is empty, never null. */
export const metadata = z
  .record(z.string().max(64), z.string().max(512))
  .refine((map) => Object.keys(map).length <= 16, 'more than 16 pairs');

export const usage = z
  .strictObject({
    prompt_tokens: z.int().min(0),
    completion_tokens: z.int().min(0),
    total_tokens: z.int().min(0),
    prompt_token_details: z.strictObject({ cached_tokens: z.int().min(0) }).optional(),
    completion_tokens_details: z.strictObject({ reasoning_tokens: z.int().min(0) }).optional(),
  })
  .refine((sum) => sum.total_tokens === sum.prompt_tokens + sum.completion_tokens, 'the total is no sum');

export const toolResources = z.strictObject({
  code_interpreter: z.strictObject({ file_ids: z.array(z.string()).max(20) }).optional(),
  file_search: z.strictObject({ vector_store_ids: z.array(z.string()).max(1) }).optional(),
});

const looseObject = z.record(z.string(), z.unknown());

export const responseFormat = z.union([
  z.literal('auto'),
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: z.string(),
      description: z.string().optional(),
      schema: looseObject.optional(),
      strict: z.boolean().nullish(),
    }),
  }),
]);

export const reasoningEffort = z
  .enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'])
  .nullable();

/** With the defaults that the service fills in. */
export const tool = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('code_interpreter') }),
  z.strictObject({
    type: z.literal('file_search'),
    file_search: z.strictObject({
      max_num_results: z.int().min(1).max(50).optional(),
      ranking_options: z.strictObject({
        ranker: z.enum(['auto', 'default_2024_08_21']).optional(),
        score_threshold: z.number().min(0).max(1),
      }),
    }),
  }),
  z.strictObject({
    type: z.literal('function'),
    function: z.strictObject({
      name: z.string().regex(/^[\w-]{1,64}$/),
      description: z.string().optional(),
      parameters: looseObject,
      strict: z.boolean(),
    }),
  }),
]);
