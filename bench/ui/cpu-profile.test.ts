import { expect, it } from 'vitest';
import { slowestFunctions } from './cpu-profile.ts';

it('slowestFunctions adds up the time of a function over all its call sites', () => {
  const frame = (functionName: string) => ({ functionName, url: 'page.js' });
  const found = slowestFunctions({
    nodes: [
      { id: 1, callFrame: frame('lex') },
      { id: 2, callFrame: frame('draw') },
      { id: 3, callFrame: frame('lex') },
    ],
    samples: [1, 2, 3],
    timeDeltas: [1_000, 1_500, 2_000],
  });
  expect(found).toEqual([
    { name: 'lex', ms: 3 },
    { name: 'draw', ms: 1.5 },
  ]);
});
