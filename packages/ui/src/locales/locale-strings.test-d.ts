import { expectTypeOf, test } from 'vitest';
import { de } from './de.ts';
import type { LocaleStrings } from './locale-strings.ts';

test('each locale has the type LocaleStrings', () => {
  expectTypeOf(de).toExtend<LocaleStrings>();
});

test('a missing string is a type error, at every depth', () => {
  const { queue: _, ...withoutQueue } = de;
  expectTypeOf(withoutQueue).not.toExtend<LocaleStrings>();
  // @ts-expect-error A whole group is missing.
  const withoutGroup: LocaleStrings = withoutQueue;
  const { stop: __, ...composer } = de.composer;
  // @ts-expect-error One string is missing.
  const withoutStop: LocaleStrings = { ...de, composer };
  const { expired: ___, ...status } = de.run.status;
  // @ts-expect-error One status is missing.
  const withoutStatus: LocaleStrings = { ...de, run: { ...de.run, status } };
  void [withoutGroup, withoutStop, withoutStatus];
});

test('an unknown string is a type error', () => {
  // @ts-expect-error There is no string "begin".
  const more: LocaleStrings = { ...de, composer: { ...de.composer, begin: 'Anfangen' } };
  void more;
});

test('an app can override some strings of a locale', () => {
  const own: LocaleStrings = { ...de, thread: { ...de.thread, label: 'Beratung' } };
  expectTypeOf(own).toExtend<LocaleStrings>();
});
