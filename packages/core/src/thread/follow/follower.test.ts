import { expect, it } from 'vitest';
import { until } from '../../../test/with-server.ts';
import { fakeEnvironment, scriptedClient } from '../../testing/index.ts';
import { responseEvents } from '../../testing/run-events.ts';
import { createThreadController } from '../thread-controller.ts';

it('a connection that is no longer live has the time when its last data arrived', async () => {
  const environment = fakeEnvironment();
  const never = new Promise<void>(() => {});
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const client = scriptedClient([{ events: responseEvents('Hello there'), delays: { 6: held, 8: never } }]);
  const controller = createThreadController({ client, assistantId: 'asst_1', environment });
  controller.subscribe(() => {});
  await controller.send('hi');
  await until(controller, ({ connection }) => connection.state === 'live');
  await environment.advance(10_000);
  release();
  await until(controller, ({ localMessages }) => localMessages[1]?.message.content.length === 1);
  const lastReceivedAt = environment.now();
  await environment.advance(41_000);
  const { connection } = await until(controller, ({ connection: { state } }) => state !== 'live');
  expect(connection.lastReceivedAt).toBe(lastReceivedAt);
});
