import { expect, it } from 'vitest';
import type { Environment } from '../environment/environment.ts';
import { aCall, aWaitingRun, fakeEnvironment, fakeLocks } from '../testing/index.ts';
import { defineTool } from '../tools/define-tool.ts';
import type { CallRecord } from './state/call-record.ts';
import { createToolBatch } from './tools/tool-batch.ts';
import { createToolJournal } from './tools/tool-journal.ts';

const RUN = aWaitingRun([aCall({ name: 'wipe' })]);

interface PageOptions {
  readonly wasStartedHere: boolean;
  readonly hasLock: boolean;
  readonly isStorageFull?: boolean;
  readonly idempotent?: boolean;
}

/** Opens a page with a pending call that has no entry in the journal. */
async function openPage({ wasStartedHere, hasLock, isStorageFull = false, idempotent = false }: PageOptions) {
  const plain = fakeEnvironment(new Map(), hasLock ? fakeLocks() : undefined);
  const keyValueStore: Environment['keyValueStore'] = {
    ...plain.keyValueStore,
    set: async (key, value) => {
      if (isStorageFull) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      await plain.keyValueStore.set(key, value);
    },
  };
  const environment: Environment = { ...plain, keyValueStore };
  let executed = 0;
  const tool = defineTool({
    name: 'wipe',
    parameters: { type: 'object' },
    idempotent,
    execute: () => {
      executed += 1;
      return 'gone';
    },
  });
  let calls: ReadonlyMap<string, CallRecord> = new Map();
  const batch = createToolBatch({
    environment,
    journal: createToolJournal(environment, 'test'),
    findTool: () => tool,
    wasStartedHere: () => wasStartedHere,
    deadlineOf: () => environment.now() + 600_000,
    onChange: (next) => {
      calls = next;
    },
    onError: (error) => expect.fail(error.message),
    submit: () => undefined,
  });
  batch.open(RUN);
  await plain.advance(0);
  return {
    executed: () => executed,
    call: () => calls.get('call_1'),
    async approve() {
      batch.approve('call_1', undefined);
      await plain.advance(0);
    },
  };
}

it.each<[string, PageOptions]>([
  ['where the origin has no locks', { wasStartedHere: false, hasLock: false }],
  ['where the storage takes no journal', { wasStartedHere: false, hasLock: true, isStorageFull: true }],
  ['without locks or a journal', { wasStartedHere: false, hasLock: false, isStorageFull: true }],
])(
  'a page that did not start the run asks the user before it executes a call, %s',
  async (_name, options) => {
    const page = await openPage(options);
    expect(page.executed()).toBe(0);
    expect(page.call()).toMatchObject({ state: 'waiting', waitReason: 'interrupted' });
    await page.approve();
    expect(page.executed()).toBe(1);
    expect(page.call()).toMatchObject({ state: 'submitted' });
  },
);

it.each<[string, PageOptions]>([
  ['the page that started the run, without locks', { wasStartedHere: true, hasLock: false }],
  [
    'the page that started the run, with a full storage',
    { wasStartedHere: true, hasLock: true, isStorageFull: true },
  ],
  ['another page that holds the lock and has a journal', { wasStartedHere: false, hasLock: true }],
  [
    'another page, where the tool may be repeated',
    { wasStartedHere: false, hasLock: false, idempotent: true },
  ],
])('%s executes a call without asking', async (_name, options) => {
  const page = await openPage(options);
  expect(page.executed()).toBe(1);
  expect(page.call()).toMatchObject({ state: 'submitted' });
});
