import {
  type AssistantObject,
  type CreateRunRequest,
  MAX_RUN_LIFETIME_S,
  type RunObject,
  type TruncationStrategy,
} from '@threadkit/core/api';
import { withResourceDefaults, withToolDefaults } from './service-defaults.ts';

/** A new run: the assistant's settings at this time, with the run's overrides. */
export function runObject(
  assistant: AssistantObject,
  body: Omit<CreateRunRequest, 'assistant_id'>,
  place: { readonly id: string; readonly threadId: string; readonly at: number },
): RunObject {
  const instructions = [body.instructions ?? assistant.instructions, body.additional_instructions]
    .filter((text) => text !== null && text !== undefined && text !== '')
    .join('\n\n');
  const tools = body.tools ? withToolDefaults(body.tools) : assistant.tools;
  return {
    id: place.id,
    object: 'thread.run',
    created_at: place.at,
    assistant_id: assistant.id,
    thread_id: place.threadId,
    status: 'queued',
    started_at: null,
    expires_at: place.at + MAX_RUN_LIFETIME_S,
    cancelled_at: null,
    failed_at: null,
    completed_at: null,
    required_action: null,
    last_error: null,
    model: body.model ?? assistant.model,
    instructions: instructions === '' ? null : instructions,
    tools,
    tool_resources: withResourceDefaults(null, tools),
    metadata: body.metadata ?? {},
    temperature: body.temperature ?? assistant.temperature ?? 1,
    top_p: body.top_p ?? assistant.top_p ?? 1,
    reasoning_effort: body.reasoning_effort ?? assistant.reasoning_effort ?? null,
    max_completion_tokens: body.max_completion_tokens ?? null,
    max_prompt_tokens: body.max_prompt_tokens ?? null,
    truncation_strategy: echoTruncation(body.truncation_strategy),
    incomplete_details: null,
    usage: null,
    response_format: body.response_format ?? assistant.response_format ?? 'auto',
    tool_choice: body.tool_choice ?? 'auto',
    parallel_tool_calls: body.parallel_tool_calls ?? true,
  };
}

function echoTruncation(given: TruncationStrategy | null | undefined): TruncationStrategy {
  return { type: given?.type ?? 'auto', last_messages: given?.last_messages ?? null };
}
