import {
  EXTENSION_OPERATIONS,
  FILE_OPERATIONS,
  OPERATIONS,
  type Operation,
  VECTOR_STORE_OPERATIONS,
} from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import type { Principal } from '../src/http/authorize.ts';
import type { Storage } from '../src/storage/storage.ts';
import { type Caller, createCaller } from '../src/testing/caller.ts';
import { processStoreFiles } from '../src/testing/process-store-files.ts';
import { lastRun } from '../src/testing/seen-events.ts';
import { testServer } from '../src/testing/test-server.ts';
import { until } from '../src/testing/until.ts';
import { outputsFor, startWeather } from '../src/testing/weather-run.ts';
import { pathOf } from './wire/operation-of.ts';

const PEOPLE: Readonly<Record<string, Principal>> = {
  owner: { id: 'alice', tenant: 'acme', role: 'admin' },
  'another user': { id: 'bob', tenant: 'acme', role: 'admin' },
  'another tenant': { id: 'alice', tenant: 'other', role: 'admin' },
};
const STRANGERS = ['another user', 'another tenant'] as const;

type Ids = Readonly<Record<Operation['ids'][number], string>>;

/** Unknown ids of the same length as real ones, so that responses can be compared byte for byte. */
const UNKNOWN: Ids = {
  assistant_id: `asst_${'0'.repeat(24)}`,
  thread_id: `thread_${'0'.repeat(24)}`,
  run_id: `run_${'0'.repeat(24)}`,
  message_id: `msg_${'0'.repeat(24)}`,
  step_id: `step_${'0'.repeat(24)}`,
  file_id: `file_${'0'.repeat(24)}`,
  vector_store_id: `vs_${'0'.repeat(24)}`,
  batch_id: `vsfb_${'0'.repeat(24)}`,
};

interface OwnedObjects {
  readonly ids: Ids;
  /** The body, for operations that need one. */
  body(row: Operation): unknown;
}

/** One of each object a principal can own, with a waiting run or a vector store when the operation needs one. */
async function createOwnedObjects(caller: Person, row: Operation): Promise<OwnedObjects> {
  const assistant = await caller.ask('assistant', 'POST', '/assistants', { model: 'm', instructions: 'Hi.' });
  const waits = row.name === 'cancelRun' || row.name === 'submitToolOutputsToRun';
  const run = waits ? await startWeather(caller, { stream: false }) : await endedRun(caller, assistant.id);
  const place = `/threads/${run.thread_id}`;
  const messages = await caller.ask('messages', 'GET', `${place}/messages`);
  const steps = await caller.ask('steps', 'GET', `${place}/runs/${run.id}/steps`);
  const file = await caller.ask('file', 'POST', '/files', fileForm('mine'));
  const isOfStores = row.capability === 'vectorStores';
  const ofStores = isOfStores ? await createOwnedStore(caller, file.id) : {};
  const bodies: Record<string, unknown> = {
    createAssistant: { model: 'm' },
    modifyAssistant: { name: 'x' },
    createThread: {},
    createThreadAndRun: { assistant_id: assistant.id },
    modifyThread: { metadata: { touched: 'yes' } },
    createMessage: { role: 'user', content: 'x' },
    modifyMessage: { metadata: { touched: 'yes' } },
    createRun: { assistant_id: assistant.id },
    modifyRun: { metadata: { touched: 'yes' } },
    submitToolOutputsToRun: outputsFor(run, 'dry'),
    createFile: fileForm('mine too'),
    createVectorStore: { file_ids: [file.id] },
    modifyVectorStore: { name: 'x', metadata: { touched: 'yes' } },
    searchVectorStore: { query: 'mine' },
    createVectorStoreFile: { file_id: file.id },
    modifyVectorStoreFile: { attributes: { touched: true } },
    createVectorStoreFileBatch: { file_ids: [file.id] },
  };
  return {
    ids: {
      ...UNKNOWN,
      ...ofStores,
      assistant_id: assistant.id,
      thread_id: run.thread_id,
      run_id: run.id,
      message_id: messages.data[0]?.id ?? '',
      step_id: steps.data[0]?.id ?? '',
      file_id: file.id,
    },
    body: ({ name }) => bodies[name],
  };
}

/** A vector store with a batch of the file, which is processed. */
async function createOwnedStore(caller: Person, fileId: string) {
  const { id } = await caller.ask('vectorStore', 'POST', '/vector_stores', { name: 'mine' });
  const place = `/vector_stores/${id}`;
  const batch = await caller.ask('fileBatch', 'POST', `${place}/file_batches`, { file_ids: [fileId] });
  await processStoreFiles(caller.storage);
  // A worker of the server may have claimed the file first.
  await until(
    async () =>
      (await caller.ask('vectorStoreFile', 'GET', `${place}/files/${fileId}`)).status === 'completed',
  );
  return { vector_store_id: id, batch_id: batch.id };
}

function fileForm(text: string): FormData {
  const form = new FormData();
  form.append('purpose', 'assistants');
  form.append('file', new File([text], 'note.txt'));
  return form;
}

