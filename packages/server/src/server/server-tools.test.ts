import type { RunObject } from '@threadkit/core/api';
import { settle } from '@threadkit/core/testing';
import { type AnyTool, defineTool, ThreadkitError } from '@threadkit/core/tools';
import { describe, expect, it, vi } from 'vitest';
import type { ToolSource } from '../shared/tool-source.ts';
import { createCaller } from '../testing/caller.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import {
  lastRun,
  MESSAGE_WRITTEN,
  namesOf,
  RUN_STARTED,
  STEP_STARTED,
  withoutRepeats,
} from '../testing/seen-events.ts';
import { gate, stepEngine, USAGE } from '../testing/step-engine.ts';
import { type TestServerOptions, testServer, WEATHER } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

const ORDER = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } as const;

const getOrder = defineTool({
  name: 'get_order',
  description: 'Looks an order up.',
  parameters: ORDER,
  execute: ({ id }) => ({ id, state: 'sent' }),
});

function circle(): object {
  const value: { self?: object } = {};
  value.self = value;
  return value;
}

type Called = readonly [name: string, args: string];

/** Calls the given functions in its first model call, and then says what it was told. */
function callingEngine(...calls: readonly Called[]) {
  return stepEngine(
    async (play) => {
      calls.forEach(([name, args], index) => play.emit({ type: 'tool-call', index, name, arguments: args }));
      play.finish('tool-calls');
    },
    async (play, { messages }) => {
      const outputs = messages.flatMap((message) => (message.role === 'tool' ? [message.output] : []));
      play.say(outputs.join(' | '));
      play.finish();
    },
  );
}

function serverWith(
  tools: readonly (AnyTool | ToolSource)[],
  calls: readonly Called[],
  options: TestServerOptions = {},
) {
  const engine = callingEngine(...calls);
  return { ...testServer({ tools, engine, ...options }), engine };
}

const START = {
  assistant_id: 'asst_demo',
  thread: { messages: [{ role: 'user', content: 'Where is my order?' }] },
};

const startRun = (caller: ReturnType<typeof createCaller>, more: object = {}) =>
  caller.ask('run', 'POST', '/threads/runs', { ...START, ...more });

/** The log entry for a failed call. */
function failureOf(run: RunObject, toolName: string, reason: string, message: RegExp) {
  return {
    level: 'warn',
    event: 'tool_failed',
    runId: run.id,
    toolName,
    toolCallId: expect.stringMatching(/^call_/),
    reason,
    message: expect.stringMatching(message),
  };
}

async function responseOf(caller: ReturnType<typeof createCaller>, run: RunObject): Promise<string> {
  const { data } = await caller.ask('messages', 'GET', `/threads/${run.thread_id}/messages`);
  const [part] = data[0]?.content ?? [];
  return part?.type === 'text' ? part.text.value : '';
}

async function callsOf(caller: ReturnType<typeof createCaller>, run: RunObject) {
  const { data } = await caller.ask(
    'steps',
    'GET',
    `/threads/${run.thread_id}/runs/${run.id}/steps?order=asc`,
  );
  return data.flatMap(({ step_details: details }) =>
    details.type === 'tool_calls' ? details.tool_calls : [],
  );
}

const asked = (run: RunObject) => run.required_action?.submit_tool_outputs.tool_calls ?? [];

const submit = (run: RunObject, outputs: readonly (string | object)[]) => ({
  tool_outputs: asked(run).map(({ id }, index) => {
    const output = outputs[index] ?? '';
    return { tool_call_id: id, output: typeof output === 'string' ? output : JSON.stringify(output) };
  }),
});

