import { createAnthropic } from '@ai-sdk/anthropic';
import { aiSdk } from '../../src/engines/ai-sdk.ts';
import { loopbackProvider, sendEvents } from '../../src/testing/loopback-provider.ts';
import { createHistoryReader, type History } from './history.ts';
import { nextTurn, piecesOf, TOKENS } from './model-script.ts';
import type { OpenUpstream } from './upstream.ts';

interface TextBlock {
  readonly type: 'text';
  readonly text: string;
}

type Block =
  | TextBlock
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: object }
  | {
      readonly type: 'tool_result';
      readonly tool_use_id: string;
      readonly content: string | readonly TextBlock[];
    };

interface Body {
  readonly system?: readonly TextBlock[];
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: readonly Block[] }[];
}

const textOf = (content: string | readonly TextBlock[]): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('');

function readHistory({ system, messages }: Body): History {
  const reader = createHistoryReader();
  if (system) reader.system(textOf(system));
  for (const { role, content } of messages) {
    for (const block of content) {
      if (block.type === 'tool_use') reader.call(block.id, block.name, block.input);
      else if (block.type === 'tool_result') reader.output(block.tool_use_id, textOf(block.content));
      else if (role === 'user') reader.user(block.text);
      else reader.assistant(block.text);
    }
  }
  return reader.items;
}

/** A content block of the Messages API: its start, pieces and end. */
const block = (index: number, start: object, deltas: readonly object[]): object[] => [
  { type: 'content_block_start', index, content_block: start },
  ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
  { type: 'content_block_stop', index },
];

function respond(history: History): object[] {
  const { text, calls } = nextTurn(history);
  const texts = text === '' ? [] : [text];
  return [
    {
      type: 'message_start',
      message: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'claude-sonnet-4-5',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: TOKENS.prompt, output_tokens: 1 },
      },
    },
    ...texts.flatMap((whole, index) =>
      block(
        index,
        { type: 'text', text: '' },
        piecesOf(whole).map((piece) => ({ type: 'text_delta', text: piece })),
      ),
    ),
    ...calls.flatMap(({ name, arguments: input }, index) =>
      block(
        index + texts.length,
        { type: 'tool_use', id: `toolu_${history.length}_${index}`, name, input: {} },
        piecesOf(JSON.stringify(input)).map((piece) => ({ type: 'input_json_delta', partial_json: piece })),
      ),
    ),
    {
      type: 'message_delta',
      delta: { stop_reason: calls.length > 0 ? 'tool_use' : 'end_turn', stop_sequence: null },
      usage: { output_tokens: TOKENS.completion },
    },
    { type: 'message_stop' },
  ];
}

/** aiSdk with `@ai-sdk/anthropic`, on a provider of this process. */
export const openAnthropic: OpenUpstream = async () => {
  const histories: History[] = [];
  const provider = await loopbackProvider<Body>((response, body) => {
    const history = readHistory(body);
    histories.push(history);
    sendEvents(response, respond(history));
  });
  const anthropic = createAnthropic({ apiKey: 'sk-ant-test', baseURL: `${provider.url}/v1` });
  return { engine: aiSdk({ model: anthropic('claude-sonnet-4-5') }), histories };
};
