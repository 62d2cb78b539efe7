import { expect, it } from 'vitest';
import { seeded } from '../../test/broken-wire.ts';
import type { RunStepObject, StreamEvent } from '../api/index.ts';
import { createClient } from '../client/create-client.ts';
import { readEvents } from '../client/read-events.ts';
import { reduceEvent } from '../run/reduce-event.ts';
import { EMPTY_RUN_STATE, type RunState } from '../run/run-state.ts';
import {
  aCall,
  afterOutputsEvents,
  aMessage,
  aMessageStep,
  aReasoningStep,
  aRun,
  aThread,
  aToolStep,
  aWaitingRun,
  fakeEnvironment,
  requiresActionEvents,
  responseEvents,
} from '../testing/index.ts';
import { initialState } from '../thread/state/thread-state.ts';
import { createSnapshotter } from '../thread/state/to-snapshot.ts';
import { createThreadController } from '../thread/thread-controller.ts';
import { defineTool } from '../tools/define-tool.ts';

/** `pnpm test:full` sets higher counts and a new seed. */
const SEED = Number(process.env['WIRE_SEED'] ?? 1);
const RUNS = Number(process.env['WIRE_RUNS'] ?? 3_000);
const CONVERSATIONS = Number(process.env['WIRE_CONVERSATIONS'] ?? 200);
/** Ends a test that hangs: many times the usual duration. */
const timeout = 60_000 + (RUNS + CONVERSATIONS) * 10;

type Random = () => number;
function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('The list to pick from is empty.');
  return item;
}

const ODD: readonly unknown[] = [
  null,
  0,
  -1,
  1e9,
  '',
  'text',
  true,
  [],
  [null],
  {},
  { type: 'text' },
  { id: 7 },
];

