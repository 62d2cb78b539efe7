import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { convertArrayToReadableStream, MockLanguageModelV4 } from 'ai/test';
import { aiSdk } from '../../src/engines/ai-sdk.ts';
import { createHistoryReader, type History } from './history.ts';
import { nextTurn, piecesOf, TOKENS } from './model-script.ts';
import type { OpenUpstream } from './upstream.ts';

function readHistory({ prompt }: LanguageModelV4CallOptions): History {
  const reader = createHistoryReader();
  for (const message of prompt) {
    if (message.role === 'system') reader.system(message.content);
    else if (message.role === 'user') {
      reader.user(message.content.map((part) => (part.type === 'text' ? part.text : '')).join(''));
    } else {
      for (const part of message.content) {
        if (part.type === 'text') reader.assistant(part.text);
        else if (part.type === 'tool-call') reader.call(part.toolCallId, part.toolName, part.input as object);
        else if (part.type === 'tool-result' && part.output.type === 'text') {
          reader.output(part.toolCallId, part.output.value);
        } else throw new Error(`The prompt has the unexpected part ${JSON.stringify(part)}.`);
      }
    }
  }
  return reader.items;
}

function* respond(history: History): Generator<LanguageModelV4StreamPart> {
  const { text, calls } = nextTurn(history);
  yield { type: 'stream-start', warnings: [] };
  if (text !== '') {
    yield { type: 'text-start', id: 't' };
    for (const delta of piecesOf(text)) yield { type: 'text-delta', id: 't', delta };
    yield { type: 'text-end', id: 't' };
  }
  for (const [index, call] of calls.entries()) {
    // Unique, as those of a provider.
    const id = `call_${history.length}_${index}`;
    const input = JSON.stringify(call.arguments);
    yield { type: 'tool-input-start', id, toolName: call.name };
    for (const delta of piecesOf(input)) yield { type: 'tool-input-delta', id, delta };
    yield { type: 'tool-input-end', id };
    yield { type: 'tool-call', toolCallId: id, toolName: call.name, input };
  }
  yield {
    type: 'finish',
    finishReason: { unified: calls.length > 0 ? 'tool-calls' : 'stop', raw: undefined },
    usage: {
      inputTokens: { total: TOKENS.prompt, noCache: TOKENS.prompt, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: TOKENS.completion, text: TOKENS.completion, reasoning: 0 },
    },
  };
}

/** aiSdk on a mock model of the AI SDK. */
export const openAiSdk: OpenUpstream = () => {
  const histories: History[] = [];
  const model = new MockLanguageModelV4({
    doStream: async (options) => {
      const history = readHistory(options);
      histories.push(history);
      return { stream: convertArrayToReadableStream([...respond(history)]) };
    },
  });
  return { engine: aiSdk({ model }), histories };
};
