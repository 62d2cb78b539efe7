import { z } from 'zod';
import { idOf, metadata, unixSeconds, usage } from './shared.ts';

const call = z.discriminatedUnion('type', [
  z.strictObject({
    id: idOf('call'),
    type: z.literal('function'),
    function: z.strictObject({ name: z.string(), arguments: z.string(), output: z.string().nullable() }),
  }),
  z.strictObject({
    id: idOf('call'),
    type: z.literal('code_interpreter'),
    code_interpreter: z.strictObject({
      input: z.string(),
      outputs: z.array(
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('logs'), logs: z.string() }),
          z.strictObject({ type: z.literal('image'), image: z.strictObject({ file_id: z.string() }) }),
        ]),
      ),
    }),
  }),
  z.strictObject({
    id: idOf('call'),
    type: z.literal('file_search'),
    file_search: z.strictObject({
      ranking_options: z
        .strictObject({ ranker: z.string(), score_threshold: z.number().min(0).max(1) })
        .optional(),
      results: z
        .array(
          z.strictObject({
            file_id: z.string(),
            file_name: z.string(),
            score: z.number().min(0).max(1),
            attributes: z.record(z.string(), z.unknown()).optional(),
            content: z.array(z.strictObject({ type: z.literal('text'), text: z.string() })).optional(),
          }),
        )
        .optional(),
    }),
  }),
]);

export const runStep = z
  .strictObject({
    id: idOf('step'),
    object: z.literal('thread.run.step'),
    created_at: unixSeconds,
    run_id: idOf('run'),
    assistant_id: idOf('asst'),
    thread_id: idOf('thread'),
    type: z.enum(['message_creation', 'tool_calls']),
    status: z.enum(['in_progress', 'completed', 'failed', 'cancelled', 'expired']),
    cancelled_at: unixSeconds.nullable(),
    completed_at: unixSeconds.nullable(),
    expired_at: unixSeconds.nullable(),
    expires_at: unixSeconds.nullable(),
    failed_at: unixSeconds.nullable(),
    last_error: z
      .strictObject({ code: z.enum(['server_error', 'rate_limit_exceeded']), message: z.string().min(1) })
      .nullable(),
    step_details: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('message_creation'),
        message_creation: z.strictObject({ message_id: idOf('msg') }),
      }),
      z.strictObject({ type: z.literal('tool_calls'), tool_calls: z.array(call) }),
    ]),
    usage: usage.nullable(),
    metadata,
  })
  .superRefine((it, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', message });
    if (it.type !== it.step_details.type) wrong('type against step_details.type');
    if (it.status === 'in_progress' && it.usage !== null) wrong('usage before the end');
    for (const status of ['cancelled', 'completed', 'expired', 'failed'] as const) {
      if ((it[`${status}_at`] !== null) !== (it.status === status)) wrong(`${status}_at against status`);
    }
    if ((it.last_error !== null) !== (it.status === 'failed')) wrong('last_error against status');
  });
