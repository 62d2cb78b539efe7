import { countTokens } from 'gpt-tokenizer';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../shared/estimate-tokens.ts';
import { createTextCounter } from './count-text.ts';

function counting(engine: Parameters<typeof createTextCounter>[0]) {
  const faults: string[] = [];
  return { count: createTextCounter(engine, 'gpt-5-mini', (reason) => faults.push(reason)), faults };
}

describe('createTextCounter', () => {
  it('texts are counted by the engine, for the model of the run', () => {
    const seen: unknown[] = [];
    const { count, faults } = counting({
      countTokens(text, model) {
        seen.push([text, model, this !== undefined]);
        return 3;
      },
    });
    expect([count('It rains.'), count(''), faults]).toEqual([3, 0, []]);
    expect(seen).toEqual([['It rains.', 'gpt-5-mini', true]]);
  });

  it('a long text is counted in pieces, whose sum is close to the tokens of the whole', () => {
    const text = 'The weather is unsettled. '.repeat(2000);
    const lengths: number[] = [];
    const { count } = counting({
      countTokens(piece) {
        lengths.push(piece.length);
        return countTokens(piece);
      },
    });
    const tokens = countTokens(text);
    expect(Math.abs(count(text) - tokens)).toBeLessThan(10);
    expect(Math.max(...lengths)).toBe(8000);
    expect(lengths.reduce((sum, length) => sum + length)).toBe(text.length);
  });

  it('without countTokens, tokens are estimated', () => {
    const { count, faults } = counting({});
    expect([count('It rains.'), faults]).toEqual([estimateTokens('It rains.'), []]);
  });

  it.each<[string, () => unknown, string]>([
    ['returns NaN', () => Number.NaN, 'returned NaN'],
    ['returns infinity', () => Number.POSITIVE_INFINITY, 'returned Infinity'],
    ['returns nothing', () => undefined, 'returned a value of type undefined, and not a number'],
    ['returns a text', () => '3', 'returned a value of type string, and not a number'],
    ['returns less than nothing', () => -1, 'returned -1, which cannot be the tokens of the text'],
    ['returns 0 for a text', () => 0, 'returned 0, which cannot be the tokens of the text'],
    ['returns too much', () => 1e9, 'returned 1000000000, which cannot be the tokens of the text'],
    [
      'is async and rejects',
      () => Promise.reject(new Error('a secret text')),
      'returned a value of type object, and not a number',
    ],
  ])(
    'when countTokens %s, the tokens are estimated, and it is not called again',
    (_fault, countFault, reason) => {
      let calls = 0;
      const { count, faults } = counting({
        countTokens() {
          calls += 1;
          return countFault() as number;
        },
      });
      const text = 'It rains in Oslo. '.repeat(1000);
      expect([count(text), count('again')]).toEqual([estimateTokens(text), estimateTokens('again')]);
      expect([calls, faults]).toEqual([1, [reason]]);
    },
  );

  it.each<[string, (text: string) => never, string]>([
    [
      'an error',
      () => {
        throw new TypeError('No encoding for the model.');
      },
      'threw "TypeError" (for "Hello": "No encoding for the model.")',
    ],
    [
      'a text',
      () => {
        throw 'out of order';
      },
      'threw a value (for "Hello": "out of order")',
    ],
    [
      'what quotes its text',
      (text) => {
        throw new TypeError(`Cannot encode "${text}".`);
      },
      'threw "TypeError" (for "Hello": "Cannot encode \\"Hello\\".")',
    ],
  ])(
    'when countTokens throws %s, the reason has its message and no text of a thread',
    (_what, countFault, reason) => {
      const { count, faults } = counting({ countTokens: countFault });
      expect([count('a secret text'), count('again')]).toEqual([
        estimateTokens('a secret text'),
        estimateTokens('again'),
      ]);
      expect(faults).toEqual([reason]);
    },
  );

  it('when countTokens throws for a text of a thread only, the reason has no message', () => {
    const { count, faults } = counting({
      countTokens(text) {
        if (text !== 'Hello') throw new RangeError(`Cannot encode "${text}".`);
        return 1;
      },
    });
    count('a secret text');
    expect(faults).toEqual(['threw "RangeError" for a text of the thread, and nothing for "Hello"']);
  });
});
