import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import {
  describeEngine,
  engineInput,
  playModelCall,
  textOf,
  userSays,
  WEATHER_TOOL,
} from '../../testing/engine-contract.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import type { EngineEvent } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { scripted } from './scripted.ts';

describeEngine('scripted', () => scripted({ paceMs: 0 }));

const respond = async (message: string) =>
  textOf(await playModelCall(scripted({ paceMs: 0 }), engineInput({ messages: [userSays(message)] })));

describe('scripted', () => {
  it.each([
    ['What is Threadkit?', /`@threadkit\/ui`/],
    ['How do runs work?', /`requires_action`/],
    ['Tell me about steps', /message_creation/],
    ['How do tools work?', /defineTool/],
    ['What if I reload the page?', /Last-Event-ID/],
    ['Show me some code', /```tsx/],
    ['hi!', /scripted engine/],
    ['Bananas', /You said: `Bananas`/],
    ['', /without text/],
  ])('the scripted engine responds to %j in markdown', async (message, expected) => {
    expect(await respond(message)).toMatch(expected);
  });

  it('the scripted engine responds at length on request', async () => {
    expect((await respond('Give me a long response')).length).toBeGreaterThan(4000);
  });

  it('the scripted engine is deterministic, and emits pieces of about a word', async () => {
    expect(await respond('What is Threadkit?')).toBe(await respond('What is Threadkit?'));
    const events = await playModelCall(scripted({ paceMs: 0 }), engineInput());
    const longest = Math.max(
      ...events.map((event) => (event.type === 'text' ? event.text.trim().length : 0)),
    );
    expect(longest).toBeLessThanOrEqual(12);
  });

  it('the scripted engine links only to https, and emits no HTML', async () => {
    for (const topic of ['threadkit', 'run', 'step', 'tool', 'resume', 'long', 'hello', 'other']) {
      const text = (await respond(topic)).replace(/```[\s\S]*?```|`[^`]*`/g, '');
      for (const [, url] of text.matchAll(/\]\(([^)]*)\)/g)) expect(url).toMatch(/^https:\/\//);
      expect(text).not.toMatch(/<[a-z]/i);
    }
  });

  it('the scripted engine pauses for its pace between two pieces, and longer before the first', async () => {
    const clock = createManualClock();
    const engine = scripted({ paceMs: 10, setTimer: clock.setTimer });
    const seen: EngineEvent[] = [];
    const playing = (async () => {
      for await (const event of engine.generate(engineInput(), new AbortController().signal))
        seen.push(event);
    })();
    await clock.advance(159);
    expect(seen).toHaveLength(0);
    await clock.advance(1);
    expect(seen).toHaveLength(1);
    await clock.advance(10);
    expect(seen).toHaveLength(2);
    await clock.advance(60_000);
    await playing;
    expect(seen.at(-1)?.type).toBe('finish');
  });

  it('the scripted engine stops during a pause when aborted', async () => {
    const clock = createManualClock();
    const stop = new AbortController();
    const engine = scripted({ paceMs: 10, setTimer: clock.setTimer });
    const playing = playModelCall(engine, engineInput(), stop.signal);
    await clock.advance(165);
    stop.abort();
    await settle();
    const events = await playing;
    expect(events.map(({ type }) => type)).toEqual(['text']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('the scripted engine calls no tool when the message matches none', async () => {
    const quiet = await playModelCall(
      scripted({ paceMs: 0 }),
      engineInput({ messages: [userSays('How are you?')], tools: [WEATHER_TOOL] }),
    );
    expect(quiet.some(({ type }) => type === 'tool-call')).toBe(false);
  });

  it('the scripted engine calls one tool at a time when parallel calls are disabled', async () => {
    const time = { type: 'function' as const, function: { name: 'get_time' } };
    const input = engineInput({
      messages: [userSays('weather and time in Oslo')],
      tools: [WEATHER_TOOL, time],
    });
    const named = async (settings: object) =>
      (await playModelCall(scripted({ paceMs: 0 }), { ...input, settings })).flatMap((event) =>
        event.type === 'tool-call' && event.name !== undefined ? [event.name] : [],
      );
    expect(await named({})).toEqual(['get_weather', 'get_time']);
    expect(await named({ parallelToolCalls: false })).toEqual(['get_weather']);
  });

  it('the scripted engine responds with JSON of the requested schema', async () => {
    const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
    const events = await playModelCall(
      scripted({ paceMs: 0 }),
      engineInput({
        messages: [userSays('city Oslo')],
        settings: { responseFormat: { type: 'json_schema', json_schema: { name: 'a', schema } } },
      }),
    );
    expect(JSON.parse(textOf(events))).toEqual({ city: 'Oslo' });
  });

  it('the scripted engine plays a custom script, and fails with its error', async () => {
    const engine = scripted({
      paceMs: 0,
      script: ({ messages }) => {
        if (messages.length > 1) throw new EngineError('server_error', 'Planned.');
        return undefined;
      },
    });
    expect(textOf(await playModelCall(engine, engineInput()))).not.toBe('');
    const twice = engineInput({ messages: [userSays('a'), userSays('b')] });
    await expect(playModelCall(engine, twice)).rejects.toThrow('Planned.');
  });
});
