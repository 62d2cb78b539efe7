import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';
import { chatCompletions } from './chat-completions.ts';

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

interface Provider {
  readonly requests: Body[];
  /** Number of chunks read from it. */
  readonly taken: () => number;
  readonly isCancelled: () => boolean;
}

/** A server whose provider responds to the nth model call with these chunks, one per read. */
function withProvider(...modelCalls: readonly (readonly object[])[]) {
  const requests: Body[] = [];
  let taken = 0;
  let isCancelled = false;
  const client = new OpenAI({
    apiKey: 'x',
    baseURL: 'http://provider.test/v1',
    maxRetries: 0,
    fetch: async (_url, init) => {
      const chunks = modelCalls[requests.length] ?? [];
      requests.push(JSON.parse(init?.body as string) as Body);
      let at = 0;
      const body = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            const chunk = chunks[at];
            if (!chunk) return controller.close();
            at += 1;
            taken += 1;
            controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(chunk)}\n\n`));
          },
          cancel() {
            isCancelled = true;
          },
        },
        { highWaterMark: 0 },
      );
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    },
  });
  const { caller } = testServer({ engine: chatCompletions({ client }) });
  const provider: Provider = { requests, taken: () => taken, isCancelled: () => isCancelled };
  return { caller, provider };
}

const choice = (fields: object): object => ({ choices: [{ index: 0, ...fields }] });
const words = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => choice({ delta: { content: `word${index} ` } }));
const STOP = choice({ delta: {}, finish_reason: 'stop' });
const call = (pieces: readonly string[]): object[] =>
  pieces.map((json, index) =>
    choice({
      delta: {
        tool_calls: [
          { index: 0, function: { ...(index === 0 && { name: 'get_weather' }), arguments: json } },
        ],
      },
    }),
  );
const WHOLE_CALL = [...call(['{"city":', '"Os', 'lo"}']), choice({ delta: {}, finish_reason: 'tool_calls' })];

describe('a provider that ignores the budget', () => {
  it('a provider without usage is cut off after as many pieces as the budget has tokens', async () => {
    const { caller, provider } = withProvider([...words(400), STOP]);
    const thread = await caller.newThread('a story');
    const run = await caller.runIn(
      await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, {
        assistant_id: 'asst_demo',
        max_completion_tokens: 64,
      }),
      'incomplete',
    );
    expect(run).toMatchObject({
      incomplete_details: { reason: 'max_completion_tokens' },
      usage: { prompt_tokens: 0, completion_tokens: 64, total_tokens: 64 },
    });
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
    expect(data[0]).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_tokens' } });
    expect(JSON.stringify(data[0]?.content)).toMatch(/word63 "/);
    expect(provider.taken()).toBe(65);
    expect(provider.isCancelled()).toBe(true);
  });

  it('a response within the budget is not cut off', async () => {
    const { caller } = withProvider([...words(64), STOP]);
    const run = await caller.ask('run', 'POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      max_completion_tokens: 64,
    });
    expect(await caller.runIn(run, 'completed')).toMatchObject({ usage: { completion_tokens: 64 } });
  });

  it('a call that the budget cuts off is not emitted', async () => {
    const { caller } = withProvider([...call(['{"city":', '"', 'O', 's', 'lo"}']), STOP]);
    const run = await caller.ask('run', 'POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      tools: [WEATHER],
      max_completion_tokens: 3,
    });
    expect(await caller.runIn(run, 'incomplete')).toMatchObject({ required_action: null });
  });
});

describe('a budget over two model calls', () => {
  it.each<[string, readonly object[]]>([
    ['no usage', []],
    ['null as the count', [{ choices: [], usage: { prompt_tokens: 5, completion_tokens: null } }]],
    ['a negative count', [{ choices: [], usage: { prompt_tokens: 5, completion_tokens: -3 } }]],
    ['text as the count', [{ choices: [], usage: { prompt_tokens: 5, completion_tokens: 'many' } }]],
  ])('a budget is enforced over two model calls with %s from the first', async (_what, usage) => {
    const { caller, provider } = withProvider([...WHOLE_CALL, ...usage], [...words(20), STOP]);
    const started = await caller.ask('run', 'POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      tools: [WEATHER],
      max_completion_tokens: 10,
    });
    const waiting = await caller.runIn(started, 'requires_action');
    const path = `/threads/${waiting.thread_id}/runs/${waiting.id}`;
    await caller.ask('run', 'POST', `${path}/submit_tool_outputs`, outputsFor(waiting, 'rain'));
    const run = await caller.runIn(waiting, 'incomplete');
    expect(provider.requests.map((request) => request.max_completion_tokens)).toEqual([10, 7]);
    expect(run.usage).toMatchObject({ completion_tokens: 10 });
    expect(
      Object.values(run.usage ?? {})
        .filter((count) => typeof count === 'number')
        .every(Number.isSafeInteger),
    ).toBe(true);
  });

  it('a token count is accepted as text, and the larger of two is used', async () => {
    const counts = [
      { choices: [], usage: { prompt_tokens: '05', completion_tokens: '04', total_tokens: '9' } },
      { choices: [], usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 } },
    ];
    const { caller, provider } = withProvider([...WHOLE_CALL, ...counts], [...words(1), STOP]);
    const started = await caller.ask('run', 'POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      tools: [WEATHER],
      max_completion_tokens: 10,
    });
    const waiting = await caller.runIn(started, 'requires_action');
    const path = `/threads/${waiting.thread_id}/runs/${waiting.id}`;
    await caller.ask('run', 'POST', `${path}/submit_tool_outputs`, outputsFor(waiting, 'rain'));
    expect((await caller.runIn(waiting, 'completed')).usage).toMatchObject({
      prompt_tokens: 5,
      completion_tokens: 5,
      total_tokens: 10,
    });
    expect(provider.requests[1]?.max_completion_tokens).toBe(6);
  });
});
