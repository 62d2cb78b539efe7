import { expect, test } from 'vitest';
import { findTrigger } from './find-trigger.ts';

const triggers = [{ char: '/', at: 'start' }, { char: '@' }] as const;

/** `|` is the caret. */
const find = (text: string) => findTrigger(text.replace('|', ''), text.indexOf('|'), triggers);

test.each([
  ['/|', '/', ''],
  ['/sum|', '/', 'sum'],
  ['  /sum|', '/', 'sum'],
  ['Ask @ad| about it', '@', 'ad'],
  ['Ask\n@|', '@', ''],
  ['@a|da', '@', 'a'],
  ['@عمر|', '@', 'عمر'],
])('%s asks for %s with "%s"', (text, char, query) => {
  const from = text.indexOf(char);
  expect(find(text)).toEqual({ char, query, from, to: from + 1 + query.length });
});

test.each([
  ['|', 'nothing'],
  ['plain|', 'a plain word'],
  ['me@example|', 'an address: the character is inside of a word'],
  ['and/or|', 'a slash inside of a word'],
  ['see /sum|', 'a command that is not the first word'],
  ['@ada |', 'a word that has ended'],
  ['|@ada', 'a caret before it'],
  [`@${'a'.repeat(60)}|`, 'a word too long for a name'],
])('%s asks for nothing: %s', (text) => {
  expect(find(text)).toBeUndefined();
});
