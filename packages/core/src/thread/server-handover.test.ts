import { memoryStorage } from '@threadkit/server';
import { engineGate, inProcessServer, SOME_WORDS } from '@threadkit/testing';
import { expect, it, onTestFinished } from 'vitest';
import { ASSISTANT, textOf, until } from '../../test/with-server.ts';
import type { MessageObject } from '../api/index.ts';
import { fakeEnvironment, settle } from '../testing/index.ts';
import { createThreadController } from './thread-controller.ts';

/** Longer than the client waits between two attempts. */
const WAIT_MS = 5000;

const textOfMessage = ({ content }: MessageObject): string =>
  content.map((part) => (part.type === 'text' ? part.text.value : '')).join('');

it('a thread follows its run from a server that closes to the next one, without losing or repeating an event', async () => {
  const environment = fakeEnvironment();
  const storage = { ...memoryStorage({ now: environment.now }), close: async () => {} };
  const shared = { storage, setTimer: environment.setTimer };
  const first = inProcessServer({ ...shared, gate: engineGate({ closedAfter: SOME_WORDS }) });
  // Continues the run at once, and pauses within the response.
  const second = inProcessServer({ ...shared, gate: engineGate({ closedAfter: SOME_WORDS }) });
  onTestFinished(async () => {
    await first.server.close();
    await second.server.close();
  });
  await second.server.open();

  let isClosed = false;
  let refusals = 0;
  // A balancer that needs a moment to notice that the first server is closed.
  first.intercept = async (request, next) => {
    if (!isClosed) return next(request);
    if (refusals < 2) {
      refusals += 1;
      return next(request);
    }
    return second.fetch(request);
  };
  const controller = createThreadController({
    client: first.connect({ environment }),
    assistantId: ASSISTANT,
    environment,
  });
  const stop = controller.subscribe(() => {});
  onTestFinished(() => {
    stop();
    controller.dispose();
  });

  void controller.send('Tell me about steps');
  await until(controller, ({ run }) => run?.status === 'in_progress');
  await settle();
  isClosed = true;
  await first.server.close();
  for (let waited = 0; waited < 6; waited += 1) await environment.advance(WAIT_MS);
  second.gate.open();

  const snapshot = await until(controller, ({ run }) => run?.status === 'completed');
  expect(snapshot.error).toBeNull();
  expect(refusals).toBe(2);
  const events = `GET /threads/${snapshot.threadId}/runs/${snapshot.run?.id}/events`;
  expect(second.requests.filter((request) => request === events)).toHaveLength(1);
  const stored = await second.connect().listMessages(snapshot.threadId ?? '', { order: 'asc' });
  expect(stored.data.map(({ status }) => status)).toEqual(['completed', 'incomplete', 'completed']);
  expect(textOf(snapshot)).toEqual(stored.data.map(textOfMessage));
});