async function endedRun(caller: Caller, assistantId: string) {
  const thread = await caller.newThread('hello');
  const body = { assistant_id: assistantId, stream: true };
  return lastRun(await caller.stream('POST', `/threads/${thread.id}/runs`, body));
}

interface Person extends Caller {
  /** Of the server that it calls. */
  readonly storage: Storage;
}

function guardServer(storage: Storage) {
  const { server } = testServer({
    storage,
    authorize: (request) =>
      PEOPLE[request.headers.get('authorization')?.replace('Bearer ', '') ?? ''] ?? null,
  });
  return {
    as: (name: string): Person => ({
      ...createCaller(server, { authorization: `Bearer ${name}` }),
      storage,
    }),
    nobody: createCaller(server),
  };
}

const CHANGING_HEADERS = new Set(['x-request-id', 'date', 'openai-processing-ms']);

/** Everything in a response that a caller could learn from, with the requested ids normalized. */
async function contentOf(response: Response, requested: Ids): Promise<string> {
  const headers = [...response.headers].filter(([name]) => !CHANGING_HEADERS.has(name));
  const text = `${response.status} ${JSON.stringify(headers)} ${await response.text()}`;
  return Object.entries(requested).reduce(
    (all, [name, id]) => all.replaceAll(id, UNKNOWN[name as keyof Ids]),
    text,
  );
}

const rows: readonly Operation[] = [
  ...OPERATIONS,
  ...EXTENSION_OPERATIONS,
  ...FILE_OPERATIONS,
  ...VECTOR_STORE_OPERATIONS,
];
const named = (list: readonly Operation[]) => list.map((row) => [row.name, row] as const);

const withIds = rows.filter(({ ids }) => ids.length > 0);
const withChildren = rows.filter(({ ids }) => ids.length > 1);
const withCursors = rows.filter(({ query }) => query.includes('order'));
const withAssistants = rows.filter(({ name }) => name === 'createRun' || name === 'createThreadAndRun');
const withFiles = rows.filter(({ name }) => name.startsWith('createVectorStore'));

