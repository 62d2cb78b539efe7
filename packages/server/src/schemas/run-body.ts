import {
  MAX_INITIAL_MESSAGES,
  MAX_RUN_TOOLS,
  type ToolChoice,
  type TruncationStrategy,
} from '@threadkit/core/api';
import { createMessageBody } from './message-body.ts';
import {
  array,
  boolean,
  byType,
  type Check,
  nullable,
  number,
  object,
  oneOf,
  optional,
  required,
  string,
} from './schema.ts';
import {
  instructions,
  metadata,
  reasoningEffort,
  responseFormat,
  temperature,
  tools,
  topP,
} from './shared-fields.ts';
import { createThreadBody } from './thread-body.ts';
import { toolResources } from './tool-resources.ts';

const truncationStrategy: Check<TruncationStrategy> = byType({
  auto: object({
    type: required(oneOf('auto')),
    last_messages: optional(nullable(number({ min: 1, integer: true }))),
  }),
  last_messages: object({
    type: required(oneOf('last_messages')),
    last_messages: required(number({ min: 1, integer: true })),
  }),
});

const choiceObject: Check<ToolChoice> = byType({
  function: object({
    type: required(oneOf('function')),
    function: required(object({ name: required(string()) })),
  }),
  code_interpreter: object({ type: required(oneOf('code_interpreter')) }),
  file_search: object({ type: required(oneOf('file_search')) }),
});

const choiceWord = oneOf('none', 'auto', 'required');

const toolChoice: Check<ToolChoice> = (value, path) =>
  typeof value === 'string' ? choiceWord(value, path) : choiceObject(value, path);

const budget = nullable(number({ min: 1, integer: true }));

const fields = {
  assistant_id: required(string()),
  model: optional(nullable(string({ min: 1 }))),
  instructions: optional(nullable(instructions)),
  tools: optional(nullable(tools(MAX_RUN_TOOLS))),
  metadata: optional(nullable(metadata)),
  temperature: optional(nullable(temperature)),
  top_p: optional(nullable(topP)),
  stream: optional(nullable(boolean)),
  max_prompt_tokens: optional(budget),
  max_completion_tokens: optional(budget),
  truncation_strategy: optional(nullable(truncationStrategy)),
  tool_choice: optional(nullable(toolChoice)),
  parallel_tool_calls: optional(boolean),
  response_format: optional(nullable(responseFormat)),
  reasoning_effort: optional(nullable(reasoningEffort)),
};

export const createRunBody = object({
  ...fields,
  additional_instructions: optional(nullable(instructions)),
  additional_messages: optional(nullable(array(createMessageBody, { max: MAX_INITIAL_MESSAGES }))),
});

export const createThreadAndRunBody = object({
  ...fields,
  thread: optional(createThreadBody),
  tool_resources: optional(nullable(toolResources)),
});

export const modifyRunBody = object({ metadata: optional(nullable(metadata)) });

export const submitToolOutputsBody = object({
  tool_outputs: required(array(object({ tool_call_id: required(string()), output: required(string()) }))),
  stream: optional(nullable(boolean)),
});
