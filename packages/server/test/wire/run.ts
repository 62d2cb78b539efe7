import { RUN_STATUSES } from '@threadkit/core/api';
import { z } from 'zod';
import {
  idOf,
  metadata,
  reasoningEffort,
  responseFormat,
  tool,
  toolResources,
  unixSeconds,
  usage,
} from './shared.ts';

const requiredAction = z.strictObject({
  type: z.literal('submit_tool_outputs'),
  submit_tool_outputs: z.strictObject({
    tool_calls: z
      .array(
        z.strictObject({
          id: idOf('call'),
          type: z.literal('function'),
          function: z.strictObject({ name: z.string(), arguments: z.string() }),
        }),
      )
      .min(1),
  }),
});

const toolChoice = z.union([
  z.enum(['none', 'auto', 'required']),
  z.strictObject({ type: z.literal('function'), function: z.strictObject({ name: z.string() }) }),
  z.strictObject({ type: z.enum(['code_interpreter', 'file_search']) }),
]);

const truncation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('auto'), last_messages: z.int().min(1).nullable() }),
  z.strictObject({ type: z.literal('last_messages'), last_messages: z.int().min(1) }),
]);

export const run = z
  .strictObject({
    id: idOf('run'),
    object: z.literal('thread.run'),
    created_at: unixSeconds,
    assistant_id: idOf('asst'),
    thread_id: idOf('thread'),
    status: z.enum(RUN_STATUSES),
    started_at: unixSeconds.nullable(),
    expires_at: unixSeconds.nullable(),
    cancelled_at: unixSeconds.nullable(),
    failed_at: unixSeconds.nullable(),
    completed_at: unixSeconds.nullable(),
    required_action: requiredAction.nullable(),
    last_error: z
      .strictObject({
        code: z.enum(['server_error', 'rate_limit_exceeded', 'invalid_prompt']),
        message: z.string().min(1),
      })
      .nullable(),
    model: z.string().min(1),
    instructions: z.string().nullable(),
    tools: z.array(tool).max(128),
    tool_resources: toolResources,
    metadata,
    temperature: z.number().min(0).max(2),
    top_p: z.number().min(0).max(1),
    reasoning_effort: reasoningEffort,
    max_completion_tokens: z.int().min(1).nullable(),
    max_prompt_tokens: z.int().min(1).nullable(),
    truncation_strategy: truncation,
    incomplete_details: z
      .strictObject({ reason: z.enum(['max_completion_tokens', 'max_prompt_tokens', 'content_filter']) })
      .nullable(),
    usage: usage.nullable(),
    response_format: responseFormat,
    tool_choice: toolChoice,
    parallel_tool_calls: z.boolean(),
  })
  .superRefine((it, context) => {
    const only = (field: 'required_action' | 'last_error' | 'incomplete_details', status: string) => {
      if ((it[field] !== null) !== (it.status === status)) {
        context.addIssue({ code: 'custom', message: `${field} against status ${it.status}` });
      }
    };
    only('required_action', 'requires_action');
    only('last_error', 'failed');
    only('incomplete_details', 'incomplete');
    const stamps = { cancelled: 'cancelled_at', failed: 'failed_at', completed: 'completed_at' } as const;
    for (const [status, stamp] of Object.entries(stamps)) {
      if (it[stamp] !== null && it.status !== status && it.status !== 'incomplete') {
        context.addIssue({ code: 'custom', message: `${stamp} against status ${it.status}` });
      }
      if (it[stamp] === null && it.status === status) {
        context.addIssue({ code: 'custom', message: `${status} without ${stamp}` });
      }
    }
    const isActive = ['queued', 'in_progress', 'requires_action', 'cancelling'].includes(it.status);
    if (isActive && it.expires_at !== it.created_at + 600) {
      context.addIssue({ code: 'custom', message: 'an active run expires 600 s after its creation' });
    }
    if ((isActive || it.status === 'requires_action') && it.usage !== null) {
      context.addIssue({ code: 'custom', message: `usage while ${it.status}` });
    }
  });
