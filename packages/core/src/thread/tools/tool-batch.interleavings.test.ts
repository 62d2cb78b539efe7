import { expect, it } from 'vitest';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { aCall, aWaitingRun, fakeEnvironment, settle } from '../../testing/index.ts';
import { defineTool } from '../../tools/define-tool.ts';
import type { AnyTool } from '../../tools/tool.ts';
import type { CallRecord } from '../state/call-record.ts';
import { createToolBatch, type ToolBatch } from './tool-batch.ts';
import { createToolJournal, type ToolJournal } from './tool-journal.ts';

/** An asynchronous operation that the test resolves. */
interface Pending {
  readonly name: string;
  finish(): void;
}

interface World {
  /** Executions by call id. */
  readonly executed: Map<string, number>;
  /** Operations in the order in which they began. */
  readonly pending: Pending[];
  readonly actions: Map<string, () => void>;
}

/**
 * Plays every order in which the pending operations can resolve and the actions can happen. Creates a new world per order,
 * and enumerates the orders by counting through all choices.
 */
async function playEveryOrder(
  createWorld: () => World,
  check: (world: World, order: readonly string[]) => void,
): Promise<number> {
  let orders = 0;
  let choices: number[] = [];
  for (;;) {
    const world = createWorld();
    const order: string[] = [];
    const widths: number[] = [];
    await settle();
    for (let step = 0; world.pending.length + world.actions.size > 0; step += 1) {
      const width = world.pending.length + world.actions.size;
      widths.push(width);
      const choice = choices[step] ?? 0;
      if (choice < world.pending.length) {
        const [operation] = world.pending.splice(choice, 1);
        order.push(operation?.name ?? '');
        operation?.finish();
      } else {
        const name = [...world.actions.keys()][choice - world.pending.length] ?? '';
        const act = world.actions.get(name);
        world.actions.delete(name);
        order.push(name);
        act?.();
      }
      await settle();
      check(world, order);
    }
    orders += 1;
    choices = widths.map((_, step) => choices[step] ?? 0);
    while (choices.length > 0 && (choices.at(-1) ?? 0) + 1 >= (widths[choices.length - 1] ?? 0))
      choices.pop();
    if (choices.length === 0) return orders;
    choices[choices.length - 1] = (choices.at(-1) ?? 0) + 1;
  }
}

interface Page {
  readonly batch: ToolBatch;
  readonly records: () => ReadonlyMap<string, CallRecord>;
  readonly submits: number;
  leave(): void;
}

interface Setting {
  readonly calls: readonly string[];
  readonly needsApproval?: boolean;
  /** The tool is registered from the start. @defaultValue false */
  readonly isRegistered?: boolean;
}

/** One run, and pages that open it one after another and share a journal. */
function createBatches({ calls, needsApproval = false, isRegistered = false }: Setting) {
  const executed = new Map<string, number>();
  const pending: Pending[] = [];
  const actions = new Map<string, () => void>();
  const environment = fakeEnvironment();
  const run = aWaitingRun(calls.map((id) => aCall({ id, name: 'wipe', arguments: '{}' })));
  let tool: AnyTool | undefined;

  function later<T>(isHere: () => boolean, name: string, result: () => T): Promise<T> {
    return new Promise((resolve) => {
      pending.push({
        name,
        finish() {
          // Operations of a closed page never resolve.
          if (isHere()) resolve(result());
        },
      });
    });
  }

  let isFirst = true;
  function openPage(): Page {
    let isHere = true;
    let records: ReadonlyMap<string, CallRecord> = new Map();
    const here = (): boolean => isHere;
    const stored = createToolJournal(environment, 'test');
    const journal: ToolJournal = {
      read: (runId, id) => later(here, `read ${id}`, () => stored.read(runId, id)).then((entry) => entry),
      write: (runId, id, entry) =>
        later(here, `write ${entry.state} ${id}`, () => stored.write(runId, id, entry)).then(
          (isDurable) => isDurable,
        ),
      clear: stored.clear,
    };
    const own = defineTool({
      name: 'wipe',
      parameters: { type: 'object' },
      needsApproval: () => later(here, 'needs approval', () => needsApproval),
      execute: (_args, { toolCallId }) => {
        executed.set(toolCallId, (executed.get(toolCallId) ?? 0) + 1);
        return later(here, `execute ${toolCallId}`, () => 'done');
      },
    });
    if (isRegistered) tool = own;
    const page = {
      submits: 0,
      records: () => records,
      leave() {
        isFirst = false;
        isHere = false;
        batch.abandon();
      },
      register() {
        tool = own;
        batch.retryUnregistered();
      },
      unregister() {
        tool = undefined;
      },
    };
    const batch = createToolBatch({
      environment,
      journal,
      findTool: () => tool,
      wasStartedHere: () => isFirst,
      deadlineOf: () => environment.now() + 600_000,
      onChange: (next) => {
        records = next;
      },
      onError: () => undefined,
      submit: () => {
        page.submits += 1;
      },
    });
    batch.open(run);
    return Object.assign(page, { batch });
  }

  return { executed, pending, actions, run, openPage };
}

