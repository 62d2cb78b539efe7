import { describe, expect, it } from 'vitest';
import { aRun } from '../../testing/storage-fixture.ts';
import { responseRoom } from './response-room.ts';

type Case = readonly [
  name: string,
  maxCompletion: number | null,
  spentCompletion: number | null,
  window: number | undefined,
  promptTokens: number,
  room: number | null,
];

describe('responseRoom', () => {
  it.each<Case>([
    ['a run without max_completion_tokens has no limit', null, null, 8192, 8000, null],
    ['max_completion_tokens that fit beside the prompt are the limit', 1000, null, 8192, 7192, 1000],
    ['max_completion_tokens count over all model calls', 1000, 400, 8192, 100, 600],
    ['what the prompt leaves of the window is the limit when it is less', 6000, null, 8192, 4096.5, 4095],
    ['a prompt that fills the window leaves 256 tokens', 6000, null, 8192, 9000, 256],
    ['a smaller rest of the budget stays', 300, 200, 8192, 9000, 100],
    ['an unknown window limits nothing', 6000, null, undefined, 99_000, 6000],
  ])('%s', (_name, maxCompletion, spentCompletion, window, promptTokens, room) => {
    const spent =
      spentCompletion === null
        ? null
        : { prompt_tokens: 1, completion_tokens: spentCompletion, total_tokens: 1 + spentCompletion };
    expect(
      responseRoom({ ...aRun(), max_completion_tokens: maxCompletion }, spent, window, promptTokens),
    ).toBe(room);
  });
});
