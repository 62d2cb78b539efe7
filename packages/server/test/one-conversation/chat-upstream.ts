import type { ServerResponse } from 'node:http';
import { chatCompletions } from '../../src/engines/chat-completions.ts';
import { loopbackProvider, sendEvents } from '../../src/testing/loopback-provider.ts';
import { type ChatBody, readChatHistory } from './chat-history.ts';
import type { History } from './history.ts';
import { nextTurn, piecesOf, TOKENS } from './model-script.ts';
import type { OpenUpstream } from './upstream.ts';

/**
 * chatCompletions on a provider of this process, in place of a second mock of the registry: those that were tried
 * (@dwmkerr/mock-llm, openai-api-mock) stream no function calls. As some providers do, it sends the pieces of parallel calls by
 * turns, repeats the ids of calls in each response, and reports usage with the last piece.
 */
export const openChat: OpenUpstream = async () => {
  const histories: History[] = [];
  const provider = await loopbackProvider<ChatBody>((response, body) => {
    const history = readChatHistory(body);
    histories.push(history);
    respond(response, history);
  });
  return { engine: chatCompletions({ apiKey: 'sk-test', baseURL: `${provider.url}/v1` }), histories };
};

function respond(response: ServerResponse, history: History): void {
  const { text, calls } = nextTurn(history);
  const args = calls.map((call) => piecesOf(JSON.stringify(call.arguments)));
  const longest = Math.max(0, ...args.map((pieces) => pieces.length));
  const deltas = [
    { role: 'assistant', content: '' },
    ...piecesOf(text).map((content) => ({ content })),
    ...calls.map(({ name }, index) => ({
      tool_calls: [{ index, id: `call_${index}`, type: 'function', function: { name, arguments: '' } }],
    })),
    ...Array.from({ length: longest }, (_, at) =>
      args.flatMap((pieces, index) => {
        const piece = pieces[at];
        return piece === undefined ? [] : [{ tool_calls: [{ index, function: { arguments: piece } }] }];
      }),
    ).flat(),
  ];
  const usage = {
    prompt_tokens: TOKENS.prompt,
    completion_tokens: TOKENS.completion,
    total_tokens: TOKENS.prompt + TOKENS.completion,
  };
  const chunk = (delta: object, reason: string | null) => ({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta, finish_reason: reason }],
    ...(reason !== null && { usage }),
  });
  sendEvents(response, [
    ...deltas.map((delta) => chunk(delta, null)),
    chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'),
    '[DONE]',
  ]);
}
