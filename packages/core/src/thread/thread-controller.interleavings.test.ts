import { expect, it } from 'vitest';
import type { RunObject, StreamEvent } from '../api/index.ts';
import { listPage } from '../api/list-page.ts';
import type { AssistantsApi, SequencedEvent } from '../client/assistants-api.ts';
import type { Environment } from '../environment/environment.ts';
import { plainEnvironment } from '../environment/plain-environment.ts';
import {
  aCall,
  afterOutputsEvents,
  aRun,
  aToolStep,
  aWaitingRun,
  fakeLocks,
  settle,
} from '../testing/index.ts';
import { defineTool } from '../tools/define-tool.ts';
import { createThreadController } from './thread-controller.ts';
import type { ThreadController } from './types.ts';

interface Setting {
  readonly calls: readonly string[];
  readonly needsApproval?: boolean;
  /** Number of submits that fail while the run keeps waiting. */
  readonly refusals?: number;
  readonly canReload?: boolean;
}

/** A backend with one run that waits for outputs, and a page that follows it. The test resolves every promise of the page. */
function createWorld({ calls: ids, needsApproval = false, refusals = 0, canReload = false }: Setting) {
  const calls = ids.map((id) => aCall({ id, name: 'wipe' }));
  const executed = new Map<string, number>();
  const storage = new Map<string, string>();
  const lock = fakeLocks();
  let pending: { readonly name: string; finish(): void }[] = [];
  let timers: { readonly at: number; run(): void }[] = [];
  const actions = new Map<string, () => void>();
  let now = 1_700_000_000_000;
  let refusalsLeft = refusals;
  let hasOutputs = false;
  let page = 0;
  let ticks = 0;
  let controller: ThreadController;

  /** An operation of the current page. Operations of a reloaded page never resolve. */
  function later<T>(name: string, result: () => T): Promise<T> {
    const asker = page;
    return new Promise((resolve) => {
      pending.push({ name, finish: () => asker === page && resolve(result()) });
    });
  }

  const runNow = (): RunObject => (hasOutputs ? aRun({ status: 'completed' }) : aWaitingRun(calls));
  async function* submit(): AsyncGenerator<SequencedEvent, void> {
    const events = await later('submit', (): readonly StreamEvent[] => {
      if (hasOutputs || refusalsLeft > 0) {
        refusalsLeft -= 1;
        return [
          { event: 'error', data: { message: 'Not now.', type: 'server_error', code: null, param: null } },
        ];
      }
      hasOutputs = true;
      return afterOutputsEvents(calls, ids, 'Done.');
    });
    yield* events;
  }
  const client: Partial<AssistantsApi> = {
    key: 'test',
    clockSkewMs: 0,
    capabilities: {
      runEvents: false,
      idempotency: false,
      listThreads: false,
      files: false,
      vectorStores: false,
      reasoning: false,
    },
    listRuns: () => later('list runs', () => listPage([runNow()], false)),
    getRun: () => later('get run', runNow),
    listRunSteps: async () =>
      listPage([aToolStep(calls, { status: hasOutputs ? 'completed' : 'in_progress' })], false),
    listMessages: async () => listPage([], false),
    streamToolOutputs: submit,
  };

  function openPage(): void {
    const environment: Environment = {
      ...plainEnvironment(),
      now: () => now,
      // Without jitter every order has the same delays and can be played again.
      random: () => 0,
      schedule: () => {},
      setTimer(run, ms) {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
      keyValueStore: {
        get: (key) => later(`read ${key}`, () => storage.get(key)),
        set: (key, value) =>
          later(`${value === undefined ? 'clear' : 'write'} ${key}`, () => {
            if (value === undefined) storage.delete(key);
            else storage.set(key, value);
          }),
      },
      lock,
    };
    const tool = defineTool({
      name: 'wipe',
      parameters: { type: 'object' },
      needsApproval,
      execute: (_args, { toolCallId }) => {
        executed.set(toolCallId, (executed.get(toolCallId) ?? 0) + 1);
        return later(`execute ${toolCallId}`, () => 'gone');
      },
    });
    const opened = createThreadController({
      client: client as AssistantsApi,
      threadId: 'thread_1',
      environment,
    });
    controller = opened;
    opened.subscribe(() => {});
    for (const owner of ['one', 'two']) {
      actions.set(`register ${owner}`, () => opened.setTools(Symbol(owner), [tool]));
    }
  }

  function reload(): void {
    controller.dispose();
    page += 1;
    pending = [];
    timers = [];
    openPage();
  }

  openPage();
  if (canReload) actions.set('reload', reload);

  /** The possible next steps. Time passes only when there is no other step, up to the earliest timer. */
  function choices(): { readonly name: string; take(): void }[] {
    const { status, toolCalls } = controller.getSnapshot();
    const possible = pending.map((operation) => ({
      name: operation.name,
      take() {
        pending = pending.filter((other) => other !== operation);
        operation.finish();
      },
    }));
    for (const [name, act] of actions) {
      possible.push({
        name,
        take() {
          actions.delete(name);
          act();
        },
      });
    }
    for (const { id, ...call } of toolCalls) {
      if (call.state !== 'waiting' || call.waitReason === 'unregistered') continue;
      // The user of an interrupted call adds its output instead of executing it again.
      if (call.waitReason === 'interrupted') {
        possible.push({ name: `output ${id}`, take: () => controller.addToolOutput(id, 'gone') });
      } else possible.push({ name: `approve ${id}`, take: () => controller.approve(id) });
    }
    const [timer] = timers.toSorted((a, b) => a.at - b.at);
    if (possible.length > 0 || !timer || status === 'completed') return possible;
    const pass = (): void => {
      now = Math.max(now, timer.at);
      ticks += 1;
      timers = timers.filter((other) => other !== timer);
      timer.run();
    };
    return [{ name: 'time passes', take: pass }];
  }

  return {
    executed,
    choices,
    hasOutputs: () => hasOutputs,
    dispose: () => controller.dispose(),
    /** Equal for two orders that lead to the same possible steps. */
    fingerprint(): string {
      const { status, toolCalls, connection } = controller.getSnapshot();
      const states = toolCalls.map((call) => [
        call.id,
        call.state,
        call.state === 'waiting' && call.waitReason,
      ]);
      return JSON.stringify([
        [hasOutputs, refusalsLeft, page, ticks, status, states, connection.state],
        [...executed].map(String).toSorted(),
        [...storage].map(String).toSorted(),
        choices()
          .map(({ name }) => name)
          .toSorted(),
      ]);
    },
  };
}

/** Plays every order of the possible steps. Orders that lead to the same state are continued once. */
async function playEveryOrder(setting: Setting): Promise<number> {
  const seen = new Set<string>();
  const open: (readonly string[])[] = [[]];
  let ended = 0;
  for (let order = open.pop(); order; order = open.pop()) {
    const world = createWorld(setting);
    await settle();
    for (const name of order) {
      world
        .choices()
        .find((choice) => choice.name === name)
        ?.take();
      await settle();
    }
    const path = order.join(' · ');
    for (const [id, times] of world.executed) expect(times, `${id}: ${path}`).toBe(1);
    const state = world.fingerprint();
    if (!seen.has(state)) {
      seen.add(state);
      const names = new Set(world.choices().map(({ name }) => name));
      for (const name of names) open.push([...order, name]);
      if (names.size === 0) {
        expect(world.hasOutputs(), path).toBe(true);
        ended += 1;
      }
    }
    world.dispose();
  }
  expect(ended).toBeGreaterThan(0);
  return seen.size;
}

it.each<[string, Setting]>([
  ['one call', { calls: ['a'] }],
  ['one call that is approved', { calls: ['a'], needsApproval: true }],
  ['one call, a refused submit and a reload', { calls: ['a'], refusals: 1, canReload: true }],
  [
    'one call that is approved, a refused submit and a reload',
    { calls: ['a'], needsApproval: true, refusals: 1, canReload: true },
  ],
  ['two calls', { calls: ['a', 'b'] }],
  [
    'two calls that are approved, and a refused submit',
    { calls: ['a', 'b'], needsApproval: true, refusals: 1 },
  ],
  [
    'two calls that are approved, a refused submit and a reload',
    { calls: ['a', 'b'], needsApproval: true, refusals: 1, canReload: true },
  ],
  ['two calls and a reload', { calls: ['a', 'b'], canReload: true }],
])('%s: every order executes each call once and submits the outputs', async (_name, setting) => {
  const states = await playEveryOrder(setting);
  expect(states).toBeGreaterThan(10);
});
