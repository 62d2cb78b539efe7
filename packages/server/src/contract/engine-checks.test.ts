import { describe, expect, it } from 'vitest';
import type { Engine, EngineEvent, EngineInput } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';
import { engineContract } from './engine-checks.ts';

const USAGE = { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 };
const finish = (reason: 'stop' | 'tool-calls' | 'length'): EngineEvent => ({
  type: 'finish',
  reason,
  usage: USAGE,
});
const text = (value: string): EngineEvent => ({ type: 'text', part: 0, text: value });

/** The events of a model that does what the contract asks for. */
function respond({ messages, model, settings, tools }: EngineInput): EngineEvent[] {
  const outputs = messages.flatMap((message) => (message.role === 'tool' ? [message.output] : []));
  if (model === 'unknown-model') throw new EngineError('server_error', 'Choose another model.');
  if (settings.maxCompletionTokens === 3) return [text('Cut'), finish('length')];
  if (outputs.length > 0) return [text(`They say ${outputs.join(', ')}.`), finish('stop')];
  if (tools.length === 0 || settings.toolChoice === 'none')
    return [text('Hello '), text('you.'), finish('stop')];
  return [
    ...tools.map(
      (tool, index): EngineEvent => ({ type: 'tool-call', index, name: tool.function.name, arguments: '' }),
    ),
    ...tools.map((_tool, index): EngineEvent => ({ type: 'tool-call', index, arguments: '{"city":"Oslo"}' })),
    { type: 'private', value: { signature: 'x' } },
    finish('tool-calls'),
  ];
}

type Generate = (input: EngineInput, signal: AbortSignal) => AsyncIterable<EngineEvent>;

const generate: Generate = async function* (input, signal) {
  for (const event of respond(input)) {
    if (signal.aborted) return;
    yield event;
  }
};

const engineOf = (own: Generate, name = 'good'): Engine => ({ name, generate: own });

/** An engine whose events are changed before it yields them. */
const changing =
  (change: (events: EngineEvent[], input: EngineInput) => EngineEvent[]): (() => Engine) =>
  () =>
    engineOf(async function* (input, signal) {
      for (const event of change(respond(input), input)) {
        if (signal.aborted) return;
        yield event;
      }
    });

/** An engine for which another thing happens for an unknown model. */
const failing = (error: unknown) => () =>
  engineOf((input, signal) => {
    if (input.model === 'unknown-model') throw error;
    return generate(input, signal);
  });

/** The messages of the failed checks by name. */
async function failuresOf(make: () => Engine): Promise<Map<string, string>> {
  const failures = new Map<string, string>();
  for (const { name, check } of engineContract) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a test runner does
    await check(make).catch((error: unknown) => {
      if (!(error instanceof Error)) throw error;
      failures.set(name, error.message);
    });
  }
  return failures;
}

const beforeFinish =
  (...extra: readonly EngineEvent[]) =>
  (events: EngineEvent[]): EngineEvent[] => [...events.slice(0, -1), ...extra, ...events.slice(-1)];
const mapping = (change: (event: EngineEvent) => EngineEvent) =>
  changing((events) => events.map((event) => change(event)));
const isCall = (event: EngineEvent) => event.type === 'tool-call';

/** An engine whose state is not of the model call. */
function forgetful(): Engine {
  let made = 0;
  return engineOf(async function* (input, signal) {
    for (const event of respond(input)) {
      if (signal.aborted) return;
      yield event.type === 'tool-call' ? { ...event, index: event.index + made } : event;
    }
    made += 1;
  });
}

/** One controller for all model calls. */
function abortsAll(): Engine {
  const all = new AbortController();
  return engineOf((input, signal) => {
    signal.addEventListener('abort', () => all.abort());
    if (signal.aborted) all.abort();
    return generate(input, all.signal);
  });
}