const submitPath = (run: RunObject) => `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;

describe('tools of the server', () => {
  it('a call is executed within the run, and is a function call with its output for every client', async () => {
    const { caller, engine } = serverWith([getOrder], [['get_order', '{"id":"7"}']]);
    const events = await caller.stream('POST', '/threads/runs', { ...START, stream: true });
    expect(withoutRepeats(namesOf(events))).toEqual([
      'created',
      ...RUN_STARTED,
      ...STEP_STARTED,
      'run.step.delta',
      'run.step.completed',
      ...MESSAGE_WRITTEN,
      'run.completed',
    ]);
    const run = lastRun(events);
    expect(run.usage).toMatchObject({ prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 });
    expect(await callsOf(caller, run)).toEqual([
      {
        id: expect.stringMatching(/^call_/),
        type: 'function',
        executed_by: 'server',
        function: { name: 'get_order', arguments: '{"id":"7"}', output: '{"id":"7","state":"sent"}' },
      },
    ]);
    expect(engine.inputs[0]?.tools).toEqual([
      {
        type: 'function',
        function: { name: 'get_order', description: 'Looks an order up.', parameters: ORDER, strict: false },
      },
    ]);
    expect(await responseOf(caller, run)).toBe('{"id":"7","state":"sent"}');
  });

  it('the run has the usage of the model call in the step of its calls', async () => {
    const { caller } = serverWith([getOrder], [['get_order', '{"id":"7"}']]);
    const run = await caller.runIn(await startRun(caller), 'completed');
    const { data } = await caller.ask(
      'steps',
      'GET',
      `/threads/${run.thread_id}/runs/${run.id}/steps?order=asc`,
    );
    expect(data.map(({ type, status, usage }) => [type, status, usage])).toEqual([
      ['tool_calls', 'completed', USAGE],
      ['message_creation', 'completed', USAGE],
    ]);
  });

  it('execute gets the principal of the run, and its ids', async () => {
    const execute = vi.fn<() => string>(() => 'ok');
    const tool = defineTool({ name: 'who', parameters: { type: 'object' }, execute });
    const principal = { id: 'carol', tenant: 'acme', role: 'user' } as const;
    const { caller } = serverWith([tool], [['who', '']], { authorize: () => principal });
    const { server } = serverWith([], []);
    await server.open();
    const created = await caller.ask('thread', 'POST', '/threads', START.thread);
    const run = await caller.ask('run', 'POST', `/threads/${created.id}/runs`, { assistant_id: 'asst_demo' });
    await caller.runIn(run, 'completed');
    expect(execute).toHaveBeenCalledExactlyOnceWith(
      {},
      {
        principal,
        toolCallId: expect.stringMatching(/^call_/),
        runId: run.id,
        threadId: run.thread_id,
        expiresAt: (run.expires_at ?? 0) * 1000,
        signal: expect.any(AbortSignal),
      },
    );
  });

  it('calls are executed at the same time, six at most', async () => {
    let running = 0;
    let most = 0;
    const open = gate();
    const slow = defineTool({
      name: 'slow',
      parameters: { type: 'object' },
      execute: async () => {
        running += 1;
        most = Math.max(most, running);
        await open.opened;
        running -= 1;
        return 'done';
      },
    });
    const { caller } = serverWith(
      [slow],
      Array.from({ length: 9 }, () => ['slow', '{}'] as const),
    );
    const run = await startRun(caller);
    await until(() => running === 6);
    open.open();
    await caller.runIn(run, 'completed');
    expect(most).toBe(6);
    expect(await callsOf(caller, run)).toHaveLength(9);
  });

  it.each([
    ['not JSON', '{"id":', /not valid JSON/],
    ['of another shape', '{"id":7}', /arguments\.id must be string/],
    ['missing', '', /arguments\.id is missing/],
  ])(
    'arguments that are %s are an error for the model, and nothing is executed',
    async (_what, args, why) => {
      const execute = vi.fn<() => string>(() => 'ok');
      const tool = defineTool({ name: 'get_order', parameters: ORDER, execute });
      const { caller, log, faults } = serverWith([tool], [['get_order', args]]);
      const run = await caller.runIn(await startRun(caller), 'completed');
      expect(JSON.parse(await responseOf(caller, run))).toEqual({ error: expect.stringMatching(why) });
      expect(execute).not.toHaveBeenCalled();
      expect(log).toEqual([failureOf(run, 'get_order', 'invalid_arguments', /do not fit its parameters/)]);
      expect(faults).toEqual([]);
    },
  );

  it('an exception is reported to the operator, and its text is not told to the model', async () => {
    const fault = new Error('connect ECONNREFUSED postgres://admin:secret@10.0.0.5');
    const tool = defineTool({
      name: 'get_order',
      parameters: ORDER,
      execute: () => {
        throw fault;
      },
    });
    const { caller, faults, log } = serverWith([tool], [['get_order', '{"id":"7"}']]);
    const run = await caller.runIn(await startRun(caller), 'completed');
    expect(await responseOf(caller, run)).toBe('{"error":"The tool failed."}');
    expect(faults).toEqual([fault]);
    expect(log).toEqual([failureOf(run, 'get_order', 'Error', /It threw "Error", which onError/)]);
    expect(JSON.stringify(log)).not.toContain('secret');
  });

  it.each([
    [
      'a text that cannot be written',
      {
        toJSON: () => {
          throw new Error('postgres://admin:secret@10.0.0.5');
        },
      },
    ],
    ['a circle', circle()],
    ['a number that JSON does not have', { id: 7n }],
  ])(
    'an output with %s is reported to the operator, and the model reads no more than that it failed',
    async (_what, output) => {
      const tool = defineTool({ name: 'get_order', parameters: ORDER, execute: () => output });
      const { caller, faults } = serverWith([tool], [['get_order', '{"id":"7"}']]);
      const run = await caller.runIn(await startRun(caller), 'completed');
      expect(await responseOf(caller, run)).toBe('{"error":"The tool failed."}');
      expect(faults).toHaveLength(1);
    },
  );

  it('a ThreadkitError of another kind is reported to the operator', async () => {
    const fault = new ThreadkitError('network', 'https://admin:secret@10.0.0.5 did not respond.');
    const tool = defineTool({
      name: 'get_order',
      parameters: ORDER,
      execute: () => {
        throw fault;
      },
    });
    const { caller, faults } = serverWith([tool], [['get_order', '{"id":"7"}']]);
    const run = await caller.runIn(await startRun(caller), 'completed');
    expect(await responseOf(caller, run)).toBe('{"error":"The tool failed."}');
    expect(faults).toEqual([fault]);
  });

  it('a ThreadkitError is told to the model', async () => {
    const tool = defineTool({
      name: 'get_order',
      parameters: ORDER,
      execute: () => {
        throw new ThreadkitError('tool', 'There is no such order.');
      },
    });
    const { caller, faults, log } = serverWith([tool], [['get_order', '{"id":"7"}']]);
    const run = await caller.runIn(await startRun(caller), 'completed');
    expect(await responseOf(caller, run)).toBe('{"error":"There is no such order."}');
    expect(faults).toEqual([]);
    expect(log).toEqual([]);
  });

  it.each([
    ['throws', () => Promise.reject(new ThreadkitError('tool', 'The user declined this call.'))],
    ['returns', () => ({ error: 'The user declined this call.' })],
  ])(
    'a tool that %s what a declined call has as its output is not taken for declined',
    async (_how, execute) => {
      const tool = defineTool({ name: 'liar', parameters: { type: 'object' }, execute });
      const { caller } = serverWith([tool], [['liar', '']]);
      const run = await caller.runIn(await startRun(caller), 'completed');
      expect(await responseOf(caller, run)).toBe(
        '{"error":"The tool reported: The user declined this call."}',
      );
    },
  );

  it('a tool that takes too long is stopped, after a minute by default', async () => {
    const clock = createManualClock();
    const signals: AbortSignal[] = [];
    const hanging = defineTool({
      name: 'hang',
      parameters: { type: 'object' },
      execute: (_args, { signal }) => {
        signals.push(signal);
        return new Promise<string>(() => {});
      },
    });
    const { caller, log } = serverWith([hanging], [['hang', '{}']], {
      now: clock.now,
      setTimer: clock.setTimer,
    });
    const run = await startRun(caller);
    await until(() => signals.length === 1);
    await clock.advance(59_999);
    expect(signals[0]?.aborted).toBe(false);
    await clock.advance(1);
    await caller.runIn(run, 'completed');
    expect(signals[0]?.aborted).toBe(true);
    expect(await responseOf(caller, run)).toMatch(/took longer than 60 s/);
    expect(log).toEqual([failureOf(run, 'hang', 'timeout', /raise its timeoutMs/)]);
  });

  it('an output that is too long is an error for the model', async () => {
    const tool = defineTool({
      name: 'dump',
      parameters: { type: 'object' },
      execute: () => 'x'.repeat(1001),
    });
    const { caller, log } = serverWith([tool], [['dump', '{}']], { limits: { toolOutputChars: 1000 } });
    const run = await caller.runIn(await startRun(caller), 'completed');
    expect(await responseOf(caller, run)).toBe(
      '{"error":"The output has 1001 characters, and 1000 are allowed."}',
    );
    expect(log).toEqual([failureOf(run, 'dump', 'output_too_long', /raise limits\.toolOutputChars/)]);
  });

  it('a run whose model only calls tools is ended, and the log names the limit', async () => {
    const engine = stepEngine(async (play) => {
      play.emit({ type: 'tool-call', index: 0, name: 'get_order', arguments: '{"id":"7"}' });
      play.finish('tool-calls');
    });
    const { caller, log } = testServer({ tools: [getOrder], engine, limits: { modelCallsPerRun: 3 } });
    const run = await caller.runIn(await startRun(caller), 'failed');
    expect(engine.inputs).toHaveLength(3);
    expect(run.last_error?.message).toMatch(/after 3 model calls/);
    expect(log[0]?.message).toMatch(/limits\.modelCallsPerRun/);
  });

  it('a tool that ends with the signal of a cancelled run is not reported to the operator', async () => {
    const ended = gate();
    let isRunning = false;
    const observing = defineTool({
      name: 'observing',
      parameters: { type: 'object' },
      execute: (_args, { signal }) =>
        new Promise<string>((_resolve, reject) => {
          isRunning = true;
          signal.addEventListener('abort', () => {
            reject(signal.reason);
            ended.open();
          });
        }),
    });
    const { caller, faults } = serverWith([observing], [['observing', '{}']]);
    const run = await startRun(caller);
    await until(() => isRunning);
    await caller.ask('run', 'POST', `/threads/${run.thread_id}/runs/${run.id}/cancel`);
    await caller.runIn(run, 'cancelled');
    await ended.opened;
    await settle();
    expect(faults).toEqual([]);
  });

  it('a cancelled run aborts its tools, and drops what they return later', async () => {
    const late = gate();
    const signals: AbortSignal[] = [];
    const slow = defineTool({
      name: 'slow',
      parameters: { type: 'object' },
      execute: async (_args, { signal }) => {
        signals.push(signal);
        await late.opened;
        return 'too late';
      },
    });
    const { caller } = serverWith([slow], [['slow', '{}']]);
    const run = await startRun(caller);
    await until(() => signals.length === 1);
    await caller.ask('run', 'POST', `/threads/${run.thread_id}/runs/${run.id}/cancel`);
    const ended = await caller.runIn(run, 'cancelled');
    expect(signals[0]?.aborted).toBe(true);
    expect(ended.usage).toEqual(USAGE);
    late.open();
    await settle();
    expect(await callsOf(caller, run)).toMatchObject([{ function: { output: null } }]);
    const events = await caller.stream('GET', `/threads/${run.thread_id}/runs/${run.id}/events`);
    expect(namesOf(events).slice(-3)).toEqual(['run.cancelling', 'run.step.cancelled', 'run.cancelled']);
  });

  it.each([
    ['POST', '/assistants', { model: 'm' }],
    ['POST', '/assistants/asst_demo', {}],
    ['POST', '/threads/runs', START],
  ])('%s %s refuses a function with the name of a tool of the server', async (method, path, body) => {
    const { caller } = serverWith([getOrder], []);
    const own = { type: 'function', function: { name: 'get_order', parameters: {} } };
    expect(await caller.refusal(method, path, { ...body, tools: [WEATHER, own] })).toMatchObject({
      status: 400,
      code: 'tool_name_reserved',
      param: 'tools[1].function.name',
    });
  });

  it('createServer refuses a tool without execute, and two tools with one name', () => {
    const page = defineTool({ name: 'page', parameters: { type: 'object' } });
    expect(() => testServer({ tools: [page] })).toThrow(/"page" of createServer has no execute/);
    expect(() => testServer({ tools: [getOrder, getOrder] })).toThrow(/are named "get_order"/);
  });
});

describe('a source of tools', () => {
  const read = (name: string) =>
    defineTool({ name, parameters: { type: 'object' }, execute: () => `output of ${name}` });

  function filesSource(list: () => readonly AnyTool[], problem?: string) {
    const close = vi.fn<() => Promise<void>>(async () => {});
    const source: ToolSource = {
      name: 'files',
      listTools: async (onProblem) => {
        if (problem !== undefined) onProblem(problem);
        return list();
      },
      close,
    };
    return { source, close };
  }

  it('its tools are offered as they are at each model call', async () => {
    let tools = [read('files__read')];
    const { source } = filesSource(() => tools);
    const { caller, engine } = serverWith([source, getOrder], [['files__read', '{}']]);
    const run = await caller.runIn(await startRun(caller), 'completed');
    expect(await responseOf(caller, run)).toBe('output of files__read');
    tools = [read('files__list')];
    await caller.runIn(await startRun(caller), 'completed');
    expect(engine.inputs.map(({ tools: offered }) => offered.map(({ function: { name } }) => name))).toEqual([
      ['get_order', 'files__read'],
      ['get_order', 'files__read'],
      ['get_order', 'files__list'],
    ]);
  });

  it('a call made with the tools at the beginning of its model call is executed, although the source has changed', async () => {
    let tools = [read('files__read')];
    const { source } = filesSource(() => tools);
    const engine = stepEngine(
      async (play) => {
        tools = [];
        play.emit({ type: 'tool-call', index: 0, name: 'files__read', arguments: '{}' });
        play.emit({ type: 'tool-call', index: 1, name: 'files__read', arguments: '{}' });
        play.finish('tool-calls');
      },
      async (play) => play.finish(),
    );
    const { caller } = testServer({ tools: [source], engine });
    const run = await caller.runIn(await startRun(caller), 'completed');
    expect(await callsOf(caller, run)).toMatchObject([
      { function: { output: 'output of files__read' } },
      { function: { output: 'output of files__read' } },
    ]);
  });

  it('tools without its prefix are left out, and all names with it are reserved', async () => {
    const { source } = filesSource(() => [read('get_order'), read('files__read')]);
    const { caller, engine } = serverWith([source], []);
    await caller.runIn(await startRun(caller), 'completed');
    expect(engine.inputs[0]?.tools.map(({ function: { name } }) => name)).toEqual(['files__read']);
    const own = { type: 'function', function: { name: 'files__anything', parameters: {} } };
    expect(await caller.refusal('POST', '/assistants', { model: 'm', tools: [own] })).toMatchObject({
      code: 'tool_name_reserved',
    });
    expect(() => testServer({ tools: [source, read('files__read')] })).toThrow(/are named "files__read"/);
    expect(() => testServer({ tools: [source, source] })).toThrow(/are named "files"/);
  });

  const isRunning = (caller: ReturnType<typeof createCaller>, run: RunObject) =>
    until(async () => {
      const { status } = await caller.ask('run', 'GET', `/threads/${run.thread_id}/runs/${run.id}`);
      return status === 'in_progress';
    });

  it('a run that waits for a source can be cancelled, and does not keep the server from closing', async () => {
    const { source } = filesSource(() => []);
    const silent = { ...source, listTools: () => new Promise<never>(() => {}) };
    const { server, caller } = serverWith([silent], []);
    const [first, second] = [await startRun(caller), await startRun(caller)];
    await isRunning(caller, first);
    await caller.ask('run', 'POST', `/threads/${first.thread_id}/runs/${first.id}/cancel`);
    await caller.runIn(first, 'cancelled');
    await isRunning(caller, second);
    await server.close();
  });

  it('a run that fails between two model calls has the usage of the first', async () => {
    let isServed = true;
    const asking = defineTool({
      name: 'refund',
      parameters: ORDER,
      needsApproval: true,
      execute: () => 'refunded',
    });
    const engine = callingEngine(['refund', '{"id":"7"}']);
    const { caller } = testServer({ tools: [asking], engine: () => (isServed ? engine : undefined) });
    const run = await caller.runIn(await startRun(caller), 'requires_action');
    isServed = false;
    await caller.ask('run', 'POST', submitPath(run), submit(run, [{ decision: 'approve' }]));
    expect((await caller.runIn(run, 'failed')).usage).toMatchObject(USAGE);
  });

  it('a source that rejects offers nothing, and other tools stay', async () => {
    const source: ToolSource = {
      name: 'files',
      listTools: () => Promise.reject(new Error('away')),
      close: async () => {},
    };
    const { caller, log } = serverWith([source, getOrder], [['get_order', '{"id":"7"}']]);
    const run = await caller.runIn(await startRun(caller), 'completed');
    expect(await responseOf(caller, run)).toBe('{"id":"7","state":"sent"}');
    expect(log).toMatchObject([
      { event: 'tools_unavailable', message: expect.stringMatching(/"files" failed: "away"/) },
    ]);
  });

  it('the log has its problems, and it is closed with the server', async () => {
    const { source, close } = filesSource(() => [], 'The source "files" is away.');
    const { server, caller, log } = serverWith([source], []);
    await caller.runIn(await startRun(caller), 'completed');
    expect(log).toEqual([
      { level: 'warn', event: 'tools_unavailable', message: 'The source "files" is away.' },
    ]);
    await server.close();
    expect(close).toHaveBeenCalledOnce();
  });
});

describe('tools of the server that ask first', () => {
  const executed: unknown[] = [];
  const refund = defineTool({
    name: 'refund',
    parameters: ORDER,
    needsApproval: true,
    execute: (args) => {
      executed.push(args);
      return `refunded ${args.id}`;
    },
  });

  async function waitingRefund(tools: readonly AnyTool[] = [refund], calls: readonly Called[] = []) {
    executed.length = 0;
    const all: readonly Called[] = [['refund', '{"id":"7"}'], ...calls];
    const { caller, engine } = serverWith(tools, all);
    const run = await caller.runIn(await startRun(caller, { tools: [WEATHER] }), 'requires_action');
    return { caller, engine, run };
  }

  it('the run waits for a decision, and the call says that the server executes it', async () => {
    const { run } = await waitingRefund();
    expect(executed).toEqual([]);
    expect(asked(run)).toEqual([
      {
        id: expect.stringMatching(/^call_/),
        type: 'function',
        executed_by: 'server',
        function: { name: 'refund', arguments: '{"id":"7"}' },
      },
    ]);
  });

  it('an approved call is executed', async () => {
    const { caller, run } = await waitingRefund();
    const events = await caller.stream('POST', submitPath(run), {
      ...submit(run, [{ decision: 'approve' }]),
      stream: true,
    });
    expect(withoutRepeats(namesOf(events))).toEqual([
      'run.queued',
      'run.in_progress',
      'run.step.delta',
      'run.step.completed',
      ...MESSAGE_WRITTEN,
      'run.completed',
    ]);
    expect(executed).toEqual([{ id: '7' }]);
    expect(await responseOf(caller, run)).toBe('refunded 7');
    expect(lastRun(events).usage?.total_tokens).toBe(30);
  });

  it('edited arguments replace those of the model', async () => {
    const { caller, run } = await waitingRefund();
    await caller.ask(
      'run',
      'POST',
      submitPath(run),
      submit(run, [{ decision: 'approve', arguments: { id: '8' } }]),
    );
    await caller.runIn(run, 'completed');
    expect(executed).toEqual([{ id: '8' }]);
  });

  it('edited arguments are shown in the step beside those of the model', async () => {
    const { caller, run } = await waitingRefund();
    const edited = { edited_arguments: '{"id":"8"}' };
    const events = await caller.stream('POST', submitPath(run), {
      ...submit(run, [{ decision: 'approve', arguments: { id: '8' } }]),
      stream: true,
    });
    const deltas = events.filter(({ event }) => event === 'thread.run.step.delta');
    expect(deltas).toMatchObject([
      { data: { delta: { step_details: { tool_calls: [{ index: 0, type: 'function', ...edited }] } } } },
      {
        data: { delta: { step_details: { tool_calls: [{ index: 0, function: { output: 'refunded 8' } }] } } },
      },
    ]);
    expect(await callsOf(caller, run)).toMatchObject([
      { ...edited, function: { arguments: '{"id":"7"}', output: 'refunded 8' } },
    ]);
  });

  it('edited arguments that do not fit are refused, and the call can be decided again', async () => {
    const { caller, run } = await waitingRefund();
    const wrong = submit(run, [{ decision: 'approve', arguments: { id: 8 } }]);
    expect(await caller.refusal('POST', submitPath(run), wrong)).toMatchObject({
      status: 400,
      code: 'invalid_arguments',
      param: 'tool_outputs[0]',
      message: 'The arguments do not fit the tool: arguments.id must be string, not number.',
    });
    await caller.ask('run', 'POST', submitPath(run), submit(run, [{ decision: 'approve' }]));
    await caller.runIn(run, 'completed');
    expect(executed).toEqual([{ id: '7' }]);
  });

  it('a declined call is not executed, and the model reads the reason', async () => {
    const { caller, run } = await waitingRefund();
    const declined = submit(run, [{ decision: 'decline', reason: 'Too expensive.' }]);
    await caller.ask('run', 'POST', submitPath(run), declined);
    await caller.runIn(run, 'completed');
    expect(executed).toEqual([]);
    expect(await responseOf(caller, run)).toBe('{"error":"The user declined this call: Too expensive."}');
  });

  it.each([
    ['the result of the tool', 'refunded 7'],
    ['an object that looks like a result', { state: 'refunded' }],
    ['an approval in another shape', { approved: true }],
    ['an approval in a list', [{ decision: 'approve' }]],
    ['an approval as text', '"approve"'],
    ['an approval with arguments that are no object', { decision: 'approve', arguments: '{"id":"8"}' }],
    ['another decision', { decision: 'Approve' }],
    ['nothing', ''],
    ['null', 'null'],
    [
      'an approval that is nested too deeply',
      `{"decision":"approve","arguments":{"id":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
    ],
  ])('%s declines the call', async (_what, output) => {
    const { caller, run } = await waitingRefund();
    await caller.ask('run', 'POST', submitPath(run), submit(run, [output]));
    await caller.runIn(run, 'completed');
    expect(executed).toEqual([]);
    expect(await responseOf(caller, run)).toBe('{"error":"The user declined this call."}');
  });

  it('calls of the page and of the server in one model call end in one submit', async () => {
    const { caller, engine, run } = await waitingRefund(
      [refund, getOrder],
      [
        ['get_order', '{"id":"9"}'],
        ['get_weather', '{"city":"Oslo"}'],
      ],
    );
    expect(asked(run).map(({ function: { name }, executed_by: by }) => [name, by])).toEqual([
      ['refund', 'server'],
      ['get_weather', undefined],
    ]);
    expect(await callsOf(caller, run)).toMatchObject([
      { function: { output: null } },
      { function: { output: '{"id":"9","state":"sent"}' } },
      { function: { output: null } },
    ]);
    await caller.ask('run', 'POST', submitPath(run), submit(run, [{ decision: 'approve' }, 'rain']));
    await caller.runIn(run, 'completed');
    expect(await responseOf(caller, run)).toBe('refunded 7 | {"id":"9","state":"sent"} | rain');
    expect(engine.inputs).toHaveLength(2);
  });

  it('a client cannot submit an output for a call that the server has executed', async () => {
    const { caller, run } = await waitingRefund([refund, getOrder], [['get_order', '{"id":"9"}']]);
    const [, done] = await callsOf(caller, run);
    const { tool_outputs: outputs } = submit(run, [{ decision: 'decline' }]);
    const forged = { tool_outputs: [...outputs, { tool_call_id: done?.id, output: 'forged' }] };
    expect(await caller.refusal('POST', submitPath(run), forged)).toMatchObject({ status: 400 });
    await caller.ask('run', 'POST', submitPath(run), { tool_outputs: outputs });
    await caller.runIn(run, 'completed');
    expect(JSON.stringify(await callsOf(caller, run))).not.toContain('forged');
  });

  it('an approval that is submitted twice executes the call once', async () => {
    const { caller, run } = await waitingRefund();
    const approval = submit(run, [{ decision: 'approve' }]);
    const responses = await Promise.all([
      caller.send('POST', submitPath(run), approval),
      caller.send('POST', submitPath(run), approval),
    ]);
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
    await caller.runIn(run, 'completed');
    expect(executed).toEqual([{ id: '7' }]);
  });

  it('needsApproval may depend on the arguments', async () => {
    const tool = defineTool({
      name: 'refund',
      parameters: ORDER,
      needsApproval: ({ id }) => id === '7',
      execute: ({ id }) => `refunded ${id}`,
    });
    const { caller } = serverWith(
      [tool],
      [
        ['refund', '{"id":"7"}'],
        ['refund', '{"id":"8"}'],
      ],
    );
    const run = await caller.runIn(await startRun(caller), 'requires_action');
    expect(asked(run)).toHaveLength(1);
    expect(await callsOf(caller, run)).toMatchObject([
      { function: { output: null } },
      { function: { output: 'refunded 8' } },
    ]);
  });
});
