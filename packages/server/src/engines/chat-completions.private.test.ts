import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunObject } from '@threadkit/core/api';
import OpenAI from 'openai';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import type { Storage } from '../storage/storage.ts';
import type { Caller } from '../testing/caller.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';
import { chatCompletions } from './chat-completions.ts';

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

const choice = (fields: object): object => ({ choices: [{ index: 0, ...fields }] });
const reasoningChunk = (delta: object): object => choice({ delta: { content: null, ...delta } });
const CALLS_END = choice({ delta: {}, finish_reason: 'tool_calls' });
const RESPONSE = [choice({ delta: { content: 'Rain.' } }), choice({ delta: {}, finish_reason: 'stop' })];
const piece = (...calls: readonly object[]): object => choice({ delta: { tool_calls: calls } });
const weather = (id: string, extra: object = {}): object => ({
  index: 0,
  id,
  type: 'function',
  function: { name: 'get_weather', arguments: '{"city":"Oslo"}' },
  ...extra,
});
const SIGNATURE = { extra_content: { google: { thought_signature: 'c2lnbmF0dXJl+/=' } } };

/** A provider that responds to the nth request with the nth list of chunks, and repeats the last one. */
function provider(...modelCalls: readonly (readonly object[])[]) {
  const requests: Body[] = [];
  const client = new OpenAI({
    apiKey: 'x',
    baseURL: 'http://provider.test/v1',
    maxRetries: 0,
    fetch: async (_url, init) => {
      const chunks = modelCalls[Math.min(requests.length, modelCalls.length - 1)] ?? [];
      requests.push(JSON.parse(init?.body as string) as Body);
      const frames = chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);
      return new Response(frames.join(''), { headers: { 'content-type': 'text/event-stream' } });
    },
  });
  return { client, requests };
}

const RUN = { assistant_id: 'asst_demo', tools: [WEATHER] };

async function startRun(caller: Caller, threadId: string, body: object = {}): Promise<RunObject> {
  const run = await caller.ask('run', 'POST', `/threads/${threadId}/runs`, { ...RUN, ...body });
  return caller.runIn(run, 'requires_action', 'completed', 'failed');
}

async function submit(caller: Caller, run: RunObject): Promise<RunObject> {
  const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
  await caller.ask('run', 'POST', path, outputsFor(run, 'rain'));
  return caller.runIn(run, 'completed', 'failed');
}

/** Everything that a caller can read of a thread, and the log. */
async function everythingOf(caller: Caller, run: RunObject, log: readonly unknown[]): Promise<string> {
  const thread = `/threads/${run.thread_id}`;
  const paths = [
    `${thread}/messages`,
    `${thread}/runs`,
    `${thread}/runs/${run.id}/steps`,
    `${thread}/runs/${run.id}/events?after=0`,
  ];
  const bodies = await Promise.all(paths.map(async (path) => (await caller.send('GET', path)).text()));
  return bodies.join('') + JSON.stringify(log);
}

const assistants = (body: Body | undefined): readonly object[] =>
  (body?.messages ?? []).filter(({ role, ...message }) => role === 'assistant' && 'tool_calls' in message);