describe('the contract of engines', () => {
  it('an engine that keeps it passes every check', async () => {
    expect(await failuresOf(() => engineOf(generate))).toEqual(new Map());
  });

  it('an engine that chooses its own model passes it', async () => {
    const own = () => engineOf((input, signal) => generate({ ...input, model: 'own' }, signal));
    expect(await failuresOf(own)).toEqual(new Map());
  });

  it('the checks have names of their own', () => {
    expect(new Set(engineContract.map(({ name }) => name)).size).toBe(engineContract.length);
  });

  it.each<[string, () => Engine, RegExp]>([
    ['has a name with spaces', () => engineOf(generate, 'My engine'), /name "My engine"/],
    [
      'has a window that is no number',
      () => ({ ...engineOf(generate), contextTokens: Number.NaN }),
      /has null contextTokens/,
    ],
    ['counts no tokens', () => ({ ...engineOf(generate), countTokens: () => 0 }), /grows with the text/],
    ['ends without a finish event', changing((events) => events.slice(0, -1)), /without a finish event/],
    ['finishes twice', changing((events) => [...events, ...events.slice(-1)]), /after its finish event/],
    [
      'yields private data after the finish event',
      changing((events) => [...events, { type: 'private', value: {} }]),
      /Yield private data before the finish event/,
    ],
    ['yields text after function calls', changing(beforeFinish(text('!'))), /text.* after a function call/],
    [
      'begins with the second part',
      mapping((event) => ('part' in event ? { ...event, part: 1 } : event)),
      /parts so far/,
    ],
    [
      'annotates a part that has not begun',
      changing((events) => [
        {
          type: 'annotation',
          part: 0,
          annotation: {
            type: 'file_path',
            text: 'x',
            start_index: 0,
            end_index: 1,
            file_path: { file_id: 'f' },
          },
        },
        ...events,
      ]),
      /Yield an annotation after the text/,
    ],
    [
      'numbers calls from 1',
      mapping((event) => (isCall(event) ? { ...event, index: event.index + 1 } : event)),
      /Function calls are numbered from 0/,
    ],
    [
      'repeats the name of a call',
      mapping((event) => (isCall(event) ? { ...event, name: 'get_weather' } : event)),
      /Yield the name once/,
    ],
    [
      'has no name for a call',
      mapping((event) =>
        isCall(event) ? { type: 'tool-call', index: event.index, arguments: event.arguments } : event,
      ),
      /begins a function call/,
    ],
    [
      'mixes the arguments of parallel calls',
      mapping((event) => (isCall(event) && event.arguments !== '' ? { ...event, index: 0 } : event)),
      /arguments that join to/,
    ],
    [
      'yields private data of a call that does not exist',
      changing(beforeFinish({ type: 'private', call: 7, value: {} })),
      /private data of the function call 7/,
    ],
    [
      'yields private data that are no JSON',
      changing(beforeFinish({ type: 'private', value: { big: 1n } })),
      /JSON cannot represent/,
    ],
    [
      'numbers hosted calls from 1',
      changing((events) => [
        { type: 'hosted-call', index: 1, call: { type: 'function', function: { name: 'search' } } },
        ...events,
      ]),
      /Hosted calls are numbered from 0/,
    ],
    [
      'begins a hosted call without its name',
      changing((events) => [
        { type: 'hosted-call', index: 0, call: { type: 'function', function: {} } },
        ...events,
      ]),
      /without a name/,
    ],
    [
      'yields an unknown event',
      changing((events) => [{ type: 'citation' } as never, ...events]),
      /unknown type/,
    ],
    [
      'warns of nothing',
      changing((events) => [{ type: 'warning', message: '' }, ...events]),
      /warning without a message/,
    ],
    [
      'finishes calls with stop',
      mapping((event) => (event.type === 'finish' ? { ...event, reason: 'stop' } : event)),
      /reason stop after function calls/,
    ],
    [
      'finishes text with tool-calls',
      mapping((event) => (event.type === 'finish' ? { ...event, reason: 'tool-calls' } : event)),
      /yielded no function call/,
    ],
    [
      'reports usage that does not add up',
      mapping((event) =>
        event.type === 'finish' ? { ...event, usage: { ...USAGE, total_tokens: 4 } } : event,
      ),
      /total_tokens is their sum/,
    ],
    [
      'does not send the outputs of all tools',
      changing((events, { messages }) =>
        messages.filter(({ role }) => role === 'tool').length > 1
          ? [text('drizzle'), finish('stop')]
          : events,
      ),
      /reads the output of every call/,
    ],
    [
      'calls only one of two tools',
      changing((events) => events.filter((event) => !isCall(event) || event.index === 0)),
      /calls get_time and get_weather once/,
    ],
    [
      'ignores the tool choice none',
      () =>
        engineOf((input, signal) =>
          generate({ ...input, settings: { ...input.settings, toolChoice: null } }, signal),
        ),
      /when the tool choice was none/,
    ],
    [
      'throws at arguments that are not JSON',
      changing((events, { messages }) => {
        for (const message of messages) {
          if (message.role === 'assistant')
            message.toolCalls?.forEach((call) => void JSON.parse(call.arguments));
        }
        return events;
      }),
      /threw when the arguments of an earlier call were not JSON: SyntaxError/,
    ],
    [
      'throws without resolveImage',
      () =>
        engineOf((input, signal) => {
          const hasImage = input.messages.some(
            ({ role, ...message }) => role === 'user' && JSON.stringify(message).includes('image_file'),
          );
          if (hasImage && !input.resolveImage) throw new TypeError('resolveImage is not a function');
          return generate(input, signal);
        }),
      /threw when .*no resolveImage: TypeError/,
    ],
    [
      'sorts the messages of its input',
      changing((events, { messages }) => {
        (messages as unknown[]).push({ role: 'user', content: [] });
        return events;
      }),
      /changed its input/,
    ],
    [
      'ignores the signal',
      () => engineOf((input) => generate(input, new AbortController().signal)),
      /after its signal had aborted before the model call/,
    ],
    [
      'reports an abort as a failure of the model',
      () =>
        engineOf(async function* (input, signal) {
          if (signal.aborted) throw new EngineError('server_error', 'The model cannot be reached.');
          yield* generate(input, signal);
        }),
      /EngineError after its signal had aborted: The model cannot be reached/,
    ],
    ['keeps indices between model calls', forgetful, /calls so far/],
    ['aborts all its model calls with one', abortsAll, /without a finish event|did not|while another/],
    ['throws another error', failing(new Error('404')), /threw Error for an unknown model.*EngineError/],
    ['throws an error without a message', failing(new EngineError('server_error', ' ')), /without a message/],
    [
      'quotes the key to the user',
      failing(new EngineError('server_error', 'The key sk-live-1234 has no access.')),
      /looks like a key.* for the user to read/,
    ],
    [
      'quotes the conversation to the operator',
      failing(
        new EngineError('server_error', 'Failed.', { forOperator: 'Our merger with Quokka is confidential' }),
      ),
      /text of the conversation, for the operator to read/,
    ],
  ])('an engine that %s fails with a message that says so', async (_what, make, message) => {
    const failures = [...(await failuresOf(make)).values()];
    expect(failures.filter((failure) => message.test(failure))).not.toEqual([]);
  });

  it('a failure has what the engine threw as its cause', async () => {
    const cause = new Error('boom');
    const textCheck = engineContract.find(({ name }) => name.includes('responds in text'));
    const make = () =>
      engineOf(() => {
        throw cause;
      });
    await expect(textCheck?.check(make)).rejects.toMatchObject({ cause });
  });
});
