import { countTokens } from 'gpt-tokenizer';
import { describe, expect, it } from 'vitest';
import type { ContextWindow, EngineInput } from '../engines/engine.ts';
import { authorizeRequest, getOwner } from '../http/authorize.ts';
import { newMessage } from '../runs/new-message.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { stepEngine } from '../testing/step-engine.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';

/** A server whose engine has this window. */
function served(window: ContextWindow, { storage = memoryStorage(), isChosen = false } = {}) {
  const engine = {
    ...stepEngine(async (play) => {
      play.say('Fine.');
      play.finish();
    }),
    ...window,
  };
  const { caller, log, faults } = testServer({ engine: isChosen ? () => engine : engine, storage });

  /** The texts that the model reads in a run on a thread with these messages. */
  async function reads(texts: readonly string[], body: object = {}): Promise<string[]> {
    const thread = { messages: texts.map((content) => ({ role: 'user', content })) };
    const run = await caller.ask('run', 'POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      thread,
      ...body,
    });
    await caller.runIn(run, 'completed');
    return textsOf(engine.inputs.at(-1));
  }
  return { reads, log, faults, caller, engine };
}

function textsOf(input: EngineInput | undefined): string[] {
  return (input?.messages ?? []).flatMap((message) =>
    message.role === 'tool'
      ? []
      : message.content.map((part) => (part.type === 'text' ? part.text.value : part.type)),
  );
}

/** Each text is 10 tokens, and its message 4 more. */
const tenEach: ContextWindow['countTokens'] = () => 10;
const NUMBERS = ['one', 'two', 'three', 'four'];

