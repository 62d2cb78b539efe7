import { isTerminal } from '@threadkit/core/api';
import { settle } from '@threadkit/core/testing';
import { defineTool, INTERRUPTED_TEXT } from '@threadkit/core/tools';
import { expect, it, onTestFinished } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';
import { createServer } from './create-server.ts';

const LEASE_MS = 30_000;

/** A storage whose process dies at its `n`-th operation of a worker, before or after it is carried out. */
function dyingStorage(storage: Storage, n: number, when: 'before' | 'after') {
  let operations = 0;
  const dead = new Promise<never>(() => {});
  const wrap =
    <A extends readonly unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      operations += 1;
      if (operations > n || (operations === n && when === 'before')) return dead;
      const result = await act(...args);
      return operations >= n ? dead : result;
    };
  const dying: Storage = {
    ...storage,
    listStepPrivates: wrap(storage.listStepPrivates),
    claim: wrap(storage.claim),
    commit: wrap(storage.commit),
    release: wrap(storage.release),
    steps: { ...storage.steps, list: wrap((...args) => storage.steps.list(...args)) },
    messages: {
      ...storage.messages,
      get: (...args) => storage.messages.get(...args),
      update: (...args) => storage.messages.update(...args),
      delete: (...args) => storage.messages.delete(...args),
      list: wrap((...args) => storage.messages.list(...args)),
    },
    close: async () => {},
  };
  return { dying, died: () => operations >= n };
}

/** The model calls the tool twice in its first call, and says what it reads in its second. */
const callingEngine = () =>
  stepEngine(async (play, { messages }) => {
    const outputs = messages.flatMap((message) => (message.role === 'tool' ? [message.output] : []));
    if (outputs.length === 0) {
      play.emit({ type: 'tool-call', index: 0, name: 'pay', arguments: '{"to":"a"}' });
      play.emit({ type: 'tool-call', index: 1, name: 'pay', arguments: '{"to":"b"}' });
      play.finish('tool-calls');
    } else {
      play.say(outputs.join(' | '));
      play.finish();
    }
  });

interface Outcome {
  /** Executions by call. */
  readonly executed: ReadonlyMap<string, number>;
  readonly response: string;
  readonly hasDied: boolean;
  /** Calls that the log of the second server says are in doubt. */
  readonly inDoubt: number;
}

/** Executes a run on a server that dies at operation `n`, and continues it on another one. */
async function surviveDeath(n: number, when: 'before' | 'after', idempotent: boolean): Promise<Outcome> {
  const clock = createManualClock();
  const storage = memoryStorage({ now: clock.now });
  onTestFinished(() => storage.close());
  const executed = new Map<string, number>();
  let isFirstDead = () => false;
  const pay = (isDead: () => boolean) =>
    defineTool({
      name: 'pay',
      parameters: { type: 'object', properties: { to: { type: 'string' } } },
      idempotent,
      execute: async ({ to }, { toolCallId }) => {
        // What has not happened when the process dies does not happen.
        if (isDead()) return new Promise<string>(() => {});
        executed.set(toolCallId, (executed.get(toolCallId) ?? 0) + 1);
        await settle();
        return `paid ${to}`;
      },
    });
  const { dying, died } = dyingStorage(storage, n, when);
  isFirstDead = died;
  // Never closed: it is dead, and its close would wait for it.
  const first = createServer({
    storage: dying,
    engine: callingEngine(),
    tools: [pay(() => isFirstDead())],
    authorize: 'allow-everyone',
    assistants: [{ id: 'asst_demo', model: 'm' }],
    setTimer: () => () => {},
    onError: () => {},
  });
  const start = await first.fetch(
    new Request('http://server.test/v1/threads/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        assistant_id: 'asst_demo',
        thread: { messages: [{ role: 'user', content: 'pay' }] },
      }),
    }),
  );
  const run: { id: string; thread_id: string } = await start.json();
  for (let turn = 0; turn < 20; turn += 1) await settle();

  const second = testServer({
    storage: { ...storage, close: async () => {} },
    engine: callingEngine(),
    tools: [pay(() => false)],
    setTimer: clock.setTimer,
    leaseMs: LEASE_MS,
  });
  await second.server.open();
  for (let turn = 0; turn < 10; turn += 1) {
    const { status } = await second.caller.ask('run', 'GET', `/threads/${run.thread_id}/runs/${run.id}`);
    if (isTerminal({ status })) break;
    await clock.advance(LEASE_MS / 2);
  }
  await second.caller.runIn(run, 'completed');
  const { data } = await second.caller.ask('messages', 'GET', `/threads/${run.thread_id}/messages`);
  const [part] = data[0]?.content ?? [];
  const inDoubt = second.log.filter(({ event }) => event === 'tool_interrupted').length;
  return { executed, response: part?.type === 'text' ? part.text.value : '', hasDied: died(), inDoubt };
}

/** The outcomes of a death before and after every operation, until the run completes without one. */
async function everyDeath(idempotent: boolean): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let n = 1; ; n += 1) {
    const before = await surviveDeath(n, 'before', idempotent);
    const after = await surviveDeath(n, 'after', idempotent);
    if (!before.hasDied) return outcomes;
    outcomes.push(before, after);
  }
}

it('a tool that is not idempotent is executed at most once, wherever its server dies, and the model is told', async () => {
  const outcomes = await everyDeath(false);
  expect(outcomes.length).toBeGreaterThan(15);
  const interrupted = JSON.stringify({ error: INTERRUPTED_TEXT });
  for (const { executed, response, inDoubt } of outcomes) {
    expect(response.split(interrupted)).toHaveLength(inDoubt + 1);
    expect(Math.max(0, ...executed.values())).toBeLessThanOrEqual(1);
    for (const output of response.split(' | ')) {
      expect(['paid a', 'paid b', interrupted]).toContain(output);
    }
  }
  const texts = new Set(outcomes.map(({ response }) => response));
  expect(texts).toContain('paid a | paid b');
  expect(texts).toContain(`${interrupted} | ${interrupted}`);
  expect(texts).toContain(`paid a | ${interrupted}`);
});

it('an idempotent tool is executed again after its server died, and its call keeps its id', async () => {
  const outcomes = await everyDeath(true);
  for (const { executed, response } of outcomes) {
    expect(response).toBe('paid a | paid b');
    // A model call that is begun again has new calls, of which none was executed before.
    expect(executed.size).toBe(2);
  }
  expect(outcomes.some(({ executed }) => Math.max(...executed.values()) === 2)).toBe(true);
});
