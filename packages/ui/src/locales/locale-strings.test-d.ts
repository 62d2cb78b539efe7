import { expectTypeOf, test } from 'vitest';
import { de } from './de.ts';
import type { LocaleStrings } from './locale-strings.ts';

test('a language is an object of the catalogue’s type', () => {
  expectTypeOf(de).toExtend<LocaleStrings>();
});

test('a missing word is a type error, at every depth', () => {
  const { queue: _, ...withoutQueue } = de;
  expectTypeOf(withoutQueue).not.toExtend<LocaleStrings>();
  // @ts-expect-error A whole group is missing.
  const withoutGroup: LocaleStrings = withoutQueue;
  const { stop: __, ...composer } = de.composer;
  // @ts-expect-error One word is missing.
  const withoutStop: LocaleStrings = { ...de, composer };
  const { expired: ___, ...status } = de.run.status;
  // @ts-expect-error One status is missing.
  const withoutStatus: LocaleStrings = { ...de, run: { ...de.run, status } };
  void [withoutGroup, withoutStop, withoutStatus];
});

test('a word that does not exist is a type error, too', () => {
  // @ts-expect-error Nothing says "begin".
  const more: LocaleStrings = { ...de, composer: { ...de.composer, begin: 'Anfangen' } };
  void more;
});

test('some words of a language can be an app’s own', () => {
  const own: LocaleStrings = { ...de, thread: { ...de.thread, label: 'Beratung' } };
  expectTypeOf(own).toExtend<LocaleStrings>();
});
