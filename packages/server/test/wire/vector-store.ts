import { z } from 'zod';
import { idOf, metadata, unixSeconds } from './shared.ts';

const count = z.int().min(0);
const fileCounts = z
  .strictObject({ in_progress: count, completed: count, failed: count, cancelled: count, total: count })
  .refine(
    ({ in_progress, completed, failed, cancelled, total }) =>
      total === in_progress + completed + failed + cancelled,
    'the total is no sum',
  );
const expiration = z.strictObject({
  anchor: z.literal('last_active_at'),
  days: z.int().min(1).max(365),
});
const attributes = z
  .record(z.string().max(64), z.union([z.string().max(512), z.number(), z.boolean()]))
  .refine((map) => Object.keys(map).length <= 16, 'more than 16 pairs')
  .nullable();
const text = z.strictObject({ type: z.literal('text'), text: z.string() });

export const vectorStore = z
  .strictObject({
    id: idOf('vs'),
    object: z.literal('vector_store'),
    created_at: unixSeconds,
    name: z.string().max(256).nullable(),
    description: z.string().max(512).nullable(),
    usage_bytes: count,
    file_counts: fileCounts,
    status: z.enum(['expired', 'in_progress', 'completed']),
    expires_after: expiration.nullable(),
    expires_at: z.int().nullable(),
    last_active_at: unixSeconds,
    metadata,
  })
  .refine(
    ({ expires_after: after, expires_at: at, last_active_at: from }) =>
      at === (after === null ? null : from + after.days * 86_400),
    'expires_at is not that of expires_after',
  );

export const vectorStoreFile = z
  .strictObject({
    id: idOf('file'),
    object: z.literal('vector_store.file'),
    created_at: unixSeconds,
    vector_store_id: idOf('vs'),
    status: z.enum(['in_progress', 'completed', 'cancelled', 'failed']),
    last_error: z
      .strictObject({
        code: z.enum(['server_error', 'unsupported_file', 'invalid_file']),
        message: z.string().min(1),
      })
      .nullable(),
    usage_bytes: count,
    attributes,
    chunking_strategy: z.strictObject({
      type: z.literal('static'),
      static: z.strictObject({
        max_chunk_size_tokens: z.int().min(100).max(4096),
        chunk_overlap_tokens: z.int().min(0).max(2048),
      }),
    }),
  })
  .refine(
    ({ status, last_error: error }) => (status === 'failed') === (error !== null),
    'an error without a failure, or the other way round',
  );

export const fileBatch = z.strictObject({
  id: idOf('vsfb'),
  object: z.literal('vector_store.files_batch'),
  created_at: unixSeconds,
  vector_store_id: idOf('vs'),
  status: z.enum(['in_progress', 'completed', 'cancelled', 'failed']),
  file_counts: fileCounts,
});

export const fileContentPage = z.strictObject({
  object: z.literal('vector_store.file_content.page'),
  data: z.array(text),
  has_more: z.literal(false),
  next_page: z.null(),
});

export const searchPage = z.strictObject({
  object: z.literal('vector_store.search_results.page'),
  search_query: z.array(z.string()).min(1),
  data: z
    .array(
      z.strictObject({
        file_id: idOf('file'),
        filename: z.string(),
        score: z.number().min(0).max(1),
        attributes,
        content: z.array(text).min(1),
      }),
    )
    .max(50)
    .refine(
      (data) => data.every(({ score }, index) => score <= (data[index - 1]?.score ?? 1)),
      'the results are not in the order of their scores',
    ),
  has_more: z.literal(false),
  next_page: z.null(),
});
