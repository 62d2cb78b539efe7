import { describe, expect, test } from 'vitest';
import { visibleContentOf } from '../../../stories/markdown/visible-content.ts';
import { spokenText } from './spoken-text.ts';

const reads = (text: string): string => visibleContentOf(text).markup.trim();

describe('emphasis in scripts without spaces', () => {
  test.each([
    ['**保存します（上書き）。**次へ。', '<strong>保存します（上書き）。</strong>次へ。'],
    ['次に**『開始』**を押す', '次に<strong>『開始』</strong>を押す'],
    ['**(필수)**은', '<strong>(필수)</strong>은'],
    ['打开**“设置”**页', '打开<strong>“设置”</strong>页'],
    ['再看~~「旧」~~说明，*《新》*也', '再看<del>「旧」</del>说明，<em>《新》</em>也'],
    [
      'これは**`a`**と**[b](https://b.example)**。',
      'これは<strong><codespan>a</codespan></strong>と<strong><a https://b.example/>b</a></strong>。',
    ],
    [
      '１）**甲（一）**、**乙**和**丙。**完',
      '１）<strong>甲（一）</strong>、<strong>乙</strong>和<strong>丙。</strong>完',
    ],
    ['ラテン_「語」_は', 'ラテン_「語」_は'],
  ])('emphasis in scripts without spaces: %j', (text, shown) => {
    expect(reads(text)).toBe(shown);
  });
});

describe('emphasis in Latin text follows CommonMark', () => {
  test.each([
    ['a**"b"**c', 'a**"b"**c'],
    ['**bold**word', '<strong>bold</strong>word'],
    ['snake_case_name and _so_', 'snake_case_name and <em>so</em>'],
    ['***both*** and **a *b* c**', '<em><strong>both</strong></em> and <strong>a <em>b</em> c</strong>'],
    ['*a **b* c**', '<em>a <em><em>b</em> c</em></em>'],
    ['**a*', '*<em>a</em>'],
    ['5 * 3 * 2', '5 * 3 * 2'],
    ['lib/*.js and src/**/*.ts', 'lib/*.js and src/**/*.ts'],
    ['*https://a.example/b_c*', '<em><a https://a.example/b_c>https://a.example/b_c</a></em>'],
  ])('emphasis in Latin text follows CommonMark: %j', (text, shown) => {
    expect(reads(text)).toBe(shown);
  });
});

test.each([
  ['3~5, 10~20', '3~5, 10~20'],
  ['~kept~ and ~~gone~~', '~kept~ and <del>gone</del>'],
  ['a ~ b ~ c', 'a ~ b ~ c'],
  ['a ~~~b~~~', 'a ~~~b~~~'],
])('only double tildes are strikethrough: %j', (text, shown) => {
  expect(reads(text)).toBe(shown);
});

test('spokenText keeps a single tilde', () => {
  expect(spokenText('3~5 and 10~20, ~~not~~')).toBe('3~5 and 10~20, not');
});

test.each([
  ['a<br>b', 'a\nb'],
  ['a<BR />b', 'a\nb'],
  ['- a<br/>b', '<list><list_item>a\nb</list_item></list>'],
  ['# a<br>b', '<heading>a\nb</heading>'],
  ['<br>\na', 'a'],
  ['a<br class="x">b', 'a<br class="x">b'],
  ['`<br>`', '<codespan><br></codespan>'],
  ['a<b>b</b>', 'a<b>b</b>'],
])('<br> is a line break, and other HTML stays text: %j', (text, shown) => {
  expect(reads(text)).toBe(shown);
});

test('spokenText reads <br> in a cell as a line break', () => {
  expect(spokenText('| a |\n|---|\n| b<br>c |')).toBe('a\nb\nc');
});

describe('the end of an autolink', () => {
  test.each([
    ['https://a.example/b（図）', ['https://a.example/b']],
    ['请看https://a.example/b，然后', ['https://a.example/b']],
    ['「https://a.example/b」を', ['https://a.example/b']],
    ['（https://a.example/b）を', ['https://a.example/b']],
    ['开、www.a.example，然后', ['http://www.a.example/']],
    ['help@a.example。', ['mailto:help@a.example']],
    ['(see https://a.example/b).', ['https://a.example/b']],
    ['https://a.example/b_(c), d', ['https://a.example/b_(c)']],
    ['https://a.example/银行（总行）', [encodeURI('https://a.example/银行（总行）')]],
    ['https://a.example/?b=1&amp;c=2', ['https://a.example/?b=1&c=2']],
    ['[b](https://a.example/?b=1&amp;c=2)', ['https://a.example/?b=1&c=2']],
    ['[b](javascript&#58;alert(1)) [c](&#106;avascript:x)', []],
    ['notwww.a.example a@b', []],
    ['https://a.example/b&amp;「c」 https://a.example/d&lt;', ['https://a.example/b', 'https://a.example/d']],
    ['ftp://a.example javascript://b', []],
  ])('the end of an autolink: %j', (text, links) => {
    expect(visibleContentOf(text).links).toEqual(links);
  });
});

test('a footnote is shown as text, and its reference is not a link', () => {
  const { text, links } = visibleContentOf('It is so.[^1]\n\n[^1]: https://a.example/b');
  expect(text).toContain('[^1]: https://a.example/b');
  expect(links).toEqual(['https://a.example/b']);
});

test.each(['It holds.[^w1] So', 'It holds[^1].'])(
  'a footnote reference in %j is shown only when it is complete',
  (text) => {
    for (let at = 1; at < text.length; at++) {
      const { text: visible } = visibleContentOf(text.slice(0, at), true);
      expect(visible.trim().replace(/\[\^\w+\]/, ''), text.slice(0, at)).not.toContain('^');
    }
    expect(visibleContentOf(text).text.trim()).toBe(text);
  },
);
