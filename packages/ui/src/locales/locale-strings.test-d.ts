import { expectTypeOf, test } from 'vitest';
import { german } from './de.ts';
import type { Words } from './locale-strings.ts';

test('a language is an object of the catalogue’s type', () => {
  expectTypeOf(german).toExtend<Words>();
});

test('a missing word is a type error, at every depth', () => {
  const { queue: _, ...withoutQueue } = german;
  expectTypeOf(withoutQueue).not.toExtend<Words>();
  // @ts-expect-error A whole group is missing.
  const withoutGroup: Words = withoutQueue;
  const { stop: __, ...composer } = german.composer;
  // @ts-expect-error One word is missing.
  const withoutStop: Words = { ...german, composer };
  const { expired: ___, ...status } = german.run.status;
  // @ts-expect-error One status is missing.
  const withoutStatus: Words = { ...german, run: { ...german.run, status } };
  void [withoutGroup, withoutStop, withoutStatus];
});

test('a word that does not exist is a type error, too', () => {
  // @ts-expect-error Nothing says "begin".
  const more: Words = { ...german, composer: { ...german.composer, begin: 'Anfangen' } };
  void more;
});

test('some words of a language can be an app’s own', () => {
  const own: Words = { ...german, thread: { ...german.thread, log: 'Beratung' } };
  expectTypeOf(own).toExtend<Words>();
});