/** A copy of the JSON in which random values are replaced, removed or repeated. */
function disturb(random: Random, value: unknown, share: number): unknown {
  if (random() < share) return structuredClone(pick(random, ODD));
  if (Array.isArray(value)) {
    const items = value.map((item) => disturb(random, item, share));
    return random() < share ? [...items, pick(random, ODD), ...items] : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(() => random() >= share);
  return Object.fromEntries(members.map(([name, member]) => [name, disturb(random, member, share)]));
}

const HEARTBEATS = [
  ': alive',
  'event: ping\ndata:',
  'event: ping\ndata: now',
  'data: {}',
  'data: null',
  'data: tick',
];
const frame = ({ event, data }: { event: string; data: unknown }, id = ''): string =>
  `${id}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
const DONE = 'event: done\ndata: [DONE]\n\n';
const bodyOf = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();

const CALL = aCall({ name: 'wipe', arguments: '{"path":"/notes"}' });
const TEXT = 'Two trains leave at noon, and one at midnight.';
const THOUGHT = aReasoningStep('');
const REASONING: readonly StreamEvent[] = [
  { event: 'thread.run.step.created', data: THOUGHT },
  ...['First ', 'the city.'].map(
    (text): StreamEvent => ({
      event: 'thread.run.step.delta',
      data: {
        id: THOUGHT.id,
        object: 'thread.run.step.delta',
        delta: { step_details: { type: 'reasoning', reasoning: { text } } },
      },
    }),
  ),
  { event: 'thread.run.step.completed', data: aReasoningStep('First the city.', { status: 'completed' }) },
];
const EVENTS = [
  ...requiresActionEvents([CALL]).toSpliced(3, 0, ...REASONING),
  {
    event: 'thread.run.step.delta',
    data: {
      id: 'run_1_tools',
      object: 'thread.run.step.delta',
      delta: {
        step_details: {
          type: 'tool_calls',
          tool_calls: [{ index: 0, type: 'function', edited_arguments: '{"path":"/tmp"}' }],
        },
      },
    },
  } satisfies StreamEvent,
  ...afterOutputsEvents([CALL], ['gone'], TEXT),
];

it(`any events can be read, reduced and shown (${RUNS} streams, seed ${SEED})`, { timeout }, async () => {
  const random = seeded(SEED);
  const none = (): void => {};
  for (let run = 0; run < RUNS; run += 1) {
    const events = EVENTS.filter(() => random() < 0.7).map(({ event, data }) => ({
      event,
      data: disturb(random, data, 0.06),
    }));
    const [at, to] = [Math.floor(random() * events.length), Math.floor(random() * events.length)];
    events.splice(to, 0, ...events.splice(at, 1));
    const show = createSnapshotter({ approve: none, reject: none, addToolOutput: none });
    let state: RunState = EMPTY_RUN_STATE;
    try {
      for await (const event of readEvents(async () =>
        bodyOf(events.map((item) => frame(item)).join('') + DONE),
      )) {
        state = reduceEvent(state, event);
        const { localMessages, toolCalls } = show({ ...initialState('thread_1', undefined), current: state });
        for (const call of toolCalls) expect(typeof call.rawArguments).toBe('string');
        for (const { step_details: details } of state.steps) {
          if (details.type === 'tool_calls')
            for (const call of details.tool_calls)
              if (call.type === 'function') expect(call.edited_arguments ?? '').toBeTypeOf('string');
          if (details.type === 'reasoning') expect(details.reasoning.text).toBeTypeOf('string');
        }
        for (const { message } of localMessages)
          for (const part of message.content) expect(part.type).toBeTypeOf('string');
      }
    } catch (error) {
      expect(error, `run ${run} of seed ${SEED}`).toMatchObject({ kind: 'stream' });
    }
  }
});

/** A stream with the deviations of proxies and backends: terminal objects are unchanged. */
function mangle(random: Random, events: readonly StreamEvent[], isNumbered: boolean): string {
  const foreign = aRun({ id: 'run_other', thread_id: 'thread_other', status: 'completed' });
  const frames = events.flatMap((event, index): string[] => {
    const whole = frame(event, isNumbered ? `id: ${index + 1}\n` : '');
    const chance = random();
    if (chance < 0.04) return [];
    if (chance < 0.08) return [whole, whole];
    if (chance < 0.12) return [`${pick(random, HEARTBEATS)}\n\n`, whole];
    if (chance < 0.15) return [frame({ event: 'thread.run.completed', data: foreign }), whole];
    if (chance < 0.18)
      return [frame({ event: 'thread.message.delta', data: { id: 'msg', delta: null } }), whole];
    if (chance < 0.2) return [frame({ event: event.event, data: pick(random, [{}, { id: null }]) })];
    if (chance < 0.21) return [`event: ${event.event}\ndata: {"id":\n\n`];
    return [whole];
  });
  const text = frames.join('') + (random() < 0.8 ? DONE : '');
  return random() < 0.15 ? text.slice(0, Math.floor(random() * text.length)) : text;
}

/** A backend with a correct state and randomly malformed responses. */
function carelessBackend(random: Random, hasTool: boolean) {
  const environment = fakeEnvironment();
  let hasResponse = !hasTool;
  let hasRun = false;
  const keepsEvents = random() < 0.5;
  const page = (data: readonly object[]): Response =>
    Response.json({ data: random() < 0.3 ? [null, ...data, ...data, {}] : data, has_more: random() < 0.1 });
  const stream = (events: readonly StreamEvent[]): Response =>
    new Response(bodyOf(mangle(random, events, keepsEvents)), {
      headers: { 'content-type': 'text/event-stream' },
    });
  const runNow = (): object => (hasResponse ? aRun({ status: 'completed' }) : aWaitingRun([CALL]));
  const stepsNow = (): object[] => {
    const tools = afterOutputsEvents([CALL], ['gone'], TEXT)[0]?.data;
    if (!hasResponse) return [aToolStep([CALL], { id: 'run_1_tools' })];
    const wrote = { type: 'message_creation' as const, message_creation: { message_id: 'run_1_message' } };
    const written = aMessageStep({ id: 'run_1_step', step_details: wrote });
    return hasTool && tools ? [tools, written] : [written];
  };
  const status = random() < 0.5 ? {} : { status: undefined };
  const client = createClient({
    baseURL: 'http://backend.test/v1',
    environment,
    capabilities: { runEvents: keepsEvents, idempotency: false },
    fetch: async (request) => {
      const path = new URL(request.url).pathname;
      if (path.endsWith('/threads')) return Response.json(aThread());
      if (path.endsWith('/messages') && request.method === 'POST') {
        return Response.json(
          aMessage('Wipe', { id: 'msg_user', role: 'user', run_id: null, created_at: aRun().created_at }),
        );
      }
      if (path.endsWith('/submit_tool_outputs')) {
        if (hasResponse) return Response.json({ error: { message: 'Not waiting.' } }, { status: 400 });
        hasResponse = true;
        return stream(afterOutputsEvents([CALL], ['gone'], TEXT));
      }
      if (path.endsWith('/runs') && request.method === 'POST') {
        hasRun = true;
        return stream(hasTool ? requiresActionEvents([CALL]) : responseEvents(TEXT));
      }
      if (path.endsWith('/events')) {
        const later = hasResponse ? afterOutputsEvents([CALL], ['gone'], TEXT) : [];
        return stream(hasTool ? [...requiresActionEvents([CALL]), ...later] : responseEvents(TEXT));
      }
      if (path.endsWith('/runs')) return page(hasRun ? [runNow()] : []);
      if (path.endsWith('/steps')) return page(stepsNow());
      if (path.endsWith('/messages')) {
        const response: object = { ...aMessage(TEXT, { id: 'run_1_message' }), ...status };
        return page(hasResponse ? [response] : []);
      }
      return Response.json(runNow());
    },
  });
  return { client, environment };
}

it(`any network leads to the complete response and one execution (${CONVERSATIONS} conversations, seed ${SEED})`, {
  timeout,
}, async () => {
  for (let index = 0; index < CONVERSATIONS; index += 1) {
    const seed = SEED * 1_000_003 + index;
    const random = seeded(seed);
    const hasTool = random() < 0.6;
    const { client, environment } = carelessBackend(random, hasTool);
    const thread = createThreadController({ client, assistantId: 'asst_1', environment });
    let executed = 0;
    const execute = (): string => {
      executed += 1;
      return 'gone';
    };
    thread.setTools(Symbol('page'), [defineTool({ name: 'wipe', parameters: { type: 'object' }, execute })]);
    let isSent = false;
    void thread.send('Wipe', { runParams: { tools: [] } }).then(({ status }) => {
      isSent = status === 'running';
    });
    for (let second = 0; second < 300 && thread.getSnapshot().status !== 'completed'; second += 1) {
      await environment.advance(1_000);
    }
    await environment.advance(5_000);
    const { status, localMessages, steps, error } = thread.getSnapshot();
    const where = `seed ${seed}: ${error?.message ?? ''}`;
    expect([isSent, status], where).toEqual([true, 'completed']);
    const last = localMessages.at(-1)?.message.content[0];
    expect(last?.type === 'text' && last.text.value, where).toBe(TEXT);
    expect(executed, where).toBe(hasTool ? 1 : 0);
    expect(steps.every(isWhole), where).toBe(true);
    thread.dispose();
  }
});

function isWhole({ step_details: details }: RunStepObject): boolean {
  return details.type !== 'tool_calls' || details.tool_calls.every((call) => call.id !== '');
}
