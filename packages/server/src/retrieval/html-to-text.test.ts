import { describe, expect, it } from 'vitest';
import { htmlToText } from './html-to-text.ts';

/** Reads `html` in slices. */
function toText(html: string, sliceChars?: number): string {
  const reading = htmlToText(html, sliceChars);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

describe('htmlToText', () => {
  it.each([
    ['words with inline elements', '<p>One <b>two</b>\n  three <i> four</i></p>', 'One two three four'],
    ['entities', 'A &amp; B&nbsp;C &lt;x&gt; &#128514; &euro;', 'A & B C <x> 😂 €'],
    ['blocks as lines', '<h1>Head</h1><p>one<p>two<br>three<div>four</div>', 'Head\n\none\ntwo\nthree\nfour'],
    ['lists without closing tags', '<ul><li>a<li>b</ul>c', 'a\nb\nc'],
    ['tables', '<table><tr><th>K</th><th>V</th></tr><tr><td>1</td><td>2</td></tr></table>', 'K\tV\n\n1\t2'],
    ['preformatted text', '<pre>  code\n    more\n</pre>', 'code\n    more'],
    ['the title', '<!doctype html><head><title>A &amp; B</title></head><body>c', 'A & B\n\nc'],
    ['nothing', '<html><body>  \n</body></html>', ''],
  ])('%s have their text', (_, html, text) => {
    expect(toText(html)).toBe(text);
  });

  it.each([
    ['scripts', '<script>if (a < b) write("</p>")</script>'],
    ['styles', '<style>p > a { color: red }</style>'],
    ['comments', '<!-- hidden <p>text</p> -->'],
    ['templates in templates', '<template>a<template>b</template>c</template>'],
    ['drawings', '<svg><text>label</text></svg>'],
    ['attributes', '<a href="text" title="more > text" onclick=alert(1)></a>'],
  ])('%s have no text', (_, html) => {
    expect(toText(`before ${html} after`)).toBe('before after');
  });

  it('a document that ends anywhere has the text so far', () => {
    const html = '<p>one &amp; two</p><!-- x --><script>y</script><a title="z">three</a>';
    for (let end = 0; end <= html.length; end += 1) expect(() => toText(html.slice(0, end))).not.toThrow();
    expect(toText('<p>one <a href="')).toBe('one');
  });

  it('a document may be nested as deeply as it is long', () => {
    const depth = 100_000;
    expect(toText(`${'<div>'.repeat(depth)}text${'</p>'.repeat(depth)}`)).toBe('text');
  });

  it('a document has the same text, however it is sliced', () => {
    const html =
      '<!doctype html><title>A &amp; B</title><style>p > a {}</style>\n\n<p>one <b>two</b> 🌧 &#128514; &eur' +
      'o;<pre>  code\n\n\n  more\n</pre><table><tr><td>1<td title="a > b">2</table><!-- x --><script>y</script> end';
    const whole = toText(html, html.length);
    expect(whole).toMatch(/^A & B\n\none two 🌧 😂 €\n {2}code\n\n {2}more/);
    for (let sliceChars = 1; sliceChars < html.length; sliceChars += 1) {
      expect(toText(html, sliceChars)).toBe(whole);
    }
  });
});
