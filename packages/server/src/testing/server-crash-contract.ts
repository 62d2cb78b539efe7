import type { RunObject } from '@threadkit/core/api';
import { defineTool, INTERRUPTED_TEXT } from '@threadkit/core/tools';
import { describe, expect, it } from 'vitest';
import { createServer } from '../server/create-server.ts';
import type { ServerOptions } from '../server/server-options.ts';
import type { Storage } from '../storage/storage.ts';
import { createCaller } from './caller.ts';
import { scriptedExecutor } from './scripted-executor.ts';
import { lastRun } from './seen-events.ts';
import { stepEngine } from './step-engine.ts';
import { testServer } from './test-server.ts';

const LEASE_MS = 30_000;
/** A run has about half as many operations. A run that never stops to have more must not keep the test from ending. */
const MAX_OPERATIONS = 40;

/** One database that servers open one after the other, with a clock that is advanced by the test. */
export interface SharedDatabase {
  /** A storage on the database, not opened yet. */
  connect(): Storage;
  advance(ms: number): Promise<void>;
}

const ASSISTANT = { id: 'asst_demo', model: 'm', tools: [{ type: 'code_interpreter' as const }] };

const eventsOf = (run: RunObject) => `/threads/${run.thread_id}/runs/${run.id}/events`;
const nextTask = () => new Promise((resolve) => setImmediate(resolve));

interface DyingStorage {
  readonly dying: Storage;
  readonly died: () => boolean;
  readonly death: Promise<void>;
}

/** A storage whose process dies at its `n`-th operation of a worker, before or after it is carried out. */
function dyingStorage(storage: Storage, n: number, when: 'before' | 'after'): DyingStorage {
  let operations = 0;
  let isDead = false;
  let die = () => {};
  const death = new Promise<void>((resolve) => {
    die = () => {
      isDead = true;
      resolve();
    };
  });
  const never = new Promise<never>(() => {});
  const wrap =
    <A extends readonly unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      operations += 1;
      const isLast = operations === n;
      if (isLast && when === 'before') die();
      if (operations > n || isDead) return never;
      const result = await act(...args);
      if (isLast) die();
      return isDead ? never : result;
    };
  const { steps, messages } = storage;
  const dying: Storage = {
    ...storage,
    listStepPrivates: wrap((...args) => storage.listStepPrivates(...args)),
    claim: wrap((...args) => storage.claim(...args)),
    commit: wrap((...args) => storage.commit(...args)),
    release: wrap((...args) => storage.release(...args)),
    steps: {
      get: (...args) => steps.get(...args),
      list: wrap((...args) => steps.list(...args)),
    },
    messages: {
      get: (...args) => messages.get(...args),
      update: (...args) => messages.update(...args),
      delete: (...args) => messages.delete(...args),
      list: wrap((...args) => messages.list(...args)),
    },
  };
  return { dying, died: () => isDead, death };
}

/** The model calls the function twice in its first call, and says what it reads in its second. */
const callingEngine = ({ name, calls }: Work) =>
  stepEngine(async (play, { messages }) => {
    const outputs = messages.flatMap((message) => (message.role === 'tool' ? [message.output] : []));
    if (outputs.length === 0) {
      for (const [index, text] of calls.entries())
        play.emit({ type: 'tool-call', index, name, arguments: text });
      play.finish('tool-calls');
    } else {
      play.say(outputs.join(' | '));
      play.finish();
    }
  });

/** What the server executes. */
interface Work {
  /** The name of the function. */
  readonly name: string;
  /** The arguments of its calls. */
  readonly calls: readonly string[];
  /** The options of a server that executes them. `execute` is called with what identifies a call, and counts. */
  toOptions(execute: (call: string) => Promise<void>): Partial<ServerOptions>;
}

const toolWork = (idempotent: boolean): Work => ({
  name: 'pay',
  calls: ['{"to":"a"}', '{"to":"b"}'],
  toOptions: (execute) => ({
    tools: [
      defineTool({
        name: 'pay',
        parameters: { type: 'object', properties: { to: { type: 'string' } } },
        idempotent,
        execute: async ({ to }, { toolCallId }) => {
          await execute(toolCallId);
          return `paid ${to}`;
        },
      }),
    ],
  }),
});

const codeWork: Work = {
  name: 'code_interpreter',
  calls: ['{"code":"a"}', '{"code":"b"}'],
  toOptions: (execute) => ({
    codeExecutor: scriptedExecutor(async (code) => {
      await execute(code);
      return { outputs: [{ type: 'logs', logs: `ran ${code}` }] };
    }),
  }),
};

interface Outcome {
  /** Executions by call. */
  readonly executed: ReadonlyMap<string, number>;
  readonly response: string;
  readonly hasDied: boolean;
  /** Calls that the log of the second server says are in doubt. */
  readonly inDoubt: number;
}

