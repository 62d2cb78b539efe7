import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyTool, defineTool } from '@threadkit/core/tools';
import { afterAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engines/engine.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { type Caller, createCaller } from '../testing/caller.ts';
import { stepEngine, USAGE } from '../testing/step-engine.ts';
import { WEATHER } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { createServer } from './create-server.ts';
import type { Server } from './server-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'threadkit-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = () => join(folder, `${(files += 1)}.sqlite`);

interface Instance {
  readonly storage: Storage;
  readonly server: Server;
  readonly caller: Caller;
}

/** A server on a file. Its errors are ignored, because a crash causes many. */
function boot(file: string, engine: Engine, tools: readonly AnyTool[] = []): Instance {
  const storage = sqliteStorage(file);
  const server = createServer({
    storage,
    engine,
    tools,
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'm', instructions: 'Hi.' }],
    onError: () => {},
  });
  return { storage, server, caller: createCaller(server) };
}

/** Simulates a kill: the file is released without any cleanup. */
const kill = ({ storage }: Instance) => storage.close();

const hanging = () =>
  stepEngine(async (play) => {
    play.say('Half a sen');
    await new Promise(() => {});
  });

const respondingEngine = () =>
  stepEngine(async (play) => {
    play.say('A whole sentence.');
    play.finish();
  });

async function interruptedRun(file: string) {
  const first = boot(file, hanging());
  const thread = await first.caller.newThread('hello');
  const run = await first.caller.ask('run', 'POST', `/threads/${thread.id}/runs`, {
    assistant_id: 'asst_demo',
  });
  await until(async () => {
    const { data } = await first.caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
    return data[0]?.role === 'assistant' && data[0].content.length === 1;
  });
  const seen = (await first.storage.listEvents({ owner: '[null,"everyone"]' }, run.id, 0, 100)).length;
  return { first, run, seen, path: `/threads/${thread.id}/runs/${run.id}` };
}