describe('reasoning', () => {
  it.each<[string, readonly object[], object]>([
    [
      'reasoning_content in pieces',
      [
        reasoningChunk({ reasoning_content: 'First the city, ' }),
        reasoningChunk({ reasoning_content: 'then the weather.\n “ü”' }),
      ],
      { reasoning_content: 'First the city, then the weather.\n “ü”' },
    ],
    [
      'reasoning in the member reasoning',
      [reasoningChunk({ reasoning: 'First the city, ' }), reasoningChunk({ reasoning: 'then the weather.' })],
      { reasoning: 'First the city, then the weather.' },
    ],
    [
      'details by index, with a signature in the last piece',
      [
        reasoningChunk({
          reasoning_details: [
            { type: 'reasoning.text', text: 'First the city, ', index: 0, signature: null },
          ],
        }),
        reasoningChunk({ reasoning_details: [{ type: 'reasoning.encrypted', data: 'ZGF0YQ==', index: 1 }] }),
        reasoningChunk({
          reasoning_details: [
            { type: 'reasoning.text', text: 'then the weather.', index: 0, signature: 'c2ln' },
          ],
        }),
      ],
      {
        reasoning_details: [
          { type: 'reasoning.text', text: 'First the city, then the weather.', index: 0, signature: 'c2ln' },
          { type: 'reasoning.encrypted', data: 'ZGF0YQ==', index: 1 },
        ],
      },
    ],
    [
      'details without an index',
      [
        reasoningChunk({ reasoning_details: [{ type: 'reasoning.text', text: 'First the city, ' }] }),
        reasoningChunk({ reasoning_details: [{ type: 'reasoning.text', text: 'then the weather.' }] }),
      ],
      { reasoning_details: [{ type: 'reasoning.text', text: 'First the city, then the weather.' }] },
    ],
  ])('reasoning before tool calls is sent back within the run: %s', async (_form, thoughts, members) => {
    const { client, requests } = provider([...thoughts, piece(weather('a')), CALLS_END], RESPONSE);
    const { caller, log } = testServer({ engine: chatCompletions({ client }) });
    const thread = await caller.newThread('weather?');
    const run = await submit(caller, await startRun(caller, thread.id));
    expect(run.status).toBe('completed');
    expect(assistants(requests[1])).toEqual([
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          {
            id: expect.stringMatching(/^call_/),
            type: 'function',
            function: { name: 'get_weather', arguments: '{"city":"Oslo"}' },
          },
        ],
        ...members,
      },
    ]);
    expect(await everythingOf(caller, run, log)).not.toMatch(/First the city|then the weather|c2ln|ZGF0YQ/);
  });

  it('reasoning before tool calls is not sent back in the next run', async () => {
    const thoughts = reasoningChunk({ reasoning_content: 'First the city.' });
    const { client, requests } = provider([thoughts, piece(weather('a')), CALLS_END], RESPONSE);
    const { caller } = testServer({ engine: chatCompletions({ client }) });
    const thread = await caller.newThread('weather?');
    await submit(caller, await startRun(caller, thread.id));
    await startRun(caller, thread.id);
    expect(assistants(requests[2])).toHaveLength(1);
    expect(JSON.stringify(requests[2])).not.toContain('First the city.');
  });

  it('reasoning inside <think> tags is text: it is stored, and sent back with the calls', async () => {
    const text = '<think>First the city.</think>I look it up.';
    const pieces = [text.slice(0, 4), text.slice(4)].map((content) => choice({ delta: { content } }));
    const { client, requests } = provider([...pieces, piece(weather('a')), CALLS_END], RESPONSE);
    const { caller } = testServer({ engine: chatCompletions({ client }) });
    const thread = await caller.newThread('weather?');
    const run = await submit(caller, await startRun(caller, thread.id));
    const { data } = await caller.ask('messages', 'GET', `/threads/${run.thread_id}/messages?order=asc`);
    expect(data[1]?.content).toMatchObject([{ text: { value: text } }]);
    expect(assistants(requests[1])).toMatchObject([{ content: text }]);
  });

  it('reasoning without tool calls is dropped', async () => {
    const { client, requests } = provider([reasoningChunk({ reasoning_content: 'Hm.' }), ...RESPONSE]);
    const { caller } = testServer({ engine: chatCompletions({ client }) });
    const thread = await caller.newThread('weather?');
    await startRun(caller, thread.id);
    await startRun(caller, thread.id);
    expect(JSON.stringify(requests)).not.toContain('Hm.');
  });
});

