import type { APIError } from 'openai';
import { describe, expect } from 'vitest';
import { scripted } from '../../src/engines/scripted/scripted.ts';
import { newThread, outputsFor, POLL, waitingRun } from './conversations.ts';
import { sdkTest } from './sdk-test.ts';

async function refusal(call: Promise<unknown>): Promise<APIError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error)) throw new Error('The call was not refused.');
  return outcome as APIError;
}

const X = 'x'.repeat(600);

describe('errors of the SDK', () => {
  sdkTest('unknown ids become errors of the SDK', [], async ({ threads, assistants, sdk }) => {
    const thread = await threads.create();
    const place = { thread_id: thread.id };
    const responses = [
      [() => threads.retrieve('thread_gone'), "404 No thread found with id 'thread_gone'."],
      [() => assistants.retrieve('asst_gone'), "404 No assistant found with id 'asst_gone'."],
      [() => threads.messages.retrieve('msg_gone', place), "404 No message found with id 'msg_gone'."],
      [() => threads.runs.retrieve('run_gone', place), "404 No run found with id 'run_gone'."],
      [
        () => threads.runs.create(thread.id, { assistant_id: 'asst_gone' }),
        "404 No assistant found with id 'asst_gone'.",
      ],
    ] as const;
    for (const [call, message] of responses) {
      const error = await refusal(call());
      expect(error).toBeInstanceOf(sdk.NotFoundError);
      expect(error).toMatchObject({
        status: 404,
        message,
        code: null,
        param: null,
        type: 'invalid_request_error',
      });
      expect(error.requestID).toMatch(/^req_/);
    }
  });

  sdkTest('ids of another kind become errors of the SDK', [], async ({ threads }) => {
    expect(await refusal(threads.messages.list('undefined'))).toMatchObject({
      status: 400,
      message: "400 Invalid 'thread_id': 'undefined'. Expected an ID that begins with 'thread'.",
    });
  });

  sdkTest(
    'invalid parameters become errors of the SDK, by name',
    [],
    async ({ threads, assistants, client, sdk }) => {
      const thread = await threads.create();
      const wrong = (body: Record<string, unknown>) =>
        client.post(`/threads/${thread.id}/messages`, { body });
      const responses = [
        [
          () => assistants.create({ model: 'm', metadata: { a: X } }),
          'metadata.a',
          'string_above_max_length',
        ],
        [() => assistants.list({ limit: 101 }), 'limit', 'integer_above_max_value'],
        [() => assistants.create({ model: 'm', name: X }), 'name', 'string_above_max_length'],
        [() => wrong({ role: 'user' }), 'content', 'missing_required_parameter'],
        [() => wrong({ role: 'user', content: 'x', color: 'red' }), 'color', 'unknown_parameter'],
        [() => wrong({ role: 'system', content: 'x' }), 'role', 'invalid_value'],
        [() => wrong({ role: 'user', content: 'x', metadata: { a: true } }), 'metadata.a', 'invalid_type'],
        [() => threads.messages.list(thread.id, { after: 'msg_gone' }), 'after', 'invalid_cursor'],
      ] as const;
      for (const [call, param, code] of responses) {
        const error = await refusal(call());
        expect(error).toBeInstanceOf(sdk.BadRequestError);
        expect(error).toMatchObject({ status: 400, param, code });
      }
    },
  );

  sdkTest(
    'a locked thread becomes an error of the SDK, with the message that applications match',
    [],
    async ({ threads, sdk }) => {
      const run = await waitingRun(threads);
      const { thread_id: id } = run;
      const responses = [
        [
          () => threads.messages.create(id, { role: 'user', content: 'x' }),
          `400 Can't add messages to ${id} while a run ${run.id} is active.`,
        ],
        [
          () => threads.runs.create(id, { assistant_id: 'asst_demo' }),
          `400 Thread ${id} already has an active run ${run.id}.`,
        ],
        [
          () => threads.runs.update(run.id, { thread_id: id, metadata: {} }),
          "400 Cannot update run with status 'requires_action'.",
        ],
      ] as const;
      for (const [call, message] of responses) {
        const error = await refusal(call());
        expect(error).toBeInstanceOf(sdk.BadRequestError);
        expect(error.message).toBe(message);
      }
    },
  );

  sdkTest('runs in the wrong status become errors of the SDK', [], async ({ threads }) => {
    const run = await waitingRun(threads);
    const place = { thread_id: run.thread_id };
    const [call] = outputsFor(run, 'dry');
    const expected = `400 Expected tool outputs for call_ids ['${call?.tool_call_id}'], got `;
    const submit = (outputs: ReturnType<typeof outputsFor>) =>
      refusal(threads.runs.submitToolOutputs(run.id, { ...place, tool_outputs: outputs }));
    expect((await submit([])).message).toBe(`${expected}[]`);
    expect((await submit([{ tool_call_id: 'call_x', output: '' }])).message).toBe(`${expected}['call_x']`);
    await threads.runs.submitToolOutputsAndPoll(
      run.id,
      { ...place, tool_outputs: outputsFor(run, 'dry') },
      POLL,
    );
    expect((await submit(outputsFor(run, 'dry'))).message).toBe(
      '400 Runs in status "completed" do not accept tool outputs.',
    );
    expect((await refusal(threads.runs.cancel(run.id, place))).message).toBe(
      "400 Cannot cancel run with status 'completed'.",
    );
  });

  sdkTest('a refusal before a stream starts becomes an error of the SDK', [], async ({ threads, sdk }) => {
    const thread = await newThread(threads, 'hello');
    const stream = threads.runs.stream(thread.id, { assistant_id: 'asst_gone' });
    expect(await refusal(stream.finalRun())).toBeInstanceOf(sdk.NotFoundError);
  });
});

sdkTest(
  'the SDK streams the error of a failed run',
  ['createRun stream'],
  async ({ threads }) => {
    const thread = await newThread(threads, 'hello');
    const run = await threads.runs.stream(thread.id, { assistant_id: 'asst_demo' }).finalRun();
    expect(run).toMatchObject({
      status: 'failed',
      last_error: { code: 'server_error', message: expect.any(String) },
      failed_at: expect.any(Number),
    });
    expect(run.last_error?.message).not.toContain('secret');
  },
  {
    engine: scripted({
      paceMs: 0,
      script: () => {
        throw new Error('a secret of the inside');
      },
    }),
    onError: () => {},
  },
);

sdkTest(
  'a missing key becomes a 401 of the SDK',
  [],
  async ({ threads, sdk }) => {
    const error = await refusal(threads.create());
    expect(error).toBeInstanceOf(sdk.AuthenticationError);
    expect(error).toMatchObject({ status: 401, code: 'invalid_api_key' });
  },
  { authorize: () => null },
);
