import type { Engine, ServerOptions, Storage } from '@threadkit/server';
import {
  ASSISTANT,
  type EngineGate,
  type InProcessServerOptions,
  type Interceptor,
  inProcessServer,
} from '@threadkit/testing';
import { onTestFinished } from 'vitest';
import type { AssistantsApi } from '../src/client/assistants-api.ts';
import type { ClientOptions } from '../src/client/client-options.ts';
import { type FakeEnvironment, fakeEnvironment } from '../src/testing/fake-environment.ts';
import { settle } from '../src/testing/pending-work.ts';
import { createThreadController } from '../src/thread/thread-controller.ts';
import type {
  PersistedChange,
  ThreadController,
  ThreadControllerOptions,
  ThreadSnapshot,
} from '../src/thread/types.ts';

export { ASSISTANT };

export interface Bench {
  client: AssistantsApi;
  environment: FakeEnvironment;
  /** Every request sent, as `METHOD path`. */
  readonly requests: string[];
  /** The changes that controllers passed to `onPersisted`. */
  readonly stored: PersistedChange[];
  /** Intercepts requests between client and server. Set it to simulate network faults. */
  intercept: Interceptor | undefined;
  controller(options?: Partial<ThreadControllerOptions>): ThreadController;
}

export interface BenchOptions {
  engine?: Engine;
  storage?: Storage;
  /** Tools that the server executes. */
  tools?: ServerOptions['tools'];
  /** Script of the scripted engine, in place of an `engine`. */
  script?: InProcessServerOptions['script'];
  /** Pauses the scripted engine. */
  gate?: EngineGate;
  /** What the server does with reasoning. @defaultValue 'stream' */
  reasoning?: ServerOptions['reasoning'];
  client?: Partial<ClientOptions>;
  /** Whether the server uses the fake clock as well, so that the test decides when deadlines pass. @defaultValue false */
  sharesClock?: boolean;
}

/** Creates a real server in the same process, a client for it, and controllers with a fake clock. */
export function withServer(options: BenchOptions = {}): Bench {
  const environment = fakeEnvironment();
  const inProcess = inProcessServer({
    ...(options.sharesClock ? { now: environment.now, setTimer: environment.setTimer } : {}),
    storage: options.storage,
    tools: options.tools,
    engine: options.engine,
    script: options.script,
    gate: options.gate,
    reasoning: options.reasoning,
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

/** Time-out of `until` in real time. Only a failing test waits for it. */
const TIMEOUT_MS = 10_000;

/**
 * Waits until a thread's snapshot satisfies `isReached`; rejects with the last snapshot on time-out. The fake clock does
 * not move.
 */
export async function until(
  controller: ThreadController,
  isReached: (snapshot: ThreadSnapshot) => boolean,
): Promise<ThreadSnapshot> {
  const timeoutAt = performance.now() + TIMEOUT_MS;
  while (performance.now() < timeoutAt) {
    const snapshot = controller.getSnapshot();
    if (isReached(snapshot)) return snapshot;
    await settle();
  }
  const { status, run, error, toolCalls, connection } = controller.getSnapshot();
  throw new Error(
    `The thread did not reach the expected state. ${JSON.stringify({ status, error: error?.message, last: run?.last_error, toolCalls, connection })}`,
  );
}

export function textOf(snapshot: ThreadSnapshot): string[] {
  return snapshot.localMessages.map(({ message }) =>
    message.content.map((part) => (part.type === 'text' ? part.text.value : `(${part.type})`)).join(''),
  );
}
