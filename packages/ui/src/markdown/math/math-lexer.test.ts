import { Lexer } from 'marked';
import { expect, test } from 'vitest';
import { type MathToken, mathLexer } from './math-lexer.ts';

/** The formulas in a text, display formulas in double dollars. */
function formulas(text: string): string[] {
  const tokens = new Lexer({ extensions: { renderers: {}, childTokens: {}, ...mathLexer } }).lex(text);
  const found: string[] = [];
  const walk = (list: readonly object[]): void => {
    for (const token of list) {
      const {
        type,
        tex,
        isBlock,
        tokens: inner,
        items,
      } = token as Partial<Omit<MathToken, 'type'>> & {
        type: string;
        tokens?: object[];
        items?: object[];
      };
      if (type === 'math') found.push(isBlock === true ? `$$${tex}$$` : `${tex}`);
      walk(inner ?? items ?? []);
    }
  };
  walk(tokens);
  return found;
}

test.each([
  ['So $a^2 + b^2$ is it.', ['a^2 + b^2']],
  ['So \\(a^2\\) is it.', ['a^2']],
  ['Both $x_1$ and $x_2$.', ['x_1', 'x_2']],
  ['It is $$x$$ here.', ['$$x$$']],
  ['An item:\n\n- one $x$', ['x']],
  ['Above\n$$\n\\sum_i x_i\n= 1\n$$\nbelow', ['$$\\sum_i x_i\n= 1$$']],
  ['\\[\nx = 1\n\\]', ['$$x = 1$$']],
  ['A sign \\$ in $\\$5$', ['\\$5']],
])('the math lexer finds the formulas in %j', (text, expected) => {
  expect(formulas(text)).toEqual(expected);
});

test.each([
  'It costs $5, or $10 for two.',
  'From $5-$10 a month.',
  'A lone $ sign, and one more $ here.',
  'Code `$x$` stays code.',
  'Half a formula: $x +',
  'An escaped \\$x\\$.',
  '$$',
])('finds no formula in %j', (text) => {
  expect(formulas(text)).toEqual([]);
});
