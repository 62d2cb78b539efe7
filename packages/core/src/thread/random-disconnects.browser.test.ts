import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seeded, unreliableNetwork } from '../../test/broken-wire.ts';
import { type Bench, withServer } from '../../test/with-server.ts';
import { isTerminal } from '../api/run-status.ts';
import type { ClientOptions } from '../client/client-options.ts';
import { settle } from '../testing/pending-work.ts';
import { defineTool } from '../tools/define-tool.ts';
import type { ThreadController } from './types.ts';

/** 20 in `npm test`; more in `pnpm test:full`. */
const seeds = (import.meta as ImportMeta & { env: Record<string, string | undefined> }).env['VITE_SEEDS'];
const SEEDS = Array.from({ length: Number(seeds ?? 20) }, (_, index) => index + 1);
const QUESTIONS = ['What is Threadkit?', 'Please wipe "/notes.txt"', 'Tell me about resuming'];

interface Outcome {
  /** `role: text` of every stored message, oldest first. */
  readonly timeline: readonly string[];
  /** Arguments of the tool's executions. */
  readonly executed: readonly string[];
}

/** Simulates a user who sends each question, retries failed messages and approves tool calls. */
async function converse(bench: Bench): Promise<Outcome> {
  const executed: string[] = [];
  const controller = bench.controller();
  controller.setTools(Symbol('page'), [
    defineTool({
      name: 'wipe_file',
      parameters: z.object({ path: z.string() }),
      needsApproval: true,
      execute: ({ path }) => {
        executed.push(path);
        return `deleted ${path}`;
      },
    }),
  ]);
  for (const question of QUESTIONS) await sendUntilEnded(bench, controller, question);
  bench.intercept = undefined;
  const { data } = await bench.client.listMessages(controller.getSnapshot().threadId ?? '', {
    order: 'asc',
    limit: 100,
  });
  const timeline = data.map(({ role, content }) => {
    const part = content[0];
    return `${role}: ${part?.type === 'text' ? part.text.value : ''}`;
  });
  return { timeline, executed };
}

async function sendUntilEnded(bench: Bench, controller: ThreadController, question: string): Promise<void> {
  let outcome = await waitFor(bench, controller.send(question));
  while (outcome.status === 'failed') outcome = await waitFor(bench, controller.retry(outcome.key));
  for (let tick = 0; tick < 400; tick += 1) {
    const { status, run, toolCalls } = controller.getSnapshot();
    if (status !== 'sending' && isTerminal(run)) return;
    for (const call of toolCalls) if (call.state === 'waiting') call.approve();
    await bench.environment.advance(500);
  }
  const { status, connection, error } = controller.getSnapshot();
  throw new Error(
    `"${question}" never ended: ${JSON.stringify({ status, connection, error: error?.message })}`,
  );
}

/** Advances the clock until the promise resolves: retries wait for timers. */
async function waitFor<T>(bench: Bench, promise: Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  void promise.then((value) => {
    result = { value };
  });
  for (let tick = 0; tick < 400; tick += 1) {
    if (result) return result.value;
    await bench.environment.advance(250);
    await settle();
  }
  throw new Error('The send had no outcome after 100 s of fake time.');
}

const backends: Record<string, Partial<ClientOptions>> = {
  'our server': {},
  'a backend without stored events': { capabilities: { runEvents: false } },
};

describe.each(Object.entries(backends))(
  'a conversation over an unreliable network with %s',
  (_name, client) => {
    it.each(SEEDS)(
      'a conversation has the timeline of an undisturbed one and executes no tool twice (seed %i)',
      async (seed) => {
        const undisturbed = await converse(withServer({ client }));
        const bench = withServer({ client });
        bench.intercept = unreliableNetwork(seeded(seed), 14);
        const disturbed = await converse(bench);
        expect(disturbed.timeline).toEqual(undisturbed.timeline);
        expect(disturbed.executed).toEqual(['/notes.txt']);
      },
    );
  },
);

describe('reloads during a run', () => {
  it.each(SEEDS)(
    'reloads during a run lose no message and execute no tool twice without asking (seed %i)',
    async (seed) => {
      const random = seeded(seed);
      const bench = withServer();
      const executed: string[] = [];
      const requested: string[] = [];
      const open = (threadId?: string): ThreadController => {
        const controller = bench.controller({ threadId });
        controller.setTools(Symbol('page'), [
          defineTool({
            name: 'wipe_file',
            parameters: z.object({ path: z.string() }),
            needsApproval: true,
            execute: async ({ path }) => {
              executed.push(path);
              // Long enough for a reload during the execution.
              await new Promise<void>((resolve) => void bench.environment.setTimer(resolve, 1_500));
              return `deleted ${path}`;
            },
          }),
        ]);
        return controller;
      };

      let controller = open();
      await controller.send('Please wipe "/notes.txt"');
      for (let tick = 0; tick < 200; tick += 1) {
        const { status, threadId, toolCalls } = controller.getSnapshot();
        if (status === 'completed') break;
        for (const call of toolCalls) {
          if (call.state !== 'waiting') continue;
          if (call.waitReason === 'interrupted') {
            requested.push(call.id);
            call.addToolOutput('deleted, as far as I can see');
          } else if (random() < 0.5) call.approve();
        }
        await bench.environment.advance(random() * 800);
        if (random() < 0.3 && tick < 60) {
          controller.dispose();
          controller = open(threadId);
        }
      }
      const { status, threadId } = controller.getSnapshot();
      expect(status === 'completed' || status === 'idle').toBe(true);
      const { data } = await bench.client.listMessages(threadId ?? '', { order: 'asc' });
      expect(data.map(({ role }) => role)).toEqual(['user', 'assistant']);
      expect(executed).toEqual(['/notes.txt']);
      expect(requested.length).toBeLessThanOrEqual(1);
    },
  );
});
