import type { RunObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../testing/caller.ts';
import {
  calls,
  type InputItem,
  type ResponsesUpstream,
  says,
  startResponsesUpstream,
  thinks,
  type UpstreamItem,
} from '../testing/responses-upstream.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';
import { type ResponsesOptions, responses } from './responses.ts';

const OSLO = '{"city":"Oslo"}';
const SEARCH = {
  type: 'web_search_call',
  id: 'ws_1',
  status: 'completed',
  action: { type: 'search', query: 'x' },
};

/** A server on an upstream that responds to the nth request with the nth output, and repeats the last one. */
async function serverOn(
  outputs: readonly (readonly UpstreamItem[])[],
  options: Pick<ResponsesOptions, 'model' | 'reasoning' | 'hostedTools'> = {},
) {
  const upstream = await startResponsesUpstream((_request, count) => ({
    output: outputs[Math.min(count, outputs.length - 1)] ?? [],
  }));
  const engine = responses({ apiKey: 'x', baseURL: upstream.baseURL, model: 'gpt-5-mini', ...options });
  return { ...testServer({ engine }), upstream };
}

async function startRun(caller: Caller, threadId: string, body: object = {}): Promise<RunObject> {
  const run = await caller.ask('run', 'POST', `/threads/${threadId}/runs`, {
    assistant_id: 'asst_demo',
    tools: [WEATHER],
    ...body,
  });
  return caller.runIn(run, 'requires_action', 'completed');
}

async function submit(caller: Caller, run: RunObject, output: string): Promise<RunObject> {
  const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
  await caller.ask('run', 'POST', path, outputsFor(run, output));
  return caller.runIn(run, 'requires_action', 'completed');
}

/** The last request's input after the user's message, with call ids in order of appearance. */
function historyOf({ requests }: ResponsesUpstream): object[] {
  const input = (requests.at(-1)?.input ?? []) as InputItem[];
  const ids: string[] = [];
  return input.slice(1).map((item) => {
    if (!('call_id' in item)) return item;
    const id = item.call_id ?? '';
    if (!ids.includes(id)) ids.push(id);
    return { ...item, call_id: ids.indexOf(id) };
  });
}

const reasoning = (id: string) => ({
  type: 'reasoning',
  id,
  summary: [],
  encrypted_content: `encrypted ${id}`,
});
const call = (id: number, json = OSLO) => ({
  type: 'function_call',
  call_id: id,
  name: 'get_weather',
  arguments: json,
});
const output = (id: number, value: string) => ({ type: 'function_call_output', call_id: id, output: value });

describe('the history of responses', () => {
  it('a run with two tool rounds gets its reasoning back in its order, and completes', async () => {
    const { caller, upstream, faults, log } = await serverOn([
      [
        thinks('rs_1'),
        says('Let me look.'),
        calls('get_weather', OSLO, 'p1'),
        calls('get_weather', OSLO, 'p2'),
      ],
      [thinks('rs_2'), calls('get_weather', OSLO, 'p1')],
      [thinks('rs_3'), says('Rain.')],
    ]);
    const thread = await caller.newThread('weather?');
    const first = await startRun(caller, thread.id);
    const second = await submit(caller, first, 'rain');
    expect(historyOf(upstream)).toEqual([
      reasoning('rs_1'),
      { role: 'assistant', content: 'Let me look.' },
      call(0),
      call(1),
      output(0, 'rain'),
      output(1, 'rain'),
    ]);
    const last = await submit(caller, second, 'still rain');
    expect(last.status).toBe('completed');
    expect(historyOf(upstream).slice(6)).toEqual([reasoning('rs_2'), call(2), output(2, 'still rain')]);

    const everything = JSON.stringify([
      await caller.ask('steps', 'GET', `/threads/${thread.id}/runs/${last.id}/steps`),
      await (await caller.send('GET', `/threads/${thread.id}/runs/${last.id}/events?after=0`)).text(),
      log,
    ]);
    expect(everything).not.toContain('encrypted rs_');
    expect(faults).toEqual([]);

    await startRun(caller, thread.id);
    const next = historyOf(upstream);
    expect(next).not.toContainEqual(expect.objectContaining({ type: 'reasoning' }));
    expect(next).toContainEqual({ role: 'assistant', content: 'Rain.' });
  });

  it('reasoning stands before the item that it led to, also between hosted calls, texts and calls', async () => {
    const phase = 'commentary';
    const { caller, upstream } = await serverOn([
      [
        thinks('rs_1'),
        SEARCH,
        thinks('rs_2'),
        { ...says('I found it.'), phase },
        thinks('rs_3'),
        calls('get_weather', OSLO, 'p1'),
        thinks('rs_4'),
        calls('get_weather', '{}', 'p2'),
      ],
      [says('Rain.')],
    ]);
    const run = await startRun(caller, (await caller.newThread('weather?')).id);
    await submit(caller, run, 'rain');
    expect(historyOf(upstream)).toEqual([
      reasoning('rs_1'),
      SEARCH,
      reasoning('rs_2'),
      { role: 'assistant', content: 'I found it.', phase },
      reasoning('rs_3'),
      call(0),
      reasoning('rs_4'),
      call(1, '{}'),
      output(0, 'rain'),
      output(1, 'rain'),
    ]);
    const steps = await caller.ask(
      'steps',
      'GET',
      `/threads/${run.thread_id}/runs/${run.id}/steps?order=asc`,
    );
    expect(steps.data.map(({ step_details: details }) => details)).toMatchObject([
      {
        tool_calls: [
          { type: 'function', executed_by: 'provider', function: { name: 'web_search', output: '[]' } },
        ],
      },
      { type: 'message_creation' },
      { tool_calls: [{ function: { name: 'get_weather' } }, { function: { name: 'get_weather' } }] },
      { type: 'message_creation' },
    ]);
  });

  it('the reasoning of a call that was dropped is dropped', async () => {
    const { caller, upstream } = await serverOn([
      [thinks('rs_1'), calls('get_weather', OSLO, 'p1'), thinks('rs_2'), calls('get_weather', OSLO, 'p2')],
      [says('Rain.')],
    ]);
    const run = await startRun(caller, (await caller.newThread('weather?')).id, {
      parallel_tool_calls: false,
    });
    await submit(caller, run, 'rain');
    expect(historyOf(upstream)).toEqual([reasoning('rs_1'), call(0), output(0, 'rain')]);
  });

  it('reasoning that the provider neither encrypted nor shows is not sent back', async () => {
    const bare = { type: 'reasoning', id: 'rs_1', summary: [] };
    const { caller, upstream } = await serverOn([[bare, calls('get_weather', OSLO)], [says('Rain.')]]);
    const run = await startRun(caller, (await caller.newThread('weather?')).id);
    await submit(caller, run, 'rain');
    expect(historyOf(upstream)).toEqual([call(0), output(0, 'rain')]);
  });

  it('readable reasoning of other servers is sent back', async () => {
    const content = [{ type: 'reasoning_text', text: 'First the city.' }];
    const readable = { type: 'reasoning', id: 'rs_1', summary: [], content };
    const { caller, upstream } = await serverOn([[readable, calls('get_weather', OSLO)], [says('Rain.')]]);
    const run = await startRun(caller, (await caller.newThread('weather?')).id);
    await submit(caller, run, 'rain');
    expect(historyOf(upstream)[0]).toEqual(readable);
  });

  it('reasoning beyond the limit is not kept', async () => {
    const long = { ...thinks('rs_1'), encrypted_content: 'x'.repeat(1_000_001) };
    const { caller, upstream } = await serverOn([[long, calls('get_weather', OSLO)], [says('Rain.')]]);
    const run = await startRun(caller, (await caller.newThread('weather?')).id);
    await submit(caller, run, 'rain');
    expect(historyOf(upstream)).toEqual([call(0), output(0, 'rain')]);
  });
});
