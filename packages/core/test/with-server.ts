import type { Engine, Storage } from '@threadkit/server';
import { ASSISTANT, inProcessServer, type Wire } from '@threadkit/testing';
import { onTestFinished } from 'vitest';
import type { AssistantsApi } from '../src/client/assistants-api.ts';
import type { ClientOptions } from '../src/client/client-options.ts';
import { type FakeEnvironment, fakeEnvironment } from '../src/testing/fake-environment.ts';
import { settle } from '../src/testing/pending-work.ts';
import type { ThreadController, ThreadSnapshot } from '../src/thread/state/thread-snapshot.ts';
import { createThreadController } from '../src/thread/thread-controller.ts';
import type { PersistedChange, ThreadControllerOptions } from '../src/thread/thread-controller-options.ts';

export { ASSISTANT };

export interface Bench {
  client: AssistantsApi;
  environment: FakeEnvironment;
  /** Every request that went out, as `METHOD path`. */
  readonly requests: string[];
  /** What controllers said is stored. */
  readonly stored: PersistedChange[];
  /** Stands between client and server; set it to break the wire. */
  wire: Wire | undefined;
  controller(options?: Partial<ThreadControllerOptions>): ThreadController;
}

export interface BenchOptions {
  engine?: Engine;
  storage?: Storage;
  client?: Partial<ClientOptions>;
  /** The server lives by the test's clock, too: deadlines pass when the test says so. */
  sharesClock?: boolean;
}

/** Creates a real server in the same process, a client for it, and controllers with a fake clock. */
export function withServer(options: BenchOptions = {}): Bench {
  const environment = fakeEnvironment();
  const inProcess = inProcessServer({
    ...(options.sharesClock ? { now: environment.now, setTimer: environment.setTimer } : {}),
    storage: options.storage,
    engine: options.engine,
  });
  onTestFinished(() => inProcess.server.close());
  const bench: Bench = Object.assign(inProcess, {
    environment,
    stored: [],
    client: inProcess.connect({ environment, ...options.client }),
    controller(controllerOptions?: Partial<ThreadControllerOptions>) {
      const controller = createThreadController({
        client: bench.client,
        assistantId: ASSISTANT,
        environment,
        onPersisted: (change) => bench.stored.push(change),
        ...controllerOptions,
      });
      const stop = controller.subscribe(() => {});
      onTestFinished(() => {
        stop();
        controller.dispose();
      });
      return controller;
    },
  });
  return bench;
}

/** How long a thread may take, in real time: only a failing test waits for it. */
const PATIENCE_MS = 10_000;

/** Waits until a thread's snapshot satisfies `isReached`; says what it was otherwise. The fake clock does not move. */
export async function until(
  controller: ThreadController,
  isReached: (snapshot: ThreadSnapshot) => boolean,
): Promise<ThreadSnapshot> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    const snapshot = controller.getSnapshot();
    if (isReached(snapshot)) return snapshot;
    await settle();
  }
  const { status, run, error, toolCalls, connection } = controller.getSnapshot();
  throw new Error(
    `The thread never got there. ${JSON.stringify({ status, error: error?.message, last: run?.last_error, toolCalls, connection })}`,
  );
}

export function textOf(snapshot: ThreadSnapshot): string[] {
  return snapshot.localMessages.map(({ message }) =>
    message.content.map((part) => (part.type === 'text' ? part.text.value : `(${part.type})`)).join(''),
  );
}