type RegisteringPage = Page & { register(): void; unregister(): void };

function expectAtMostOnce({ executed }: World, order: readonly string[]): void {
  for (const [id, times] of executed) {
    if (times > 1) expect.fail(`${id} was executed ${times} times: ${order.join(' · ')}`);
  }
}

it('a tool that two components register at any moment is executed once', async () => {
  const orders = await playEveryOrder(() => {
    const world = createBatches({ calls: ['a'] });
    const page = world.openPage() as RegisteringPage;
    world.actions.set('register', page.register);
    world.actions.set('register again', page.register);
    world.actions.set('unregister and register', () => {
      page.unregister();
      page.register();
    });
    return world;
  }, expectAtMostOnce);
  expect(orders).toBeGreaterThan(100);
});

it('two calls of a tool that is registered at any moment are executed once each', async () => {
  const orders = await playEveryOrder(() => {
    const world = createBatches({ calls: ['a', 'b'] });
    const page = world.openPage() as RegisteringPage;
    world.actions.set('register', () => {
      page.register();
      page.register();
    });
    return world;
  }, expectAtMostOnce);
  expect(orders).toBeGreaterThan(100);
});

it('a call that is approved twice, registered again and asked for again at any moment is executed once', async () => {
  const orders = await playEveryOrder(() => {
    const world = createBatches({ calls: ['a'], needsApproval: true, isRegistered: true });
    const page = world.openPage() as RegisteringPage;
    world.actions.set('approve', () => page.batch.approve('a', undefined));
    world.actions.set('approve again', () => page.batch.approve('a', undefined));
    world.actions.set('register', page.register);
    world.actions.set('ask again', () => page.batch.open(world.run));
    return world;
  }, expectAtMostOnce);
  expect(orders).toBeGreaterThan(100);
});

it('a call whose outputs were refused is submitted again and not executed again', async () => {
  const orders = await playEveryOrder(() => {
    const world = createBatches({ calls: ['a'], isRegistered: true });
    const page = world.openPage();
    world.actions.set('refuse the submit', () =>
      page.batch.submitRefused(world.run, new ThreadkitError('network', 'lost')),
    );
    world.actions.set('ask again', () => page.batch.open(world.run));
    world.actions.set('refuse the submit again', () =>
      page.batch.submitRefused(world.run, new ThreadkitError('network', 'lost')),
    );
    world.actions.set('ask once more', () => page.batch.open(world.run));
    return world;
  }, expectAtMostOnce);
  expect(orders).toBeGreaterThan(100);
});

it('a call that was rejected is never executed, whatever else happens', async () => {
  await playEveryOrder(
    () => {
      const world = createBatches({ calls: ['a'], needsApproval: true, isRegistered: true });
      const page = world.openPage() as RegisteringPage;
      let isRejected = false;
      world.actions.set('reject, then approve', () => {
        isRejected = page.records().get('a')?.state === 'waiting';
        page.batch.reject('a', undefined);
        page.batch.approve('a', undefined);
      });
      world.actions.set('register', page.register);
      return Object.assign(world, { isRejected: () => isRejected });
    },
    (world, order) => {
      const { isRejected } = world as World & { isRejected(): boolean };
      if (isRejected() && world.executed.size > 0) expect.fail(order.join(' · '));
    },
  );
});

it('a reload at any moment executes a call once: the next page asks about a call that was started', async () => {
  const orders = await playEveryOrder(() => {
    const world = createBatches({ calls: ['a'], isRegistered: true });
    const first = world.openPage();
    world.actions.set('reload', () => {
      first.leave();
      world.openPage();
    });
    return world;
  }, expectAtMostOnce);
  expect(orders).toBeGreaterThan(10);
});
