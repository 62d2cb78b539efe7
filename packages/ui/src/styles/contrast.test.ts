import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrastOf } from '../stories/read-contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Colour tokens with their own value in each theme; a host's variable before it is left out. */
const tokens = new Map(
  [...css.matchAll(/(--tk-[\w-]+): (?:var\(--\w+, )?light-dark\((oklch\([^)]+\)), (oklch\([^)]+\))\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

const grounds = ['--tk-page', '--tk-sunken', '--tk-tint'];
const texts = ['--tk-ink', '--tk-text-1', '--tk-text-2', '--tk-accent', '--tk-wait', '--tk-fail'];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const colour = (name: string): string => tokens.get(name)?.[theme] ?? `no ${name} in tokens.css`;
  const pairs = (names: readonly string[], on: readonly string[]) =>
    names.flatMap((name) => on.map((ground): [string, string] => [name, ground]));

  test.each(pairs(texts, grounds))('%s can be read on %s', (text, ground) => {
    expect(contrastOf(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  // The mark stands on the page alone: icons on sunken ground have the grey of secondary words.
  test.each(pairs(['--tk-mark'], ['--tk-page']))('%s can be seen on %s', (mark, ground) => {
    expect(contrastOf(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  test('the words of a primary button can be read', () => {
    expect(contrastOf(colour('--tk-on-ink'), colour('--tk-ink'))).toBeGreaterThanOrEqual(4.5);
  });
});
