import { type ChatCompletionRequest, type Fixture, LLMock } from '@copilotkit/aimock';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeEngine } from '../testing/engine-contract.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';
import { responses } from './responses.ts';

const usage = { input_tokens: 7, output_tokens: 3, total_tokens: 10 };
const OSLO = '{"city":"Oslo"}';

const lastOf = ({ messages }: ChatCompletionRequest) => messages.at(-1);
/** The outputs of the last model call. */
const outputsOf = ({ messages }: ChatCompletionRequest) =>
  messages
    .slice(messages.findLastIndex(({ role }) => role !== 'tool') + 1)
    .map(({ content }) => JSON.stringify(content));
const callsTools = ({ tools, tool_choice: choice }: ChatCompletionRequest) =>
  tools !== undefined && choice !== 'none';
/** How many outputs of tools follow the user's last message. */
const rounds = ({ messages }: ChatCompletionRequest) =>
  messages.slice(messages.findLastIndex(({ role }) => role === 'user')).filter(({ role }) => role === 'tool')
    .length;

/** The first that matches responds. */
const fixtures: Fixture[] = [
  {
    match: { userMessage: 'twice', predicate: (request) => callsTools(request) && rounds(request) < 2 },
    response: (request) => ({
      reasoning: `Round ${rounds(request) + 1}.`,
      toolCalls: [{ name: 'get_weather', arguments: OSLO }],
      usage,
    }),
  },
  {
    match: { userMessage: 'search' },
    response: { content: 'Found.', webSearches: ['weather in Oslo'], usage },
  },
  {
    match: { model: 'unknown-model' },
    response: { error: { message: 'No such model for sk-secret.', code: 'model_not_found' }, status: 404 },
  },
  {
    match: { predicate: (request) => request.max_tokens !== undefined },
    response: { content: 'Cut', finishReason: 'length', usage },
  },
  {
    match: { predicate: (request) => lastOf(request)?.role === 'tool' },
    response: (request) => ({ content: `It says: ${outputsOf(request).join(', ')}`, usage }),
  },
  {
    match: { predicate: callsTools },
    response: ({ tools }) => ({
      toolCalls: (tools ?? []).map(({ function: { name } }) => ({ name, arguments: OSLO })),
      usage,
    }),
  },
  { match: {}, response: { content: 'Hello you, how are you doing today?', usage } },
];

const upstream = new LLMock({ port: 0, chunkSize: 5 });
interface SentBody {
  readonly input: readonly { readonly type?: string; readonly role?: string }[];
}

function engine(sent: SentBody[] = []) {
  const client = new OpenAI({
    apiKey: 'x',
    baseURL: `${upstream.url}/v1`,
    fetch: async (url, init) => {
      sent.push(JSON.parse(init?.body as string) as SentBody);
      return fetch(url, init);
    },
  });
  return responses({ client, reasoning: { summary: 'auto' } });
}

beforeAll(async () => {
  upstream.addFixtures(fixtures);
  await upstream.start();
});
afterAll(() => upstream.stop());

describeEngine('responses on aimock', () => engine());

describe('a conversation on aimock', () => {
  it('a run with two tool rounds completes, and its reasoning is sent back with the outputs', async () => {
    const sent: SentBody[] = [];
    const { caller, faults } = testServer({
      engine: engine(sent),
      assistants: [{ id: 'asst_demo', model: 'gpt-5-mini', instructions: 'Be kind.' }],
    });
    const thread = await caller.newThread('Look twice.');
    const body = { assistant_id: 'asst_demo', tools: [WEATHER] };
    let run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, body);
    for (const output of ['rain', 'sun']) {
      // oxlint-disable-next-line no-await-in-loop -- rounds follow each other
      run = await caller.runIn(run, 'requires_action');
      const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
      // oxlint-disable-next-line no-await-in-loop -- rounds follow each other
      await caller.ask('run', 'POST', path, outputsFor(run, output));
    }
    run = await caller.runIn(run, 'completed');
    expect(run.usage).toMatchObject({ prompt_tokens: 21, completion_tokens: 9, total_tokens: 30 });
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages`);
    expect(data[0]?.content).toMatchObject([{ type: 'text', text: { value: 'It says: "sun"' } }]);
    expect(faults).toEqual([]);

    const round = ['reasoning', 'function_call', 'function_call_output'];
    expect(sent.map(({ input }) => input.map(({ type, role }) => type ?? role))).toEqual([
      ['user'],
      ['user', ...round],
      ['user', ...round, ...round],
    ]);
    expect(sent[2]?.input[1]).toMatchObject({ encrypted_content: expect.stringMatching(/./) });
  });

  it('a search of the provider is a function call of the run that the provider executed', async () => {
    const { caller } = testServer({ engine: engine() });
    const thread = await caller.newThread('Please search.');
    const started = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
    });
    const run = await caller.runIn(started, 'completed');
    const steps = await caller.ask('steps', 'GET', `/threads/${thread.id}/runs/${run.id}/steps?order=asc`);
    expect(steps.data[0]?.step_details).toMatchObject({
      tool_calls: [{ type: 'function', executed_by: 'provider', function: { name: 'web_search' } }],
    });
  });
});
