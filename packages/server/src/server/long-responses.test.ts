import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../engines/engine.ts';
import { stepEngine } from '../testing/step-engine.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';

function limited(...events: readonly EngineEvent[]) {
  let wasAborted = false;
  const engine = stepEngine(async ({ emit }, _input, signal) => {
    signal.addEventListener('abort', () => {
      wasAborted = true;
    });
    for (const event of events) emit(event);
    await new Promise(() => {});
  });
  const test = testServer({ engine, limits: { responseChars: 1000 } });
  return { ...test, wasAborted: () => wasAborted };
}

const text = (value: string): EngineEvent => ({ type: 'text', part: 0, text: value });

async function cutOffRun({ caller }: ReturnType<typeof limited>) {
  const thread = await caller.newThread('a story');
  const started = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, {
    assistant_id: 'asst_demo',
    tools: [WEATHER],
  });
  const run = await caller.runIn(started, 'incomplete');
  const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
  const message = data[0]?.role === 'assistant' ? data[0] : undefined;
  return { run, message };
}

describe('limits.responseChars', () => {
  it.each<[string, readonly EngineEvent[]]>([
    ['in many pieces', Array.from({ length: 200 }, () => text('word '.repeat(2)))],
    ['in one piece', [text('x'.repeat(5_000))]],
    ['as a refusal after text', [text('x'.repeat(999)), { type: 'refusal', part: 1, text: 'yyy' }]],
  ])(
    'an overlong response %s makes its run incomplete and is kept up to the limit',
    async (_form, events) => {
      const server = limited(...events);
      const { run, message } = await cutOffRun(server);
      expect(run).toMatchObject({
        last_error: null,
        incomplete_details: { reason: 'max_completion_tokens' },
        usage: null,
      });
      expect(message).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_tokens' } });
      const kept = (message?.content ?? []).map((part) =>
        part.type === 'text' ? part.text.value : part.type === 'refusal' ? part.refusal : '',
      );
      expect(kept.join('')).toHaveLength(1000);
      expect(server.wasAborted()).toBe(true);
      expect(server.log).toMatchObject([
        { event: 'response_cut_off', runId: run.id, message: expect.stringMatching(/limits\.responseChars/) },
      ]);
    },
  );

  it('a call with cut arguments is not emitted', async () => {
    const server = limited(
      { type: 'tool-call', index: 0, name: 'get_weather', arguments: '{"city":"' },
      { type: 'tool-call', index: 0, arguments: 'x'.repeat(5_000) },
    );
    const { run } = await cutOffRun(server);
    expect(run).toMatchObject({
      required_action: null,
      incomplete_details: { reason: 'max_completion_tokens' },
    });
  });
});
