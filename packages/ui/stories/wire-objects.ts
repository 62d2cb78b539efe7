import type { MessageObject, RunObject, RunStepObject, StepToolCall } from '@threadkit/core';

/** Wire objects with good defaults, for stories and tests of parts. Times are relative to one fixed second. */
const T0 = 1_795_000_000;

export function aRun(overrides: Partial<RunObject> = {}): RunObject {
  return {
    id: 'run_1',
    object: 'thread.run',
    created_at: T0,
    assistant_id: 'asst_1',
    thread_id: 'thread_1',
    status: 'completed',
    started_at: T0,
    expires_at: null,
    cancelled_at: null,
    failed_at: null,
    completed_at: T0 + 14,
    required_action: null,
    last_error: null,
    model: 'demo',
    instructions: null,
    tools: [],
    metadata: {},
    max_completion_tokens: null,
    max_prompt_tokens: null,
    truncation_strategy: null,
    incomplete_details: null,
    usage: { prompt_tokens: 1200, completion_tokens: 948, total_tokens: 2148 },
    response_format: 'auto',
    tool_choice: 'auto',
    ...overrides,
  };
}

export function aMessage(role: 'user' | 'assistant', text: string): MessageObject {
  return {
    id: `msg_${role}`,
    object: 'thread.message',
    created_at: T0,
    thread_id: 'thread_1',
    status: 'completed',
    role,
    content: [{ type: 'text', text: { value: text, annotations: [] } }],
    assistant_id: null,
    run_id: null,
    attachments: [],
    metadata: {},
  };
}

export function aStep(calls: readonly StepToolCall[], overrides: Partial<RunStepObject> = {}): RunStepObject {
  return {
    id: 'step_1',
    object: 'thread.run.step',
    created_at: T0,
    run_id: 'run_1',
    assistant_id: 'asst_1',
    thread_id: 'thread_1',
    type: 'tool_calls',
    status: 'completed',
    cancelled_at: null,
    completed_at: T0 + 2,
    failed_at: null,
    last_error: null,
    step_details: { type: 'tool_calls', tool_calls: calls },
    usage: null,
    ...overrides,
  };
}

export function aFunctionCall(
  name: string,
  args: unknown,
  output: unknown,
  executor?: 'server' | 'provider',
): StepToolCall {
  return {
    id: `call_${name}`,
    type: 'function',
    ...(executor && { executed_by: executor }),
    function: {
      name,
      arguments: JSON.stringify(args),
      output: output === null ? null : typeof output === 'string' ? output : JSON.stringify(output),
    },
  };
}
