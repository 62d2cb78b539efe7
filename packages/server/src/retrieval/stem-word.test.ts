import { describe, expect, it } from 'vitest';
import { stemWord } from './stem-word.ts';

const stems = (words: string): readonly string[] => [...new Set(words.split(' ').map(stemWord))];

describe('stemWord', () => {
  it.each([
    'run runs running',
    'cache caches cached caching',
    'query queries queried',
    'match matches matched matching',
    'stop stopped stopping',
    'rate rates rated rating',
    'store stored storing',
    'embed embeds embedded embedding embeddings',
    'edit edits edited editing',
    'add added adding',
    'class classes',
  ])('%s are one term', (words) => {
    expect(stems(words)).toHaveLength(1);
  });

  it.each([
    'rate rat',
    'note not',
    'site sit',
    'care car',
    'string str',
    'need ne',
    'status stat',
    'this thi',
  ])('%s are different terms', (words) => {
    expect(stems(words)).toHaveLength(2);
  });

  it.each(['', 's', 'ed', 'ing', 'bed', 'king', 'us', 'analysis', '2024', 'договор'])(
    '"%s" is kept',
    (word) => {
      expect(stemWord(word)).toBe(word);
    },
  );
});
