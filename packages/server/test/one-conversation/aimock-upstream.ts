import { LLMock } from '@copilotkit/aimock';
import OpenAI from 'openai';
import { onTestFinished } from 'vitest';
import { chatCompletions } from '../../src/engines/chat-completions.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { responses } from '../../src/engines/responses.ts';
import { type ChatBody, readChatHistory } from './chat-history.ts';
import type { History } from './history.ts';
import { nextTurn, TOKENS } from './model-script.ts';
import { type ResponsesBody, readResponsesHistory } from './responses-history.ts';
import type { OpenUpstream, Upstream } from './upstream.ts';

/** Members of the Chat Completions API and of the Responses API. */
const USAGE = {
  prompt_tokens: TOKENS.prompt,
  completion_tokens: TOKENS.completion,
  input_tokens: TOKENS.prompt,
  output_tokens: TOKENS.completion,
  total_tokens: TOKENS.prompt + TOKENS.completion,
};

async function open(
  engineOn: (client: OpenAI) => Engine,
  readHistory: (json: string) => History,
): Promise<Upstream> {
  const histories: History[] = [];
  const mock = new LLMock({ port: 0, chunkSize: 5 });
  mock.addFixtures([
    {
      match: {},
      response: () => {
        const { text, calls } = nextTurn(histories.at(-1) ?? []);
        const toolCalls = calls.map((call) => ({
          name: call.name,
          arguments: JSON.stringify(call.arguments),
        }));
        if (calls.length === 0) return { content: text, usage: USAGE };
        return text === '' ? { toolCalls, usage: USAGE } : { content: text, toolCalls, usage: USAGE };
      },
    },
  ]);
  await mock.start();
  onTestFinished(() => mock.stop());
  const client = new OpenAI({
    apiKey: 'sk-test',
    baseURL: `${mock.url}/v1`,
    maxRetries: 0,
    // The mock keeps only its own form of a request.
    fetch: (url, init) => {
      histories.push(readHistory(init?.body as string));
      return fetch(url, init);
    },
  });
  return { engine: engineOn(client), histories };
}

/** chatCompletions on aimock. */
export const openChatOnAimock: OpenUpstream = () =>
  open(
    (client) => chatCompletions({ client }),
    (json) => readChatHistory(JSON.parse(json) as ChatBody),
  );

/** responses on aimock. */
export const openResponsesOnAimock: OpenUpstream = () =>
  open(
    (client) => responses({ client }),
    (json) => readResponsesHistory(JSON.parse(json) as ResponsesBody),
  );