describe('server crash', () => {
  it('after a server crash, the next process restarts the run and marks the unfinished message as superseded', async () => {
    const file = newFile();
    const { first, run, seen, path } = await interruptedRun(file);
    await kill(first);
    const second = boot(file, respondingEngine());
    await second.server.open();
    await second.caller.runIn(run, 'completed');
    const { data } = await second.caller.ask(
      'messages',
      'GET',
      `/threads/${run.thread_id}/messages?order=asc`,
    );
    expect(data.map(({ role, status, content }) => [role, status, content])).toMatchObject([
      ['user', 'completed', [{ text: { value: 'hello' } }]],
      ['assistant', 'incomplete', [{ text: { value: 'Half a sen' } }]],
      ['assistant', 'completed', [{ text: { value: 'A whole sentence.' } }]],
    ]);
    expect(data[1]).toMatchObject({
      incomplete_details: { reason: 'run_failed' },
      metadata: { tk_superseded_by: data[2]?.id },
    });
    // A client that saw the first part continues from there, without repetition.
    const rest = await second.caller.stream('GET', `${path}/events?after=${seen}`);
    expect(rest.map(({ event }) => event)).toEqual([
      'thread.message.incomplete',
      'thread.run.step.failed',
      'thread.run.step.created',
      'thread.run.step.in_progress',
      'thread.message.created',
      'thread.message.in_progress',
      'thread.message.delta',
      'thread.message.completed',
      'thread.run.step.completed',
      'thread.run.completed',
    ]);
    expect(rest[0]?.seq).toBe(seen + 1);
    await second.server.close();
  });

  it('after a server crash, the model does not read the unfinished message', async () => {
    const file = newFile();
    const { first, run } = await interruptedRun(file);
    await kill(first);
    const engine = respondingEngine();
    const second = boot(file, engine);
    await second.server.open();
    await second.caller.runIn(run, 'completed');
    const next = await second.caller.ask('run', 'POST', `/threads/${run.thread_id}/runs`, {
      assistant_id: 'asst_demo',
      additional_messages: [{ role: 'user', content: 'and?' }],
    });
    await second.caller.runIn(next, 'completed');
    expect(JSON.stringify(engine.inputs)).not.toContain('Half a sen');
    expect(engine.inputs[1]?.messages).toHaveLength(3);
    await second.server.close();
  });

  it('after a server crash, a completed message of an unfinished model call is marked as superseded', async () => {
    const file = newFile();
    const lookingUp = stepEngine(async (play) => {
      play.say('Let me look.');
      play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{"ci' });
      await new Promise(() => {});
    });
    const first = boot(file, lookingUp);
    const thread = await first.caller.newThread('weather');
    const path = `/threads/${thread.id}/runs`;
    const body = { assistant_id: 'asst_demo', tools: [WEATHER] };
    const run = await first.caller.ask('run', 'POST', path, body);
    await until(async () => {
      const { data } = await first.caller.ask('steps', 'GET', `${path}/${run.id}/steps`);
      return data.length === 2;
    });
    await kill(first);
    const second = boot(file, respondingEngine());
    await second.server.open();
    await second.caller.runIn(run, 'completed');
    const { data } = await second.caller.ask(
      'messages',
      'GET',
      `/threads/${thread.id}/messages?run_id=${run.id}`,
    );
    expect(data).toMatchObject([
      { content: [{ text: { value: 'A whole sentence.' } }], metadata: {} },
      {
        content: [{ text: { value: 'Let me look.' } }],
        status: 'completed',
        metadata: { tk_superseded_by: data[0]?.id },
      },
    ]);
    const steps = await second.caller.ask('steps', 'GET', `${path}/${run.id}/steps?order=asc`);
    expect(steps.data.map(({ type, status }) => [type, status])).toEqual([
      ['message_creation', 'completed'],
      ['tool_calls', 'failed'],
      ['message_creation', 'completed'],
    ]);
    await second.server.close();
  });

  it('after a server crash, a run that waits for tool outputs keeps waiting', async () => {
    const file = newFile();
    const asking = stepEngine(async (play) => {
      play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{}' });
      play.finish('tool-calls');
    });
    const first = boot(file, asking);
    const thread = await first.caller.newThread('weather');
    const started = await first.caller.ask('run', 'POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      tools: [WEATHER],
    });
    const waiting = await first.caller.runIn(started, 'requires_action');
    await kill(first);
    const second = boot(file, respondingEngine());
    await second.server.open();
    expect(await second.caller.runIn(waiting, 'requires_action')).toEqual(waiting);
    await second.caller.ask('run', 'POST', `/threads/${thread.id}/runs/${waiting.id}/submit_tool_outputs`, {
      tool_outputs: (waiting.required_action?.submit_tool_outputs.tool_calls ?? []).map(({ id }) => ({
        tool_call_id: id,
        output: 'wet',
      })),
    });
    await second.caller.runIn(waiting, 'completed');
    await second.server.close();
  });

  it('after a server crash, the next process finishes a requested cancellation', async () => {
    const file = newFile();
    const { first, run } = await interruptedRun(file);
    const record = await first.storage.getRunRecord({ owner: '[null,"everyone"]' }, run.id);
    if (!record) throw new Error('no run');
    await first.storage.commitTransition(
      { owner: record.owner },
      run.id,
      { status: 'in_progress' },
      {
        at: 1,
        run: { ...record.run, status: 'cancelling' },
        events: [],
      },
    );
    await kill(first);
    const second = boot(file, respondingEngine());
    await second.server.open();
    await second.caller.runIn(run, 'cancelled');
    const { data } = await second.caller.ask('messages', 'GET', `/threads/${run.thread_id}/messages?limit=1`);
    expect(data[0]).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'run_cancelled' } });
    await second.server.close();
  });

  it('a run fails after too many restarts of the server', async () => {
    const file = newFile();
    const { first, run } = await interruptedRun(file);
    await kill(first);
    for (let life = 0; life < 3; life += 1) {
      const next = boot(file, hanging());
      await next.server.open();
      await until(async () => {
        const { data } = await next.caller.ask(
          'messages',
          'GET',
          `/threads/${run.thread_id}/messages?run_id=${run.id}`,
        );
        return data.length === life + 2 && data[0]?.content.length === 1;
      });
      await kill(next);
    }
    const last = boot(file, respondingEngine());
    await last.server.open();
    const failed = await last.caller.runIn(run, 'failed');
    expect(failed.last_error?.message).toMatch(/stopped several times/);
    await last.server.close();
  });

  it.each(['the model call after a tool', 'the execution of a tool'])(
    'a run that is given up after crashes during %s keeps the usage of its ended model call',
    async (during) => {
      const file = newFile();
      const inTool = during === 'the execution of a tool';
      let begun = 0;
      const hang = (): Promise<never> => {
        begun += 1;
        return new Promise(() => {});
      };
      const lookUp = defineTool({
        name: 'look_up',
        parameters: { type: 'object' },
        idempotent: true,
        execute: () => (inTool ? hang() : 'found'),
      });
      const bootAgain = () =>
        boot(
          file,
          stepEngine(async (play, { messages }) => {
            if (messages.some(({ role }) => role === 'tool')) await hang();
            play.emit({ type: 'tool-call', index: 0, name: 'look_up', arguments: '{}' });
            play.finish('tool-calls');
          }),
          [lookUp],
        );
      const first = bootAgain();
      const run = await first.caller.ask('run', 'POST', '/threads/runs', { assistant_id: 'asst_demo' });
      await until(async () => begun === 1);
      await kill(first);
      for (const life of [2, 3, 4]) {
        const next = bootAgain();
        await next.server.open();
        await until(async () => begun === life);
        await kill(next);
      }
      const last = bootAgain();
      await last.server.open();
      const failed = await last.caller.runIn(run, 'failed');
      expect(failed.usage).toMatchObject(USAGE);
      expect(failed.last_error?.message).toMatch(/stopped several times/);
      expect(begun).toBe(4);
      const path = `/threads/${run.thread_id}/runs/${run.id}/steps?order=asc`;
      const { data } = await last.caller.ask('steps', 'GET', path);
      expect(data[0]).toMatchObject({
        type: 'tool_calls',
        status: inTool ? 'failed' : 'completed',
        usage: USAGE,
      });
      expect(data.filter(({ usage }) => usage !== null)).toHaveLength(1);
      await last.server.close();
    },
  );

  it('after a server crash, the next process recognizes a repeated request by its idempotency key', async () => {
    const file = newFile();
    const send = ({ caller }: Instance) =>
      caller.send(
        'POST',
        '/threads/runs',
        { assistant_id: 'asst_demo', thread: { messages: [{ role: 'user', content: 'hello' }] } },
        { 'idempotency-key': 'key-1' },
      );
    const first = boot(file, hanging());
    const started = await (await send(first)).text();
    await kill(first);
    const second = boot(file, respondingEngine());
    expect(await (await send(second)).text()).toBe(started);
    expect((await second.caller.ask('threads', 'GET', '/threads')).data).toHaveLength(1);
    await second.server.close();
  });

  it('after an orderly close, the next process continues a run immediately', async () => {
    const file = newFile();
    const { first, run } = await interruptedRun(file);
    await first.server.close();
    const second = boot(file, respondingEngine());
    await second.server.open();
    await second.caller.runIn(run, 'completed');
    await second.server.close();
  });
});
