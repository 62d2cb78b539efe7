import type { RunObject } from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import { isThreadkitError } from '../errors/threadkit-error.ts';

/** One check of {@link clientContract}. */
export interface ClientCheck {
  /** The name of the test: a claim about behavior. */
  readonly name: string;
  /** Rejects when the client behaves otherwise. */
  run(client: AssistantsApi, assistantId: string): Promise<void>;
}

/**
 * The behavior that every `AssistantsApi` must have, as named checks for any test runner:
 *
 * ```ts
 * for (const { name, run } of clientContract) test(name, () => run(myClient, 'asst_1'));
 * ```
 *
 * The checks create assistants, threads and runs, and delete what can be deleted. The assistant must respond with text.
 */
export const clientContract: readonly ClientCheck[] = [
  {
    name: 'assistants support CRUD and listing',
    async run(client, assistantId) {
      const { model } = await client.getAssistant(assistantId);
      const { id } = await client.createAssistant({ model, name: 'Contract' });
      const changed = await client.modifyAssistant(id, { name: 'Changed' });
      expectEqual(changed.name, 'Changed', 'the changed name');
      const { data } = await client.listAssistants({ limit: 100 });
      expect(
        data.some((assistant) => assistant.id === id),
        'a new assistant is listed',
      );
      expectEqual((await client.deleteAssistant(id)).deleted, true, 'deleted');
      await expectStatus(() => client.getAssistant(id), 404);
    },
  },
  {
    name: 'messages are paged in both directions',
    async run(client) {
      const thread = await client.createThread();
      const sent = [];
      for (const content of ['one', 'two', 'three']) {
        sent.push((await client.createMessage(thread.id, { role: 'user', content })).id);
      }
      const newest = await client.listMessages(thread.id, { limit: 2 });
      expectEqual(newest.data.map(({ id }) => id).join(), [sent[2], sent[1]].join(), 'the newest two');
      expectEqual(newest.has_more, true, 'has_more of the first page');
      const older = await client.listMessages(thread.id, { limit: 2, after: sent[1] });
      expectEqual(older.data.map(({ id }) => id).join(), sent.slice(0, 1).join(), 'the page after them');
      const newer = await client.listMessages(thread.id, { order: 'asc', after: sent[0] });
      expectEqual(
        newer.data.map(({ id }) => id).join(),
        [sent[1], sent[2]].join(),
        'oldest first, after a cursor',
      );
      await client.deleteThread(thread.id);
      await expectStatus(() => client.listMessages(thread.id), 404);
    },
  },
  {
    name: 'threads and messages can be modified',
    async run(client) {
      const thread = await client.createThread({ metadata: { title: 'Before' } });
      const renamed = await client.modifyThread(thread.id, { metadata: { title: 'After' } });
      expectEqual(renamed.metadata?.['title'], 'After', 'the title');
      const message = await client.createMessage(thread.id, { role: 'user', content: 'hello' });
      const marked = await client.modifyMessage(thread.id, message.id, { metadata: { mark: 'x' } });
      expectEqual(marked.metadata?.['mark'], 'x', 'the mark');
      await client.deleteMessage(thread.id, message.id);
      await expectStatus(() => client.getMessage(thread.id, message.id), 404);
    },
  },
  {
    name: 'a run streams to its terminal event',
    async run(client, assistantId) {
      const thread = await client.createThread({ messages: [{ role: 'user', content: 'hello' }] });
      const names: string[] = [];
      let run: RunObject | undefined;
      for await (const event of client.streamRun(thread.id, { assistant_id: assistantId })) {
        names.push(event.event);
        if (event.event === 'thread.run.completed') run = event.data;
      }
      expectEqual(names[0], 'thread.run.created', 'the first event');
      expectEqual(names.at(-1), 'thread.run.completed', 'the last event');
      expect(names.includes('thread.message.completed'), 'a message is completed');
      const runId = run?.id ?? '';
      const steps = await client.listRunSteps(thread.id, runId, { order: 'asc' });
      const step = steps.data[0];
      expectEqual(step?.type, 'message_creation', 'the type of its step');
      expectEqual(
        (await client.getRunStep(thread.id, runId, step?.id ?? '')).id,
        step?.id,
        'the step itself',
      );
      const written = await client.listMessages(thread.id, { run_id: runId });
      expectEqual(written.data.length, 1, 'the number of messages it wrote');
    },
  },
  {
    name: 'a closed stream does not cancel its run',
    async run(client, assistantId) {
      const thread = await client.createThread({ messages: [{ role: 'user', content: 'hello' }] });
      let runId = '';
      for await (const event of client.streamRun(thread.id, { assistant_id: assistantId })) {
        if (event.event !== 'thread.run.created') continue;
        runId = event.data.id;
        break;
      }
      const { status } = await client.getRun(thread.id, runId);
      expect(status !== 'cancelled' && status !== 'cancelling', 'leaving a stream cancels nothing');
    },
  },
  {
    name: 'a ThreadkitError has the HTTP status',
    async run(client) {
      await expectStatus(() => client.getThread('thread_missing'), 404);
    },
  },
];

function expect(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`Expected: ${what}.`);
}

function expectEqual<T>(actual: T, expected: T, what: string): void {
  expect(actual === expected, `${what} is ${JSON.stringify(expected)}, not ${JSON.stringify(actual)}`);
}

async function expectStatus(act: () => Promise<unknown>, status: number): Promise<void> {
  try {
    await act();
  } catch (error) {
    expect(isThreadkitError(error), 'the error is a ThreadkitError');
    if (isThreadkitError(error)) expectEqual(error.status, status, 'the status');
    return;
  }
  throw new Error(`Expected: the request is refused with ${status}.`);
}
