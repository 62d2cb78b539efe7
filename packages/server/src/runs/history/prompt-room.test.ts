import { describe, expect, it } from 'vitest';
import { aRun } from '../../testing/storage-fixture.ts';
import { promptRoom } from './prompt-room.ts';

type Case = readonly [
  name: string,
  limits: { readonly prompt?: number; readonly completion?: number },
  spent: readonly [prompt: number, completion: number] | null,
  window: number | undefined,
  room: number,
];

describe('promptRoom', () => {
  it.each<Case>([
    ['an unknown window has room for 100,000 tokens', {}, null, undefined, 100_000],
    ['max_prompt_tokens may be less than the window', { prompt: 500 }, null, undefined, 500],
    ['max_prompt_tokens counts over all model calls', { prompt: 500 }, [300, 9], undefined, 200],
    ['a spent max_prompt_tokens leaves less than nothing', { prompt: 500 }, [600, 9], undefined, -100],
    ['a quarter of a small window is reserved for the response', {}, null, 8192, 6144],
    ['at most 16,384 tokens are reserved', {}, null, 1_000_000, 983_616],
    ['max_completion_tokens is reserved', { completion: 1000 }, null, 8192, 7192],
    ['only the rest of max_completion_tokens is reserved', { completion: 1000 }, [10, 400], 8192, 7592],
    ['at most half of the window is reserved', { completion: 1_000_000 }, null, 8192, 4096],
    ['nothing is reserved after the budget is spent', { completion: 10 }, [10, 20], 8192, 8192],
    ['the smaller of window and max_prompt_tokens counts', { prompt: 7000 }, null, 8192, 6144],
    ['max_completion_tokens does not matter without a window', { completion: 10 }, null, undefined, 100_000],
  ])('%s', (_name, { prompt = null, completion = null }, spent, window, room) => {
    const run = { ...aRun(), max_prompt_tokens: prompt, max_completion_tokens: completion };
    const usage = spent && {
      prompt_tokens: spent[0],
      completion_tokens: spent[1],
      total_tokens: spent[0] + spent[1],
    };
    expect(promptRoom(run, usage, window)).toBe(room);
  });
});
