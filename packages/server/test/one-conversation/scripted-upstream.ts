import type { EngineEvent, EngineInput } from '../../src/engines/engine.ts';
import { scripted } from '../../src/engines/scripted/scripted.ts';
import { createHistoryReader, type History } from './history.ts';
import { nextTurn, piecesOf, TOKENS } from './model-script.ts';
import type { OpenUpstream } from './upstream.ts';

type Content = Extract<EngineInput['messages'][number], { role: 'user' }>['content'];

const textOf = (content: Content): string =>
  content.map((part) => (part.type === 'text' ? part.text.value : '')).join('');

function readHistory({ instructions, messages }: EngineInput): History {
  const reader = createHistoryReader();
  if (instructions !== null) reader.system(instructions);
  for (const message of messages) {
    if (message.role === 'tool') reader.output(message.toolCallId, message.output);
    else if (message.role === 'user') reader.user(textOf(message.content));
    else {
      reader.assistant(textOf(message.content));
      for (const call of message.toolCalls ?? []) reader.call(call.id, call.name, call.arguments);
    }
  }
  return reader.items;
}

/** The scripted engine with its option `script`. */
export const openScripted: OpenUpstream = () => {
  const histories: History[] = [];
  function* script(input: EngineInput): Generator<EngineEvent> {
    const history = readHistory(input);
    histories.push(history);
    const { text, calls } = nextTurn(history);
    for (const piece of piecesOf(text)) yield { type: 'text', part: 0, text: piece };
    for (const [index, call] of calls.entries()) {
      yield { type: 'tool-call', index, name: call.name, arguments: '' };
      for (const piece of piecesOf(JSON.stringify(call.arguments))) {
        yield { type: 'tool-call', index, arguments: piece };
      }
    }
    const usage = {
      prompt_tokens: TOKENS.prompt,
      completion_tokens: TOKENS.completion,
      total_tokens: TOKENS.prompt + TOKENS.completion,
    };
    yield { type: 'finish', reason: calls.length > 0 ? 'tool-calls' : 'stop', usage };
  }
  return { engine: scripted({ paceMs: 0, script }), histories };
};
