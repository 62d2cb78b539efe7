import type { RunStepInclude } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import {
  lastRun,
  MESSAGE_WRITTEN,
  namesOf,
  RUN_STARTED,
  STEP_STARTED,
  withoutRepeats,
} from '../testing/seen-events.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';

const INCLUDE: RunStepInclude = 'step_details.tool_calls[*].file_search.results[*].content';

async function play(command: string, query = '') {
  const { caller, faults } = testServer();
  const thread = await caller.newThread(command);
  const runs = `/threads/${thread.id}/runs`;
  const body = { assistant_id: 'asst_demo', tools: [WEATHER], stream: true };
  const events = await caller.stream('POST', `${runs}${query}`, body);
  const run = lastRun(events);
  const path = `${runs}/${run.id}`;
  const { data: steps } = await caller.ask('steps', 'GET', `${path}/steps?order=asc`);
  const { data: messages } = await caller.ask(
    'messages',
    'GET',
    `/threads/${thread.id}/messages?order=asc&run_id=${run.id}`,
  );
  expect(faults).toEqual([]);
  return { caller, events, names: withoutRepeats(namesOf(events)), run, path, steps, messages };
}

/** All deltas of a stream as one text. */
const deltasOf = (events: Awaited<ReturnType<typeof play>>['events']) =>
  JSON.stringify(events.filter(({ event }) => event.endsWith('.delta')));

describe('a hosted call', () => {
  it('a hosted call has its own step, before the response', async () => {
    const { names } = await play('/code');
    expect(names).toEqual([
      ...RUN_STARTED,
      ...STEP_STARTED,
      'run.step.delta',
      'run.step.completed',
      ...MESSAGE_WRITTEN,
      'run.completed',
    ]);
  });

  it('a hosted call stores input, logs and image in the step, and the image in the message', async () => {
    const { steps, messages, events } = await play('/code');
    expect(steps.map(({ type, status }) => [type, status])).toEqual([
      ['tool_calls', 'completed'],
      ['message_creation', 'completed'],
    ]);
    expect(steps[0]?.step_details).toMatchObject({
      tool_calls: [
        {
          id: expect.stringMatching(/^call_/),
          type: 'code_interpreter',
          code_interpreter: {
            input: expect.stringContaining('savefig'),
            outputs: [
              { type: 'logs', logs: 'Growth over 6 months: 58.3%\nBest month: Jun\n' },
              { type: 'image', image: { file_id: 'file-scripted-chart' } },
            ],
          },
        },
      ],
    });
    expect(messages[0]?.content).toMatchObject([
      { type: 'image_file', image_file: { file_id: 'file-scripted-chart', detail: 'auto' } },
      { type: 'text', text: { value: expect.stringContaining('58.3 %') } },
    ]);
    const details = steps[0]?.step_details;
    const id = details?.type === 'tool_calls' ? details.tool_calls[0]?.id : undefined;
    expect(deltasOf(events).split(String(id))).toHaveLength(2);
  });

  it('usage of a hosted call is reported on the last step, and the sum on the run', async () => {
    const { steps, run } = await play('/code');
    expect(steps.map(({ usage }) => usage)).toEqual([null, run.usage]);
    expect(run.usage?.completion_tokens).toBeGreaterThan(100);
  });

  it('the text of search results is returned only with include[]', async () => {
    const { caller, path, steps, events } = await play('/cite');
    const bare = {
      tool_calls: [{ file_search: { results: [{ score: 0.92, file_name: 'handbook.md' }, {}, {}] } }],
    };
    expect(steps[0]?.step_details).toMatchObject(bare);
    expect(JSON.stringify([steps, events])).not.toContain('Opened software cannot');
    const query = `?include[]=${encodeURIComponent(INCLUDE)}`;
    const list = await caller.ask('steps', 'GET', `${path}/steps${query}&order=asc`);
    const step = await caller.ask('step', 'GET', `${path}/steps/${steps[0]?.id}${query}`);
    expect(list.data[0]).toEqual(step);
    expect(JSON.stringify(step)).toContain('Opened software cannot be returned.');
    expect(JSON.stringify(await caller.ask('step', 'GET', `${path}/steps/${step.id}`))).not.toContain(
      'Opened',
    );
  });

  it('the text of search results is streamed when the run includes it', async () => {
    const { events } = await play('/cite', `?include[]=${encodeURIComponent(INCLUDE)}`);
    const withContent = events.filter(({ data }) => JSON.stringify(data).includes('Opened software cannot'));
    expect(withContent.map(({ event }) => event)).toEqual([
      'thread.run.step.delta',
      'thread.run.step.completed',
    ]);
  });

  it('citations follow a hosted call at their exact positions', async () => {
    const { messages } = await play('/cite');
    const part = messages[0]?.content[0];
    if (part?.type !== 'text') throw new Error('no text');
    expect(part.text.annotations).toHaveLength(4);
    for (const { start_index: start, end_index: end, text } of part.text.annotations) {
      expect(part.text.value.slice(start, end)).toBe(text);
    }
  });
});

describe('a scenario command', () => {
  it('/tools waits for all outputs, /approve for one', async () => {
    const { caller, run, path } = await play('/tools');
    expect(run).toMatchObject({ status: 'requires_action' });
    await caller.ask('run', 'POST', `${path}/submit_tool_outputs`, outputsFor(run, 'fine'));
    await caller.runIn(run, 'completed');
    expect((await play('/approve')).run.required_action?.submit_tool_outputs.tool_calls).toHaveLength(1);
  });

  it('/refuse ends completed, with a refusal as content', async () => {
    const { run, messages } = await play('/refuse');
    expect(run.status).toBe('completed');
    expect(messages[0]?.content).toEqual([
      { type: 'refusal', refusal: expect.stringContaining("can't help") },
    ]);
  });

  it('/fail ends failed and keeps the text as incomplete', async () => {
    const { run, messages, names } = await play('/fail');
    expect(run).toMatchObject({ status: 'failed', last_error: { code: 'server_error' }, expires_at: null });
    expect(messages[0]).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'run_failed' } });
    expect(names.slice(-3)).toEqual(['message.incomplete', 'run.step.failed', 'run.failed']);
  });

  it('/ratelimit ends failed, with the delay in the message', async () => {
    const { run, messages } = await play('/ratelimit 7');
    expect(run.last_error).toEqual({
      code: 'rate_limit_exceeded',
      message: expect.stringMatching(/try again in 7s/),
    });
    expect(messages).toEqual([]);
  });

  it('/incomplete ends incomplete for the token limit', async () => {
    const { run, messages, names } = await play('/incomplete');
    expect(run).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'max_completion_tokens' },
      usage: expect.any(Object),
    });
    expect(messages[0]).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_tokens' } });
    expect(names.slice(-3)).toEqual(['message.incomplete', 'run.step.completed', 'run.incomplete']);
  });

  it('/crash is recovered, and the unfinished message names its replacement', async () => {
    const { run, messages, steps, names } = await play('/crash');
    expect(run.status).toBe('completed');
    expect(messages).toMatchObject([
      {
        status: 'incomplete',
        incomplete_details: { reason: 'run_failed' },
        metadata: { tk_superseded_by: messages[1]?.id },
      },
      { status: 'completed', metadata: {} },
    ]);
    expect(steps.map(({ status }) => status)).toEqual(['failed', 'completed']);
    expect(names.slice(7, 11)).toEqual([
      'message.delta',
      'message.incomplete',
      'run.step.failed',
      'run.step.created',
    ]);
  });
});
