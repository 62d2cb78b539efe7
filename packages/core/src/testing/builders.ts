import type {
  FunctionToolCall,
  MessageObject,
  RunObject,
  RunStepObject,
  ThreadObject,
} from '../api/index.ts';

/** A queued run with all fields of the wire. Override the fields that a test is about. */
export function aRun(overrides: Partial<RunObject> = {}): RunObject {
  return {
    id: 'run_1',
    object: 'thread.run',
    created_at: 1_700_000_000,
    assistant_id: 'asst_1',
    thread_id: 'thread_1',
    status: 'queued',
    started_at: null,
    expires_at: 1_700_000_600,
    cancelled_at: null,
    failed_at: null,
    completed_at: null,
    required_action: null,
    last_error: null,
    model: 'scripted',
    instructions: null,
    tools: [],
    tool_resources: {},
    metadata: {},
    temperature: 1,
    top_p: 1,
    reasoning_effort: null,
    max_completion_tokens: null,
    max_prompt_tokens: null,
    truncation_strategy: { type: 'auto', last_messages: null },
    incomplete_details: null,
    usage: null,
    response_format: 'auto',
    tool_choice: 'auto',
    parallel_tool_calls: true,
    ...overrides,
  };
}

/** A completed assistant message with `text`. */
export function aMessage(text: string, overrides: Partial<MessageObject> = {}): MessageObject {
  return {
    id: 'msg_1',
    object: 'thread.message',
    created_at: 1_700_000_001,
    thread_id: 'thread_1',
    status: 'completed',
    incomplete_details: null,
    completed_at: 1_700_000_002,
    incomplete_at: null,
    role: 'assistant',
    content: [{ type: 'text', text: { value: text, annotations: [] } }],
    assistant_id: 'asst_1',
    run_id: 'run_1',
    attachments: [],
    metadata: {},
    ...overrides,
  };
}

/** A completed step that created `msg_1`. */
export function aMessageStep(overrides: Partial<RunStepObject> = {}): RunStepObject {
  return {
    id: 'step_1',
    object: 'thread.run.step',
    created_at: 1_700_000_001,
    run_id: 'run_1',
    assistant_id: 'asst_1',
    thread_id: 'thread_1',
    type: 'message_creation',
    status: 'completed',
    cancelled_at: null,
    completed_at: 1_700_000_002,
    expired_at: null,
    expires_at: null,
    failed_at: null,
    last_error: null,
    step_details: { type: 'message_creation', message_creation: { message_id: 'msg_1' } },
    usage: { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30 },
    metadata: null,
    ...overrides,
  };
}

/** An open step with these function calls. */
export function aToolStep(
  calls: readonly FunctionToolCall[],
  overrides: Partial<RunStepObject> = {},
): RunStepObject {
  return aMessageStep({
    id: 'step_tools',
    type: 'tool_calls',
    status: 'in_progress',
    completed_at: null,
    usage: null,
    step_details: { type: 'tool_calls', tool_calls: calls },
    ...overrides,
  });
}

/** An open step with the reasoning of the model. */
export function aReasoningStep(text: string, overrides: Partial<RunStepObject> = {}): RunStepObject {
  return aMessageStep({
    id: 'step_reasoning_1',
    type: 'reasoning',
    status: 'in_progress',
    completed_at: null,
    usage: null,
    step_details: { type: 'reasoning', reasoning: { text } },
    ...overrides,
  });
}

/** A call of the function `wipe` without an output, with the given members replaced. */
export function aCall(
  overrides: Partial<FunctionToolCall['function']> & { id?: string } = {},
): FunctionToolCall {
  const { id = 'call_1', ...call } = overrides;
  return { id, type: 'function', function: { name: 'wipe', arguments: '{}', output: null, ...call } };
}

/** A run that requires the outputs of `calls`. */
export function aWaitingRun(
  calls: readonly FunctionToolCall[],
  overrides: Partial<RunObject> = {},
): RunObject {
  const toolCalls = calls.map(({ id, function: { name, arguments: text } }) => ({
    id,
    type: 'function' as const,
    function: { name, arguments: text },
  }));
  return aRun({
    status: 'requires_action',
    started_at: 1_700_000_001,
    required_action: { type: 'submit_tool_outputs', submit_tool_outputs: { tool_calls: toolCalls } },
    ...overrides,
  });
}

/** A thread without metadata, with the given members replaced. */
export function aThread(overrides: Partial<ThreadObject> = {}): ThreadObject {
  return {
    id: 'thread_1',
    object: 'thread',
    created_at: 1_700_000_000,
    metadata: {},
    tool_resources: {},
    ...overrides,
  };
}