/** Executes a run on a server that dies at operation `n`, and continues it on another one. */
async function surviveDeath(
  database: SharedDatabase,
  n: number,
  when: 'before' | 'after',
  work: Work,
): Promise<Outcome> {
  const executed = new Map<string, number>();
  const optionsOf = (isDead: () => boolean) =>
    work.toOptions(async (call) => {
      // What has not happened when the process dies does not happen.
      if (isDead()) return new Promise<never>(() => {});
      executed.set(call, (executed.get(call) ?? 0) + 1);
      await nextTask();
    });
  const storage = database.connect();
  await storage.open();
  const { dying, died, death } = dyingStorage(storage, n, when);
  // Never closed: it is dead, and its close would wait for it.
  const first = createServer({
    storage: dying,
    engine: callingEngine(work),
    ...optionsOf(died),
    authorize: 'allow-everyone',
    assistants: [ASSISTANT],
    leaseMs: LEASE_MS,
    setTimer: () => () => {},
    onError: () => {},
    log: () => {},
  });
  const caller = createCaller(first);
  const run = await caller.ask('run', 'POST', '/threads/runs', {
    assistant_id: 'asst_demo',
    thread: { messages: [{ role: 'user', content: 'pay' }] },
  });
  // The stream of a dead server never ends.
  await Promise.race([death, caller.stream('GET', eventsOf(run)).catch(() => {})]);
  // What has been sent to the database arrives there.
  await nextTask();
  await storage.close();
  await database.advance(LEASE_MS + 1);
  const taken = await takeOver(
    database,
    run,
    work,
    optionsOf(() => false),
  );
  return { ...taken, executed, hasDied: died() };
}

/** Completes the run on another server. */
async function takeOver(
  database: SharedDatabase,
  run: RunObject,
  work: Work,
  options: Partial<ServerOptions>,
) {
  const { server, caller, log } = testServer({
    storage: database.connect(),
    engine: callingEngine(work),
    assistants: [ASSISTANT],
    ...options,
    leaseMs: LEASE_MS,
  });
  await server.open();
  expect(lastRun(await caller.stream('GET', eventsOf(run))).status).toBe('completed');
  const { data } = await caller.ask('messages', 'GET', `/threads/${run.thread_id}/messages`);
  await server.close();
  const [part] = data[0]?.content ?? [];
  return {
    response: part?.type === 'text' ? part.text.value : '',
    inDoubt: log.filter(({ event }) => event === 'tool_interrupted').length,
  };
}

/** The outcomes of a death before and after every operation, until the run completes without one. */
async function everyDeath(database: SharedDatabase, work: Work): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let n = 1; n <= MAX_OPERATIONS; n += 1) {
    const before = await surviveDeath(database, n, 'before', work);
    const after = await surviveDeath(database, n, 'after', work);
    if (!before.hasDied) return outcomes;
    outcomes.push(before, after);
  }
  throw new Error(`The run has more than ${MAX_OPERATIONS} operations.`);
}

/** Tools of a server that dies at any operation of its storage. `open` returns an empty database. */
export function describeServerCrashes(name: string, open: () => Promise<SharedDatabase>): void {
  describe(`a server that dies, on ${name}`, () => {
    it('a tool that is not idempotent is executed at most once, wherever its server dies, and the model is told', async () => {
      const outcomes = await everyDeath(await open(), toolWork(false));
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
      const outcomes = await everyDeath(await open(), toolWork(true));
      for (const { executed, response } of outcomes) {
        expect(response).toBe('paid a | paid b');
        // A model call that is begun again has new calls, of which none was executed before.
        expect(executed.size).toBe(2);
      }
      expect(outcomes.some(({ executed }) => Math.max(...executed.values()) === 2)).toBe(true);
    });

    it('code is executed at most once, wherever its server dies, and the model is told', async () => {
      const outcomes = await everyDeath(await open(), codeWork);
      expect(outcomes.length).toBeGreaterThan(15);
      const logs = (text: string) => JSON.stringify({ logs: text });
      for (const { executed, response } of outcomes) {
        for (const [at, code] of ['a', 'b'].entries()) {
          const output = response.split(' | ')[at];
          expect([logs(`ran ${code}`), logs(INTERRUPTED_TEXT)]).toContain(output);
          const times = executed.get(code) ?? 0;
          expect(times).toBeLessThanOrEqual(1);
          if (output === logs(`ran ${code}`)) expect(times).toBe(1);
        }
      }
      const texts = new Set(outcomes.map(({ response }) => response));
      expect(texts).toContain(`${logs('ran a')} | ${logs('ran b')}`);
      expect([...texts].some((text) => text.includes(INTERRUPTED_TEXT))).toBe(true);
    });
  });
}