/** Every operation, as its owner, without authentication, and as others. `createStorage` returns an empty storage for a test. */
export function describeIsolation(title: string, createStorage: () => Storage | Promise<Storage>): void {
  describe(title, () => {
    describe('requests with own ids', () => {
      it.each(named(rows))('%s with own ids succeeds', async (_name, row) => {
        const { as } = guardServer(await createStorage());
        const { ids, body } = await createOwnedObjects(as('owner'), row);
        const response = await as('owner').send(row.method, pathOf(row, ids), body(row));
        expect([response.status, await response.text()]).toEqual([200, expect.any(String)]);
      });
    });

    describe('requests without authentication', () => {
      it.each(named(rows))(
        '%s without authentication responds with 401, identical for every id',
        async (_name, row) => {
          const { as, nobody } = guardServer(await createStorage());
          const { ids, body } = await createOwnedObjects(as('owner'), row);
          const real = await nobody.send(row.method, pathOf(row, ids), body(row));
          const unknown = await nobody.send(row.method, pathOf(row, UNKNOWN), body(row));
          expect(real.status).toBe(401);
          expect(await contentOf(real, ids)).toBe(await contentOf(unknown, ids));
        },
      );
    });

    describe("requests with another owner's ids", () => {
      for (const stranger of STRANGERS) {
        it.each(named(withIds))(`%s treats ${stranger} as if the id were unknown`, async (_name, row) => {
          const { as } = guardServer(await createStorage());
          const owner = as('owner');
          const { ids, body } = await createOwnedObjects(owner, row);
          const before = await everythingOf(owner, ids);
          const foreign = await as(stranger).send(row.method, pathOf(row, ids), body(row));
          const unknown = await as(stranger).send(row.method, pathOf(row, UNKNOWN), body(row));
          expect(foreign.status).toBe(404);
          expect(await contentOf(foreign, ids)).toBe(await contentOf(unknown, ids));
          expect(await everythingOf(owner, ids)).toEqual(before);
        });

        it.each(named(withChildren))(
          `%s treats ${stranger} as if the id were unknown for another owner's child below an own parent`,
          async (_name, row) => {
            const { as } = guardServer(await createStorage());
            const owner = as('owner');
            const { ids, body } = await createOwnedObjects(owner, row);
            const before = await everythingOf(owner, ids);
            const own = (await createOwnedObjects(as(stranger), row)).ids;
            // The deeper the id, the more of its parents can belong to the stranger.
            for (let depth = 1; depth < row.ids.length; depth += 1) {
              const parents = Object.fromEntries(row.ids.slice(0, depth).map((name) => [name, own[name]]));
              const foreign = await as(stranger).send(
                row.method,
                pathOf(row, { ...ids, ...parents }),
                body(row),
              );
              const unknown = await as(stranger).send(
                row.method,
                pathOf(row, { ...UNKNOWN, ...parents }),
                body(row),
              );
              expect(foreign.status).toBe(404);
              expect(await contentOf(foreign, ids)).toBe(await contentOf(unknown, ids));
            }
            expect(await everythingOf(owner, ids)).toEqual(before);
          },
        );

        it.each(named(withCursors))(
          `%s refuses another owner's cursor from ${stranger}`,
          async (_name, row) => {
            const { as } = guardServer(await createStorage());
            const { ids } = await createOwnedObjects(as('owner'), row);
            const own = await createOwnedObjects(as(stranger), row);
            const kind = cursorOf(row);
            for (const cursor of ['after', 'before']) {
              const ask = (id: string) =>
                as(stranger).send(row.method, `${pathOf(row, own.ids)}?${cursor}=${id}`);
              const foreign = await ask(ids[kind]);
              const unknown = await ask(UNKNOWN[kind]);
              expect(foreign.status).toBe(400);
              expect(await contentOf(foreign, ids)).toBe(await contentOf(unknown, ids));
            }
          },
        );

        it.each(named(withAssistants))(
          `%s refuses another owner's assistant for ${stranger}`,
          async (_name, row) => {
            const { as } = guardServer(await createStorage());
            const { ids } = await createOwnedObjects(as('owner'), row);
            const own = await createOwnedObjects(as(stranger), row);
            const ask = (id: string) =>
              as(stranger).send(row.method, pathOf(row, own.ids), { assistant_id: id });
            const foreign = await ask(ids.assistant_id);
            const unknown = await ask(UNKNOWN.assistant_id);
            expect(foreign.status).toBe(404);
            expect(await contentOf(foreign, ids)).toBe(await contentOf(unknown, ids));
          },
        );

        it.each(named(withFiles))(`%s refuses another owner's file for ${stranger}`, async (name, row) => {
          const { as } = guardServer(await createStorage());
          const { ids } = await createOwnedObjects(as('owner'), row);
          const own = await createOwnedObjects(as(stranger), row);
          const ask = (id: string) =>
            as(stranger).send(
              row.method,
              pathOf(row, own.ids),
              name === 'createVectorStoreFile' ? { file_id: id } : { file_ids: [own.ids.file_id, id] },
            );
          const foreign = await ask(ids.file_id);
          const unknown = await ask(UNKNOWN.file_id);
          expect(foreign.status).toBe(404);
          expect(await contentOf(foreign, ids)).toBe(await contentOf(unknown, ids));
        });

        it(`lists return nothing of the owner to ${stranger}, whatever the filter`, async () => {
          const { as } = guardServer(await createStorage());
          const [row] = withCursors;
          if (!row) throw new Error('No operation lists anything.');
          const { ids } = await createOwnedObjects(as('owner'), row);
          const other = as(stranger);
          expect((await other.ask('threads', 'GET', '/threads')).data).toEqual([]);
          expect((await other.ask('files', 'GET', '/files')).data).toEqual([]);
          await as('owner').ask('vectorStore', 'POST', '/vector_stores', {});
          expect((await other.ask('vectorStores', 'GET', '/vector_stores')).data).toEqual([]);
          const assistants = await other.ask('assistants', 'GET', '/assistants');
          expect(assistants.data.map(({ id }) => id)).toEqual(['asst_demo']);
          const own = await createOwnedObjects(other, row);
          const messages = `/threads/${own.ids.thread_id}/messages?run_id=`;
          expect(await other.ask('messages', 'GET', messages + ids.run_id)).toEqual(
            await other.ask('messages', 'GET', messages + UNKNOWN.run_id),
          );
        });
      }
    });
  });
}

/** The id used as a cursor of a list. */
function cursorOf(row: Operation): keyof Ids {
  switch (row.name) {
    case 'listAssistants':
      return 'assistant_id';
    case 'listThreads':
      return 'thread_id';
    case 'listMessages':
      return 'message_id';
    case 'listRuns':
      return 'run_id';
    case 'listRunSteps':
      return 'step_id';
    case 'listFiles':
    case 'listVectorStoreFiles':
    case 'listVectorStoreFileBatchFiles':
      return 'file_id';
    case 'listVectorStores':
      return 'vector_store_id';
    default:
      throw new Error(`What does ${row.name} list?`);
  }
}

async function everythingOf(owner: Caller, ids: Ids): Promise<unknown[]> {
  const place = `/threads/${ids.thread_id}`;
  return [
    await owner.ask('assistants', 'GET', '/assistants'),
    await owner.ask('thread', 'GET', place),
    await owner.ask('messages', 'GET', `${place}/messages`),
    await owner.ask('runs', 'GET', `${place}/runs`),
    await owner.ask('steps', 'GET', `${place}/runs/${ids.run_id}/steps`),
    await owner.ask('file', 'GET', `/files/${ids.file_id}`),
    ...(ids.vector_store_id === UNKNOWN.vector_store_id ? [] : await everythingOfStore(owner, ids)),
  ];
}

async function everythingOfStore(owner: Caller, ids: Ids): Promise<unknown[]> {
  const place = `/vector_stores/${ids.vector_store_id}`;
  return [
    await owner.ask('vectorStore', 'GET', place),
    await owner.ask('vectorStoreFiles', 'GET', `${place}/files`),
    await owner.ask('fileBatch', 'GET', `${place}/file_batches/${ids.batch_id}`),
    await owner.ask('fileContent', 'GET', `${place}/files/${ids.file_id}/content`),
  ];
}
