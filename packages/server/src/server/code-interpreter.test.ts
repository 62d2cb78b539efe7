import type { RunObject, StepToolCall } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import type { CodeResult } from '../code/code-executor.ts';
import { CodeExecutorError } from '../code/code-executor-error.ts';
import { isFolderPath } from '../code/folder-path.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { type ScriptedExecutor, scriptedExecutor, writtenFile } from '../testing/scripted-executor.ts';
import { gate, stepEngine } from '../testing/step-engine.ts';
import { type TestServerOptions, testServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

const CODE = { type: 'code_interpreter' } as const;
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HOUR_MS = 3_600_000;

/** Executes the text of the last message, and then says `response`. */
function codingEngine(response = 'Done.') {
  return stepEngine(async (play, { messages }) => {
    const last = messages.at(-1);
    if (last?.role !== 'tool') {
      const part = last?.content[0];
      const code = part?.type === 'text' ? part.text.value : '';
      play.emit({
        type: 'tool-call',
        index: 0,
        name: 'code_interpreter',
        arguments: JSON.stringify({ code }),
      });
      return play.finish('tool-calls');
    }
    play.say(response);
    play.finish();
  });
}

function codeServer(executor: ScriptedExecutor, options: TestServerOptions = {}, response?: string) {
  const engine = codingEngine(response);
  const served = testServer({
    engine,
    codeExecutor: executor,
    assistants: [{ id: 'asst_code', model: 'm', tools: [CODE] }],
    ...options,
  });
  const { caller } = served;
  return {
    ...served,
    engine,
    async upload(name: string, text: string): Promise<string> {
      const form = new FormData();
      form.append('purpose', 'assistants');
      form.append('file', new File([text], name));
      return (await caller.ask('file', 'POST', '/files', form)).id;
    },
    async ask(threadId: string, text: string, status: RunObject['status'] = 'completed') {
      await caller.ask('message', 'POST', `/threads/${threadId}/messages`, { role: 'user', content: text });
      const run = await caller.ask('run', 'POST', `/threads/${threadId}/runs`, { assistant_id: 'asst_code' });
      return caller.runIn(run, status);
    },
    async callOf({ thread_id: threadId, id }: RunObject): Promise<StepToolCall | undefined> {
      const steps = await caller.ask('steps', 'GET', `/threads/${threadId}/runs/${id}/steps?order=asc`);
      const details = steps.data[0]?.step_details;
      return details?.type === 'tool_calls' ? details.tool_calls[0] : undefined;
    },
    newThread: (body: object = {}) => caller.ask('thread', 'POST', '/threads', body),
    answerIn: async (threadId: string) =>
      (await caller.ask('messages', 'GET', `/threads/${threadId}/messages?limit=1`)).data[0],
    contentOf: async (fileId: string) => (await caller.send('GET', `/files/${fileId}/content`)).text(),
  };
}

const logs = (text: string): Partial<CodeResult> => ({ outputs: [{ type: 'logs', logs: text }] });

describe('code_interpreter', () => {
  it('shows code, logs and images in the step, and images and files in the message', async () => {
    const executor = scriptedExecutor(async () => ({
      outputs: [
        { type: 'logs', logs: '3\n' },
        { type: 'image', mediaType: 'image/png', bytes: PNG },
      ],
      files: [writtenFile('out.csv', 'a,b')],
    }));
    const { newThread, ask, callOf, answerIn, contentOf, engine, caller } = codeServer(
      executor,
      {},
      'See [it](sandbox:/mnt/data/out.csv).',
    );
    const thread = await newThread();
    const run = await ask(thread.id, 'print(1+2)');

    const call = await callOf(run);
    expect(call).toEqual({
      id: expect.stringMatching(/^call_/),
      type: 'code_interpreter',
      executed_by: 'server',
      code_interpreter: {
        input: 'print(1+2)',
        outputs: [
          { type: 'logs', logs: '3\n' },
          { type: 'image', image: { file_id: expect.stringMatching(/^file_/) } },
        ],
        files: [{ path: '/mnt/data/out.csv', file_id: expect.stringMatching(/^file_/) }],
      },
    });
    const { outputs, files = [] } =
      call?.type === 'code_interpreter' ? call.code_interpreter : { outputs: [] };
    const image = outputs[1]?.type === 'image' ? outputs[1].image.file_id : '';
    const message = await answerIn(thread.id);
    expect(message?.content).toEqual([
      { type: 'image_file', image_file: { file_id: image, detail: 'auto' } },
      {
        type: 'text',
        text: {
          value: 'See [it](sandbox:/mnt/data/out.csv).',
          annotations: [
            {
              type: 'file_path',
              text: 'sandbox:/mnt/data/out.csv',
              start_index: 9,
              end_index: 34,
              file_path: { file_id: files[0]?.file_id },
            },
          ],
        },
      },
    ]);
    expect(await contentOf(files[0]?.file_id ?? '')).toBe('a,b');
    expect(await caller.ask('file', 'GET', `/files/${image}`)).toMatchObject({
      purpose: 'assistants_output',
    });
    expect(engine.inputs[1]?.messages.at(-1)).toMatchObject({
      role: 'tool',
      output: expect.stringContaining('3\\n'),
    });
  });

  it('the session of a thread stays from run to run, with its files, and another thread has another', async () => {
    const executor = scriptedExecutor(async () => logs('ok'));
    const { newThread, ask, upload, engine } = codeServer(executor);
    const [sales, more] = [await upload('sales.csv', '1'), await upload('sales.csv', '2')];
    const thread = await newThread({ tool_resources: { code_interpreter: { file_ids: [sales, more] } } });
    await ask(thread.id, 'first');
    await ask(thread.id, 'second');
    await ask((await newThread()).id, 'other');
    expect(engine.inputs[0]?.tools[0]?.function.description).toContain(
      `Names of files there: ["sales.csv","${more}-sales.csv"]`,
    );
    expect(executor.seen).toEqual([
      'open',
      'add sales.csv: 1',
      `add ${more}-sales.csv: 2`,
      'run first',
      'run second',
      'open',
      'run other',
    ]);
  });

  it('a file that is attached later is added to the open session', async () => {
    const executor = scriptedExecutor(async () => logs('ok'));
    const { newThread, ask, upload, caller } = codeServer(executor);
    const thread = await newThread();
    await ask(thread.id, 'first');
    const file = await upload('late.csv', 'x');
    await caller.ask('message', 'POST', `/threads/${thread.id}/messages`, {
      role: 'user',
      content: 'a file',
      attachments: [{ file_id: file, tools: [CODE] }],
    });
    await ask(thread.id, 'second');
    expect(executor.seen).toEqual(['open', 'run first', 'add late.csv: x', 'run second']);
  });

  it('the files of a shared assistant are those of its operator, and the files of others are not read', async () => {
    const storage = memoryStorage();
    const operator = codeServer(
      scriptedExecutor(async () => ({})),
      {
        storage,
        assistants: [],
        authorize: () => ({ id: 'operator', role: 'admin' }),
      },
    );
    const handbook = await operator.upload('handbook.csv', 'h');
    const secret = await operator.upload('secret.csv', 's');
    const executor = scriptedExecutor(async () => logs('ok'));
    const user = codeServer(executor, {
      storage,
      authorize: () => ({ id: 'user', role: 'user' }),
      assistants: [
        {
          id: 'asst_code',
          model: 'm',
          tools: [CODE],
          tool_resources: { code_interpreter: { file_ids: [handbook] } },
        },
      ],
    });
    const thread = await user.newThread({ tool_resources: { code_interpreter: { file_ids: [secret] } } });
    await user.ask(thread.id, 'x');
    expect(executor.seen).toEqual(['open', 'add handbook.csv: h', 'run x']);
  });

  it('an idle session ends after an hour, and the next call has a new one', async () => {
    const clock = createManualClock();
    const executor = scriptedExecutor(async () => logs('ok'));
    const { newThread, ask } = codeServer(executor, {
      storage: memoryStorage({ now: clock.now }),
      setTimer: clock.setTimer,
    });
    const thread = await newThread();
    await ask(thread.id, 'first');
    await clock.advance(HOUR_MS - 1);
    expect(executor.seen).toEqual(['open', 'run first']);
    await clock.advance(1);
    await ask(thread.id, 'second');
    expect(executor.seen).toEqual(['open', 'run first', 'close', 'open', 'run second']);
  });

  it('a call that exceeds its time says so, and the next one has a new session', async () => {
    const executor = scriptedExecutor(async (code) =>
      code === 'slow' ? { status: 'timed_out', ...logs('[timed out]') } : logs('ok'),
    );
    const { newThread, ask, callOf, upload, log } = codeServer(executor);
    const file = await upload('a.csv', 'a');
    const thread = await newThread({ tool_resources: { code_interpreter: { file_ids: [file] } } });
    expect(JSON.stringify(await callOf(await ask(thread.id, 'slow')))).toContain('[timed out]');
    await ask(thread.id, 'fast');
    const opened = ['open', 'add a.csv: a'];
    expect(executor.seen).toEqual([...opened, 'run slow', 'close', ...opened, 'run fast']);
    expect(log).toEqual([]);
  });

  it('an executor that fails is reported, and the model is told without its reason', async () => {
    const executor: ScriptedExecutor = {
      ...scriptedExecutor(async () => ({})),
      open: () => Promise.reject(new Error('/usr/bin/bwrap is not there')),
    };
    const { newThread, ask, callOf, faults } = codeServer(executor);
    const run = await ask((await newThread()).id, 'x');
    expect(await callOf(run)).toMatchObject({
      code_interpreter: {
        outputs: [
          { type: 'logs', logs: 'The code could not be executed: the sandbox of the server failed.' },
        ],
      },
    });
    expect(faults).toEqual([expect.objectContaining({ message: '/usr/bin/bwrap is not there' })]);
  });

  it('what exceeds a quota is not stored, and the logs name it', async () => {
    const executor = scriptedExecutor(async () => ({
      files: [writtenFile('a.txt', 'a'), writtenFile('b.txt', 'b')],
    }));
    const { newThread, ask, callOf } = codeServer(executor, { limits: { filesPerPrincipal: 1 } });
    expect(await callOf(await ask((await newThread()).id, 'x'))).toMatchObject({
      code_interpreter: {
        files: [{ path: '/mnt/data/a.txt' }],
        outputs: [{ logs: '[Not stored, because a limit of this account is reached: /mnt/data/b.txt]' }],
      },
    });
  });

  it('a file that the folder has no place for does not prevent code, and the logs name it', async () => {
    const executor = scriptedExecutor(async () => logs('ran'));
    const refusing: ScriptedExecutor = {
      ...executor,
      async open() {
        const session = await executor.open();
        return {
          folder: session.folder,
          isOpen: true,
          execute: session.execute,
          close: session.close,
          addFile: async (file) => {
            if (file.name === 'huge.bin') throw new CodeExecutorError('file', 'No space left on device.');
            await session.addFile(file);
          },
        };
      },
    };
    const { newThread, ask, upload, callOf } = codeServer(refusing);
    const files = [await upload('huge.bin', 'x'), await upload('small.csv', 'y')];
    const thread = await newThread({ tool_resources: { code_interpreter: { file_ids: files } } });
    expect(await callOf(await ask(thread.id, 'first'))).toMatchObject({
      code_interpreter: {
        outputs: [
          { logs: 'ran' },
          { logs: '[Not in the folder, because it had no place for them: huge.bin]' },
        ],
      },
    });
    await ask(thread.id, 'second');
    expect(executor.seen).toEqual(['open', 'add small.csv: y', 'run first', 'run second']);
  });

  it('a file that changes while it is read is left out, and the logs of the code stay', async () => {
    const changing = {
      ...writtenFile('log.txt', 'a'),
      async *content() {
        yield new Uint8Array();
        throw new CodeExecutorError('file', 'It changed.');
      },
    };
    const executor = scriptedExecutor(async () => ({ ...logs('done\n'), files: [changing] }));
    const { newThread, ask, callOf } = codeServer(executor);
    expect(await callOf(await ask((await newThread()).id, 'x'))).toMatchObject({
      code_interpreter: {
        outputs: [
          { logs: 'done\n' },
          { logs: '[Not stored, because it changed while it was read: /mnt/data/log.txt]' },
        ],
      },
    });
  });

  it('names of files are cut to what a folder can have, in whole characters', async () => {
    const executor = scriptedExecutor(async () => logs('ok'));
    const { newThread, ask, upload } = codeServer(executor);
    const files = [await upload(`${'年'.repeat(100)}.csv`, '1'), await upload(`${'年'.repeat(99)}.csv`, '2')];
    const thread = await newThread({ tool_resources: { code_interpreter: { file_ids: files } } });
    await ask(thread.id, 'x');
    const names = executor.seen.flatMap((line) => /^add (.*): /.exec(line)?.[1] ?? []);
    expect(names).toEqual([`${'年'.repeat(38)}.csv`, `${files[1]}-${'年'.repeat(38)}.csv`]);
    expect(names.every(isFolderPath)).toBe(true);
  });

  it('a cancelled run ends its call', async () => {
    const started = gate();
    const executor = scriptedExecutor(async (_code, signal) => {
      started.open();
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    });
    const { newThread, caller } = codeServer(executor);
    const thread = await newThread({ messages: [{ role: 'user', content: 'forever' }] });
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_code' });
    await started.opened;
    await caller.ask('run', 'POST', `/threads/${thread.id}/runs/${run.id}/cancel`);
    await caller.runIn(run, 'cancelled');
  });

  it('code whose server stopped meanwhile is not executed again, and the model is told', async () => {
    const clock = createManualClock();
    const storage = memoryStorage({ now: clock.now });
    const started = gate();
    const dead = scriptedExecutor(() => {
      started.open();
      return new Promise(() => {});
    });
    const first = codeServer(dead, {
      storage: { ...storage, close: async () => {} },
      setTimer: clock.setTimer,
    });
    const thread = await first.newThread({ messages: [{ role: 'user', content: 'once' }] });
    const run = await first.caller.ask('run', 'POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_code',
    });
    await started.opened;
    await first.server.close();
    const second = codeServer(
      scriptedExecutor(async () => logs('twice')),
      { storage, setTimer: clock.setTimer },
    );
    await second.server.open();
    await until(async () => {
      await clock.advance(30_000);
      return (
        (await second.caller.ask('run', 'GET', `/threads/${thread.id}/runs/${run.id}`)).status === 'completed'
      );
    });
    expect(JSON.stringify(await second.callOf(run))).toMatch(/interrupted|not known/i);
    expect(JSON.stringify(await second.callOf(run))).not.toContain('twice');
  });

  it('sessions are closed with the server', async () => {
    const executor = scriptedExecutor(async () => logs('ok'));
    const { newThread, ask, server } = codeServer(executor);
    await ask((await newThread()).id, 'x');
    await server.close();
    expect(executor.seen.at(-1)).toBe('close');
  });

  it('an executor without its method is refused at creation', () => {
    expect(() => testServer({ codeExecutor: {} as ScriptedExecutor })).toThrow(
      /codeExecutor of createServer is .*processExecutor/,
    );
  });
});
