import { expect, test } from 'vitest';
import { readDiff } from './read-diff.ts';

test('readDiff classifies lines, including a removed line that begins with dashes', () => {
  const diff = [
    'diff --git a/q.sql b/q.sql',
    '--- a/q.sql',
    '+++ b/q.sql',
    '@@ -1,3 +1,2 @@ select',
    ' select 1',
    '--- a comment',
    '-from a',
    '+from b',
    'diff --git a/z b/z',
    '',
  ].join('\n');
  expect(readDiff(diff).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'place: diff --git a/q.sql b/q.sql',
    'place: --- a/q.sql',
    'place: +++ b/q.sql',
    'place: @@ -1,3 +1,2 @@ select',
    'same: select 1',
    'removed: -- a comment',
    'removed: from a',
    'added: from b',
    'place: diff --git a/z b/z',
  ]);
});

test('a hunk header without counts has one removed and one added line', () => {
  expect(readDiff('@@ -4 +4 @@\n-a\n+b\n-c').map(({ kind }) => kind)).toEqual([
    'place',
    'removed',
    'added',
    'place',
  ]);
});
