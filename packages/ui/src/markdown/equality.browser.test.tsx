import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { Markdown } from './markdown.tsx';

/** Pieces of markdown syntax whose meaning depends on their neighbors. */
const piece = fc.constantFrom(
  'word ',
  'two words',
  '\n',
  '\n\n',
  '- ',
  '1. ',
  '2) ',
  '  ',
  '    ',
  '# ',
  '> ',
  '```',
  '```ts\n',
  '~~~',
  '---\n',
  '*',
  '**',
  '_',
  '`',
  '~~',
  '[',
  ']',
  '(https://a.example)',
  '![',
  '| ',
  '|---|',
  ' |\n',
  '\\',
  '&amp;',
  '<b>',
  '</b>',
  '[a]: https://a.example\n',
  '[a]',
  'www.a.example',
  '\r\n',
  '\r',
  '- [x] ',
  '===\n',
  '\t',
  'é',
  '【1†a】',
);

test('random text streamed in random pieces renders the same elements as text rendered at once', async () => {
  const whole = await render(<Markdown text="" />);
  const streamed = await render(<Markdown text="" isStreaming />);
  const htmlOf = (container: Element): string | undefined =>
    container.querySelector('[data-slot=markdown]')?.innerHTML;
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.nat(), async (pieces, seed) => {
      const text = pieces.join('');
      run += 1;
      await whole.rerender(<Markdown key={run} text={text} />);
      let state = seed;
      for (let end = 0; end < text.length; end += 1 + (state % 11)) {
        state = (state * 1103515245 + 12345) % 2147483648;
        // oxlint-disable-next-line no-await-in-loop -- a text grows piece by piece
        await streamed.rerender(<Markdown key={run} text={text.slice(0, end)} isStreaming />);
      }
      await streamed.rerender(<Markdown key={run} text={text} />);
      expect(htmlOf(streamed.container)).toBe(htmlOf(whole.container));
    }),
    { seed: 11, numRuns: 150 },
  );
});
