import { z } from 'zod';
import { idOf, metadata, unixSeconds } from './shared.ts';

const range = {
  text: z.string().min(1),
  start_index: z.int().min(0),
  end_index: z.int().min(1),
};

const annotation = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('file_citation'),
    ...range,
    file_citation: z.strictObject({ file_id: z.string() }),
  }),
  z.strictObject({
    type: z.literal('file_path'),
    ...range,
    file_path: z.strictObject({ file_id: z.string() }),
  }),
]);

const detail = z.enum(['auto', 'low', 'high']);

const part = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z
      .strictObject({ value: z.string(), annotations: z.array(annotation) })
      .refine(
        ({ value, annotations }) =>
          annotations.every((one) => value.slice(one.start_index, one.end_index) === one.text),
        'an annotation is not at its stated position',
      ),
  }),
  z.strictObject({
    type: z.literal('image_file'),
    image_file: z.strictObject({ file_id: z.string(), detail }),
  }),
  z.strictObject({ type: z.literal('image_url'), image_url: z.strictObject({ url: z.string(), detail }) }),
  z.strictObject({ type: z.literal('refusal'), refusal: z.string() }),
]);

const attachment = z.strictObject({
  file_id: z.string().optional(),
  tools: z.array(z.strictObject({ type: z.enum(['code_interpreter', 'file_search']) })).optional(),
});

export const message = z
  .strictObject({
    id: idOf('msg'),
    object: z.literal('thread.message'),
    created_at: unixSeconds,
    assistant_id: idOf('asst').nullable(),
    thread_id: idOf('thread'),
    run_id: idOf('run').nullable(),
    status: z.enum(['in_progress', 'incomplete', 'completed']),
    incomplete_details: z
      .strictObject({
        reason: z.enum(['content_filter', 'max_tokens', 'run_cancelled', 'run_expired', 'run_failed']),
      })
      .nullable(),
    completed_at: unixSeconds.nullable(),
    incomplete_at: unixSeconds.nullable(),
    role: z.enum(['user', 'assistant']),
    content: z.array(part),
    attachments: z.array(attachment).max(10),
    metadata,
  })
  .superRefine((it, context) => {
    const wrong = (what: string) => context.addIssue({ code: 'custom', message: what });
    if ((it.status === 'completed') !== (it.completed_at !== null)) wrong('completed_at against status');
    if ((it.status === 'incomplete') !== (it.incomplete_at !== null)) wrong('incomplete_at against status');
    if ((it.status === 'incomplete') !== (it.incomplete_details !== null))
      wrong('incomplete_details against status');
    if ((it.run_id === null) !== (it.assistant_id === null)) wrong('run_id without assistant_id');
    if (it.role === 'user' && it.run_id !== null) wrong('a run that wrote for the user');
  });
