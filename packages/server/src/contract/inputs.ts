import type { FunctionTool } from '@threadkit/core/api';
import type { EngineInput, EngineMessage, EngineToolCall } from '../engines/engine.ts';
import type { EnginePrivate } from '../shared/engine-private.ts';

/** The model of every check but that of an unknown model. */
const MODEL = 'contract-model';

/** No provider has it. */
export const UNKNOWN_MODEL = 'unknown-model';

const functionTool = (name: string, description: string): FunctionTool => ({
  type: 'function',
  function: {
    name,
    description,
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
});

/** Both read the city of the message. */
export const WEATHER_TOOL = functionTool('get_weather', 'Reads the weather in a city.');
export const TIME_TOOL = functionTool('get_time', 'Reads the time in a city.');

export const OSLO = '{"city":"Oslo"}';

export function userMessage(value: string): EngineMessage {
  return { role: 'user', content: [{ type: 'text', text: { value, annotations: [] } }] };
}

export const HELLO = userMessage('hello');
export const ASKS_FOR_WEATHER = userMessage('weather in Oslo');
export const ASKS_FOR_BOTH = userMessage('weather and time in Oslo');

/** A user's message with an image. */
export const IMAGE: EngineMessage = {
  role: 'user',
  content: [
    { type: 'text', text: { value: 'hello', annotations: [] } },
    { type: 'image_file', image_file: { file_id: 'file_deleted', detail: 'auto' } },
  ],
};

/** The input of one model call. */
export function contractInput(input: Partial<EngineInput> = {}): EngineInput {
  return { model: MODEL, instructions: null, messages: [HELLO], tools: [], settings: {}, ...input };
}

/** The model call that called tools, and their outputs. */
export interface ToolExchange {
  readonly calls: readonly EngineToolCall[];
  readonly outputs: readonly string[];
  /** Private data of the model call. */
  readonly private?: EnginePrivate | undefined;
}

/** The input after a tool round. */
export function inputAfter(
  asked: EngineMessage,
  round: ToolExchange,
  tools: readonly FunctionTool[],
): EngineInput {
  return contractInput({
    tools,
    messages: [
      asked,
      {
        role: 'assistant',
        content: [],
        toolCalls: round.calls,
        ...(round.private && { private: round.private }),
      },
      ...round.calls.map(
        ({ id }, index): EngineMessage => ({
          role: 'tool',
          toolCallId: id,
          output: round.outputs[index] ?? '',
        }),
      ),
    ],
  });
}