describe('the context window of an engine', () => {
  it('the oldest messages that do not fit are left out', async () => {
    const { reads } = served({ contextTokens: 2 * (10 + 3 * 14), countTokens: tenEach });
    expect(await reads(NUMBERS, { max_completion_tokens: 1000 })).toEqual(['two', 'three', 'four']);
  });

  it('instructions and the tools of the run count', async () => {
    const window = { contextTokens: 2 * (10 + 10 + 2 * 14), countTokens: tenEach };
    const budget = { max_completion_tokens: 1000 };
    expect(await served(window).reads(NUMBERS, { ...budget, tools: [WEATHER] })).toEqual(['three', 'four']);
    expect(await served(window).reads(NUMBERS, { ...budget, instructions: '' })).toEqual([
      'two',
      'three',
      'four',
    ]);
  });

  it('a part of the window is reserved for the response', async () => {
    // A quarter of 400: 300 remain for the instructions and 20 messages.
    const texts = Array.from({ length: 30 }, (_, index) => `${index}`);
    const { reads } = served({ contextTokens: 400, countTokens: tenEach });
    expect(await reads(texts)).toHaveLength(20);
    expect(await reads(texts, { max_completion_tokens: 180 })).toHaveLength(15);
  });

  it('the response is limited to what the prompt leaves of the window', async () => {
    const { reads, engine } = served({ contextTokens: 4000, countTokens: (text) => text.length });
    const limitAfter = async (text: string, body: object) => {
      await reads([text], { instructions: '', ...body });
      return engine.inputs.at(-1)?.settings.maxCompletionTokens;
    };
    const long = 'x'.repeat(3000);
    expect(await limitAfter('hi', { max_completion_tokens: 1000 })).toBe(1000);
    expect(await limitAfter('hi', { max_completion_tokens: 100_000 })).toBe(3994);
    expect(await limitAfter(long, { max_completion_tokens: 3000 })).toBe(996);
    expect(await limitAfter(long, {})).toBeNull();
  });

  it('the newest message is always read, whatever its length', async () => {
    const { reads } = served({ contextTokens: 1 });
    expect(await reads(NUMBERS)).toEqual(['four']);
  });

  it('last_messages and max_prompt_tokens limit the history further, and auto does not', async () => {
    const { reads } = served({ contextTokens: 10_000, countTokens: tenEach });
    const last = { truncation_strategy: { type: 'last_messages', last_messages: 2 } };
    expect(await reads(NUMBERS, last)).toEqual(['three', 'four']);
    expect(await reads(NUMBERS, { truncation_strategy: { type: 'auto' } })).toEqual(NUMBERS);
    expect(
      await reads(
        Array.from({ length: 30 }, () => 'x'),
        { max_prompt_tokens: 256 },
      ),
    ).toHaveLength(17);
  });

  it('a real tokenizer fills the window with more English than the estimate, and never overfills it', async () => {
    const sentence = 'The weather in the mountains changes quickly during spring. ';
    const texts = Array.from({ length: 30 }, () => sentence.repeat(20));
    const own = served({ contextTokens: 4000, countTokens: (text) => countTokens(text) });
    const read = await own.reads(texts);
    const tokens = read.reduce((sum, text) => sum + countTokens(text) + 4, 0);
    expect(tokens).toBeLessThanOrEqual(3000);
    expect(tokens).toBeGreaterThan(2700);
    expect(read.length).toBeGreaterThan((await served({ contextTokens: 4000 }).reads(texts)).length);
  });

  it('usage of the run is what the engine reports, and not what was counted', async () => {
    const { caller } = served({ contextTokens: 1000, countTokens: tenEach });
    const run = await caller.ask('run', 'POST', '/threads/runs', { assistant_id: 'asst_demo' });
    expect((await caller.runIn(run, 'completed')).usage).toMatchObject({ prompt_tokens: 10 });
  });

  it.each<[string, (text: string) => number]>([
    [
      'throws',
      (text) => {
        throw new RangeError(text === 'Hello' ? 'No encoding.' : 'of a secret text');
      },
    ],
    ['returns nonsense', () => Number.NaN],
    ['rejects', () => Promise.reject(new Error('of a secret text')) as unknown as number],
  ])('a countTokens that %s fails no run, and the operator reads about it once', async (_how, count) => {
    const { reads, log, faults } = served({ contextTokens: 1000, countTokens: count });
    expect(await reads(NUMBERS)).toEqual(NUMBERS);
    expect(await reads(NUMBERS)).toEqual(NUMBERS);
    expect(faults).toEqual([]);
    expect(log).toEqual([
      {
        level: 'warn',
        event: 'model_warned',
        model: 'demo-model',
        message: expect.stringMatching(
          /countTokens of the engine (threw|returned) .* estimated\. It must return/,
        ),
      },
    ]);
    expect(log[0]?.message).not.toContain('secret');
  });

  it.each([0, -5, Number.NaN, '8192' as unknown as number])(
    'a window of %s of an engine that a function chooses counts as unknown, and the operator reads about it',
    async (contextTokens) => {
      const { reads, log } = served({ contextTokens }, { isChosen: true });
      expect(await reads(NUMBERS)).toEqual(NUMBERS);
      expect(log).toMatchObject([{ event: 'model_warned', message: expect.stringMatching(/contextTokens/) }]);
    },
  );

  it('on a thread of 100,000 messages, only the messages that fit are read and counted', async () => {
    const storage = memoryStorage();
    const thread = {
      id: 'thread_1',
      object: 'thread' as const,
      created_at: 1,
      metadata: {},
      tool_resources: {},
    };
    const messages = Array.from({ length: 100_000 }, (_, index) =>
      newMessage(
        { role: 'user', content: `${index}` },
        { id: `msg_${index}`, threadId: thread.id, at: index },
      ),
    );
    let pages = 0;
    const list: typeof storage.messages.list = (...args) => {
      pages += 1;
      return storage.messages.list(...args);
    };
    let counted = 0;
    const { caller, engine } = served(
      {
        contextTokens: 400,
        countTokens() {
          counted += 1;
          return 10;
        },
      },
      { storage: { ...storage, messages: { ...storage.messages, list } } },
    );
    const everyone = await authorizeRequest('allow-everyone', new Request('http://server.test'));
    await storage.createThread({ owner: getOwner(everyone) }, thread, messages);
    const run = await caller.ask('run', 'POST', '/threads/thread_1/runs', { assistant_id: 'asst_demo' });
    await caller.runIn(run, 'completed');
    expect(textsOf(engine.inputs.at(-1))).toHaveLength(20);
    // The instructions, the messages that fit, and the first that does not.
    expect(counted).toBe(22);
    // The messages of the run itself, and one page of the thread.
    expect(pages).toBe(2);
  });
});
