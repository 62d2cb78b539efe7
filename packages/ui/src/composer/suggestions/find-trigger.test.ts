import { expect, test } from 'vitest';
import { findTrigger } from './find-trigger.ts';

const triggers = [{ char: '/', at: 'start' }, { char: '@' }] as const;

/** Calls `findTrigger` with the caret at `|`. */
const find = (text: string) => findTrigger(text.replace('|', ''), text.indexOf('|'), triggers);

test.each([
  ['/|', '/', ''],
  ['/sum|', '/', 'sum'],
  ['  /sum|', '/', 'sum'],
  ['Ask @ad| about it', '@', 'ad'],
  ['Ask\n@|', '@', ''],
  ['@a|da', '@', 'a'],
  ['@عمر|', '@', 'عمر'],
])('findTrigger of "%s" returns %s with the query "%s"', (text, char, query) => {
  const from = text.indexOf(char);
  expect(find(text)).toEqual({ char, query, from, to: from + 1 + query.length });
});

test.each([
  ['|', 'an empty text'],
  ['plain|', 'a plain word'],
  ['me@example|', 'an email address'],
  ['and/or|', 'a slash inside of a word'],
  ['see /sum|', 'a command that is not the first word'],
  ['@ada |', 'a word that has ended'],
  ['|@ada', 'a caret before the trigger'],
  [`@${'a'.repeat(60)}|`, 'a word too long for a name'],
])('findTrigger of "%s" returns undefined: %s', (text) => {
  expect(find(text)).toBeUndefined();
});