describe("a call's signature", () => {
  it.each<[string, readonly object[]]>([
    ['with the call', [piece(weather('f1', SIGNATURE))]],
    ['in a later, separate piece', [piece(weather('f1')), piece({ index: 0, ...SIGNATURE })]],
    [
      'in two pieces',
      [
        piece(weather('f1', { extra_content: { google: {} } })),
        piece({ index: 0, ...SIGNATURE, note: null }),
      ],
    ],
  ])("a call's signature is sent back in the run and in later ones: %s", async (_form, chunks) => {
    const { client, requests } = provider([...chunks, CALLS_END], RESPONSE);
    const { caller, log } = testServer({ engine: chatCompletions({ client }) });
    const thread = await caller.newThread('weather?');
    const run = await submit(caller, await startRun(caller, thread.id));
    await startRun(caller, thread.id);
    for (const request of requests.slice(1)) {
      expect(assistants(request)).toMatchObject([{ tool_calls: [SIGNATURE] }]);
    }
    expect(requests).toHaveLength(3);
    expect(await everythingOf(caller, run, log)).not.toContain('c2lnbmF0dXJl');
  });

  it("a call's signature is sent back with its own call", async () => {
    const second = { ...weather('b'), index: 1 };
    const { client, requests } = provider(
      [piece(weather('a'), { ...second, ...SIGNATURE }), CALLS_END],
      RESPONSE,
    );
    const { caller } = testServer({ engine: chatCompletions({ client }) });
    const thread = await caller.newThread('weather?');
    await submit(caller, await startRun(caller, thread.id));
    const [message] = assistants(requests[1]) as { tool_calls: object[] }[];
    expect(message?.tool_calls.map((call) => 'extra_content' in call)).toEqual([false, true]);
  });

  it("a call's signature never replaces the id, type or function of the call", async () => {
    const inherited = JSON.parse('{"__proto__":{"id":"x","function":{}}}') as object;
    const odd = { ...weather('a'), ...inherited, extra: { id: 'y' } };
    const { client, requests } = provider([piece(odd), CALLS_END], RESPONSE);
    const { caller } = testServer({ engine: chatCompletions({ client }) });
    const thread = await caller.newThread('weather?');
    await submit(caller, await startRun(caller, thread.id));
    expect(assistants(requests[1])).toMatchObject([
      { tool_calls: [{ id: expect.stringMatching(/^call_/), type: 'function', extra: { id: 'y' } }] },
    ]);
  });

  it.each<[string, object, object]>([
    ['another model set on the run', {}, { model: 'other-model' }],
    ['another model set on the engine', { model: 'other-model' }, {}],
  ])("a call's signature is not sent to %s", async (_what, options, body) => {
    const { client, requests } = provider([piece(weather('a', SIGNATURE)), CALLS_END], RESPONSE);
    const storage = memoryStorage();
    const one = testServer({ storage, engine: chatCompletions({ client }) });
    const thread = await one.caller.newThread('weather?');
    await submit(one.caller, await startRun(one.caller, thread.id));
    const two = testServer({ storage, engine: chatCompletions({ client, ...options }) });
    await startRun(two.caller, thread.id, body);
    expect(assistants(requests[1])).toMatchObject([{ tool_calls: [SIGNATURE] }]);
    expect(assistants(requests[2])).toHaveLength(1);
    expect(JSON.stringify(requests[2])).not.toContain('extra_content');
  });

  it("a call's signature is not sent by another engine", async () => {
    const { client, requests } = provider([piece(weather('a', SIGNATURE)), CALLS_END], RESPONSE);
    const storage = memoryStorage();
    const one = testServer({ storage, engine: { ...chatCompletions({ client }), name: 'another' } });
    const thread = await one.caller.newThread('weather?');
    await submit(one.caller, await startRun(one.caller, thread.id));
    const two = testServer({ storage, engine: chatCompletions({ client }) });
    await startRun(two.caller, thread.id);
    expect(JSON.stringify(requests[2])).not.toContain('extra_content');
  });
});

describe('private data of the provider', () => {
  it('private data of the provider survives a restart while the run waits for outputs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'threadkit-handed-back-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const open = (): Storage => sqliteStorage(join(folder, 'threads.sqlite'));
    const thoughts = reasoningChunk({ reasoning_content: 'First the city.' });
    const { client, requests } = provider([thoughts, piece(weather('a', SIGNATURE)), CALLS_END], RESPONSE);
    const before = testServer({ storage: open(), engine: chatCompletions({ client }) });
    const thread = await before.caller.newThread('weather?');
    const waiting = await startRun(before.caller, thread.id);
    expect(waiting.status).toBe('requires_action');
    await before.server.close();

    const after = testServer({ storage: open(), engine: chatCompletions({ client }) });
    expect((await submit(after.caller, waiting)).status).toBe('completed');
    expect(assistants(requests[1])).toMatchObject([
      { reasoning_content: 'First the city.', tool_calls: [SIGNATURE] },
    ]);
    await after.server.close();

    const later = testServer({ storage: open(), engine: chatCompletions({ client }) });
    await startRun(later.caller, thread.id);
    expect(assistants(requests[2])).toMatchObject([{ tool_calls: [SIGNATURE] }]);
    expect(JSON.stringify(requests[2])).not.toContain('First the city.');
    await later.server.close();
  });
});
