import { describe, expect, it } from 'vitest';
import { engineInput, playModelCall, textOf, userSays, WEATHER_TOOL } from '../../testing/engine-contract.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import type { EngineEvent } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { countWords } from './long-text.ts';
import { scripted } from './scripted.ts';

const TIME_TOOL = { type: 'function' as const, function: { name: 'get_time' } };
const TOOLS = [WEATHER_TOOL, TIME_TOOL];

const play = (message: string, input: Parameters<typeof engineInput>[0] = {}) =>
  playModelCall(scripted({ paceMs: 0 }), engineInput({ messages: [userSays(message)], ...input }));

const calledBy = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.type === 'tool-call' && event.name !== undefined ? [event.name] : []));

describe('commands of the scripted engine', () => {
  it('a command is ordinary text when unknown or not at the start', async () => {
    expect(textOf(await play('/nonsense 5'))).toContain('You said: `/nonsense 5`');
    expect(textOf(await play('please /fail'))).toContain('You said: `please /fail`');
    expect(textOf(await play('/constructor'))).toContain('You said: `/constructor`');
    expect(textOf(await play('/failure'))).toContain('You said: `/failure`');
  });

  it('every command is named in the greeting', async () => {
    const greeting = textOf(await play('hello'));
    const commands = 'tools approve code cite think long slow refuse incomplete ratelimit fail crash'.split(
      ' ',
    );
    for (const command of commands) expect(greeting).toContain(`\`/${command}`);
  });

  it('/tools calls all tools at once, or the named ones', async () => {
    expect(calledBy(await play('/tools', { tools: TOOLS }))).toEqual(['get_weather', 'get_time']);
    const named = await play('/tools get_time get_weather city Oslo', { tools: TOOLS });
    expect(calledBy(named)).toEqual(['get_time', 'get_weather']);
    const json = named.map((event) =>
      event.type === 'tool-call' && event.index === 1 ? event.arguments : '',
    );
    expect(JSON.parse(json.join(''))).toEqual({ city: 'Oslo' });
    expect(named.at(-1)).toMatchObject({ reason: 'tool-calls' });
  });

  it('/tools with a name that no tool has calls nothing, and lists the tools', async () => {
    const events = await play('/tools time now', { tools: TOOLS });
    expect(calledBy(events)).toEqual([]);
    expect(textOf(events)).toBe('There is no tool `time`. There are: `get_weather`, `get_time`.');
  });

  it('/tools calls one tool when parallel calls are disabled, and explains a missing tool', async () => {
    const settings = { parallelToolCalls: false };
    expect(calledBy(await play('/tools', { tools: TOOLS, settings }))).toEqual(['get_weather']);
    expect(textOf(await play('/tools'))).toContain('no function tools');
  });

  it('/approve calls the first tool', async () => {
    expect(calledBy(await play('/approve', { tools: TOOLS }))).toEqual(['get_weather']);
    expect(textOf(await play('/approve'))).toContain('no function tools');
  });

  it.each([1, 7, 100, 5000])('/long %i writes exactly that many words, with closed fences', async (words) => {
    const text = textOf(await play(`/long ${words}`));
    expect(countWords(text)).toBe(words);
    expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
  });

  it('/long varies its markdown, is deterministic, and is limited', async () => {
    const text = textOf(await play('/long 400'));
    expect(text).toBe(textOf(await play('/long 400')));
    for (const form of [/^## /m, /^- /m, /^1\. /m, /^\| --- /m, /^> /m, /^```ts/m])
      expect(text).toMatch(form);
    expect(countWords(textOf(await play('/long')))).toBe(1000);
    expect(countWords(textOf(await play('/long 99999999')))).toBe(50_000);
  });

  it('/code streams code, logs and a chart, and responds with the chart', async () => {
    const events = await play('/code');
    const pieces = events.flatMap((event) =>
      event.type === 'hosted-call' && event.call.type === 'code_interpreter'
        ? [event.call.code_interpreter]
        : [],
    );
    expect(pieces.map(({ input }) => input ?? '').join('')).toContain('import matplotlib');
    expect(pieces.flatMap(({ outputs }) => outputs ?? []).map(({ type }) => type)).toEqual([
      'logs',
      'logs',
      'image',
    ]);
    expect(events).toContainEqual({ type: 'image-file', part: 0, fileId: 'file-scripted-chart' });
    expect(events.at(-1)).toMatchObject({ reason: 'stop' });
  });

  it('/cite sends annotations at exact positions, after their markers', async () => {
    const events = await play('/cite');
    const text = textOf(events);
    const annotations = events.flatMap((event) => (event.type === 'annotation' ? [event.annotation] : []));
    expect(annotations).toHaveLength(4);
    for (const { text: marker, start_index: start, end_index: end } of annotations) {
      expect(text.slice(start, end)).toBe(marker);
    }
    let written = 0;
    for (const event of events) {
      if (event.type === 'text') written += event.text.length;
      if (event.type === 'annotation') expect(event.annotation.end_index).toBeLessThanOrEqual(written);
    }
  });

  it('/think reasons, then responds, and counts both', async () => {
    const events = await play('/think');
    const firstText = events.findIndex(({ type }) => type === 'text');
    expect(new Set(events.slice(0, firstText).map(({ type }) => type))).toEqual(new Set(['reasoning']));
    expect(textOf(events)).toContain('9:38');
    const { usage } = events.at(-1) as Extract<EngineEvent, { type: 'finish' }>;
    const reasoningTokens = usage.completion_tokens_details?.reasoning_tokens ?? 0;
    expect(reasoningTokens).toBeGreaterThan(100);
    expect(usage.completion_tokens).toBeGreaterThan(reasoningTokens);
  });

  it('/refuse responds with refusal events only', async () => {
    const events = await play('/refuse');
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['refusal', 'finish']));
  });

  it('/fail and /ratelimit throw errors with readable messages', async () => {
    await expect(play('/fail')).rejects.toThrow(EngineError);
    await expect(play('/ratelimit')).rejects.toMatchObject({
      code: 'rate_limit_exceeded',
      message: expect.stringMatching(/Please try again in 20s\.$/),
    });
    await expect(play('/ratelimit 3')).rejects.toThrow('try again in 3s');
  });

  it('/incomplete stops with the reason length', async () => {
    const events = await play('/incomplete');
    expect(textOf(events)).not.toBe('');
    expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'length' });
  });

  it('/crash throws once, and responds after a recovery', async () => {
    await expect(play('/crash')).rejects.toMatchObject({ name: 'SimulatedCrashError' });
    expect(textOf(await play('/crash', { recoveries: 1 }))).toContain('crashed while writing it');
  });

  it('/slow takes more than a minute at the default pace', async () => {
    const clock = createManualClock();
    const began = clock.now();
    const engine = scripted({ paceMs: 22, setTimer: clock.setTimer });
    const playing = playModelCall(engine, engineInput({ messages: [userSays('/slow')] })).then(
      () => clock.now() - began,
    );
    for (let seconds = 0; seconds < 120; seconds += 1) await clock.advance(1000);
    const ended = await playing;
    expect(ended).toBeGreaterThan(60_000);
  });
});
