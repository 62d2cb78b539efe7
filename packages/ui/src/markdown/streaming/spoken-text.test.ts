import { expect, test } from 'vitest';
import { spokenText } from './spoken-text.ts';

test.each([
  ['# The *long* answer\n\nYou said: `Third`.', 'The long answer\nYou said: Third.'],
  ['1. **Reload** the page\n2. Press [stop](https://a.example)', 'Reload the page\nPress stop'],
  ['| a | b |\n| - | - |\n| 1 | **2** |', 'a, b\n1, 2'],
  ['```js\nf(1);\n```\n\n> said &amp; done', 'f(1);\nsaid & done'],
  ['![A chart](https://a.example/c.png)', 'A chart'],
  ['<b>raw</b>', '<b>raw</b>'],
])('spokenText converts %j to %j', (markdown, strings) => {
  expect(spokenText(markdown)).toBe(strings);
});
