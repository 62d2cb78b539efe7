import { describe, expect, it } from 'vitest';
import { seeded } from '../../test/broken-wire.ts';
import { ASSISTANT, withServer } from '../../test/with-server.ts';
import type { AssistantTool } from '../api/index.ts';
import type { SequencedEvent } from '../client/assistants-api.ts';
import { readEvents } from '../client/read-events.ts';
import { readRun } from '../thread/follow/read-run.ts';
import { normalizeRunState } from './normalize-run-state.ts';
import { type RunReducerInput, reduceEvent } from './reduce-event.ts';
import { EMPTY_RUN_STATE, type RunState } from './run-state.ts';

const tools: AssistantTool[] = ['wipe_file', 'roll_dice'].map((name) => ({
  type: 'function',
  function: { name, parameters: { type: 'object', properties: { path: { type: 'string' } } } },
}));

/** Messages for which the scripted engine plays a scenario, with every outcome of a run among them. */
const SCENARIOS = [
  'What is Threadkit?',
  '/tools',
  '/approve',
  '/long 2000',
  '/code',
  '/cite',
  '/think',
  '/refuse',
  '/fail',
  '/incomplete',
  '/ratelimit',
];

interface Recording {
  readonly events: readonly SequencedEvent[];
  /** The same run, read from the server after its end. */
  readonly stored: RunReducerInput;
}

/** Plays a scenario on the real server and submits an output for every call. */
async function record(scenario: string): Promise<Recording> {
  const { client } = withServer({ reasoning: 'keep' });
  const thread = await client.createThread({ messages: [{ role: 'user', content: scenario }] });
  const events: SequencedEvent[] = [];
  let next = client.streamRun(thread.id, { assistant_id: ASSISTANT, tools });
  for (;;) {
    for await (const event of next) events.push(event);
    const last = events.at(-1);
    if (last?.event !== 'thread.run.requires_action') break;
    const calls = last.data.required_action?.submit_tool_outputs.tool_calls ?? [];
    next = client.streamToolOutputs(thread.id, last.data.id, {
      tool_outputs: calls.map(({ id }) => ({ tool_call_id: id, output: 'done' })),
    });
  }
  const created = events[0];
  if (created?.event !== 'thread.run.created') throw new Error('The recording does not begin with its run.');
  const snapshot = await readRun(client, thread.id, created.data.id, new AbortController().signal);
  return { events, stored: { event: 'snapshot', data: snapshot } };
}

function fold(inputs: readonly RunReducerInput[]): RunState {
  return inputs.reduce(reduceEvent, EMPTY_RUN_STATE);
}

function unnumbered({ seq: _seq, ...event }: SequencedEvent): RunReducerInput {
  return event;
}

const unknown = { event: 'thread.run.applauded', data: { loudly: true } } as unknown as RunReducerInput;

function snapshotOf({ run, messages, steps }: RunState): RunReducerInput {
  return { event: 'snapshot', data: { run, messages, steps } };
}

describe.each(SCENARIOS)('%s', (scenario) => {
  it('a run reaches equal states by stream and by polling', async () => {
    const { events, stored } = await record(scenario);
    expect(normalizeRunState(fold([stored]))).toEqual(normalizeRunState(fold(events)));
  });

  it('a run reaches equal states with duplicate and unknown events', async () => {
    const { events } = await record(scenario);
    const random = seeded(1);
    const noisy = events.flatMap((event, index) => {
      const earlier = events[Math.floor(random() * index)];
      return [
        event,
        ...(random() < 0.3 ? [event] : []),
        ...(earlier && random() < 0.3 ? [earlier] : []),
        unknown,
      ];
    });
    expect(fold(noisy)).toEqual(fold(events));
  });

  it('a run reaches equal states with dropped events and snapshots of any moment, once the end was read', async () => {
    const { events, stored } = await record(scenario);
    const whole = normalizeRunState(fold(events));
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seeded(seed);
      const torn = events.flatMap((event): RunReducerInput[] => {
        const moment = fold(events.slice(0, Math.floor(random() * (events.length - 1))));
        const poll = random() < 0.05 && moment.run ? [snapshotOf(moment)] : [];
        return random() < 0.25 ? poll : [unnumbered(event), ...poll];
      });
      expect(normalizeRunState(fold([...torn, stored]))).toEqual(whole);
    }
  });

  it('a stream reads the same events from bytes at once, one by one and cut anywhere', async () => {
    const { events } = await record(scenario);
    const text = events
      .map(({ seq, event, data }) => `id: ${seq}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      .join('');
    const bytes = new TextEncoder().encode(text);
    const random = seeded(7);
    const cuts = [
      () => bytes.length,
      () => 1 + Math.floor(random() * 900),
      ...(bytes.length < 20_000 ? [() => 1] : []),
    ];
    for (const size of cuts) {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; ) {
            const end = at + size();
            controller.enqueue(bytes.slice(at, end));
            at = end;
          }
          controller.close();
        },
      });
      const read: SequencedEvent[] = [];
      for await (const event of readEvents(async () => body)) read.push(event);
      expect(fold(read)).toEqual(fold(events));
    }
  });
});
