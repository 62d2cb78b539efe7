/** A text that is tested at every prefix. */
interface Case {
  readonly text: string;
  /** `false`: a delimiter after a letter or punctuation is shown until its closing delimiter arrives. @defaultValue true */
  readonly isExact?: boolean;
}

/** Texts whose prefixes could be parsed differently from the complete text. */
export const corpus: Readonly<Record<string, Case>> = {
  'bold beside full-width punctuation': {
    text: '**保存先は三つ（上限）です。**必要なら増やせます。次に**『開始』**を選ぶ。**（任意）**は省けます。',
  },
  'bold beside code and links in Japanese': {
    text: 'これは**`run`**の例です。**[手引き](https://example.com/a_(b))**も見てください。*「注」*です。',
  },
  'bold in Korean and Chinese': {
    text: '**(필수 항목)**은 꼭 적습니다. 打开**“设置”**，再点~~「旧」~~按钮。1) **甲（一）**、**乙（二）**和**丙。**完',
  },
  'delimiters in Latin text that stay literal': {
    text: 'It is a**"b"**c and x**(y)**z here.',
    isExact: false,
  },
  'single tildes': {
    text: '到着は2~4日、300~500円。About ~20 or ~30, H~2~O, ~kept~ and ~~gone~~.\n\n| a~b | ~c |\n|---|---|\n| 1~2 and 3~4 | ~5 |\n',
  },
  'line breaks as <br>': {
    text: 'one<br>two<br/>three<BR />four <br onclick="x">five\n\n| a | b |\n|---|---|\n| x<br>y | z |\n\n- item<br>goes on\n\n`<br>` and <b>b</b>',
  },
  'autolinks in Japanese': {
    text: '手順はhttps://example.com/set_up（図）を見て、「https://example.com/top」を開き、www.example.com、help@example.comへ。',
  },
  'autolinks in Latin text': {
    text: 'Go to (https://example.com/a_b_(c)), or **https://example.com/d*e** or https://example.com/f_g_. Then www.example.com/h?i=1&amp;j=2 on.',
  },
  'autolinks in other scripts': {
    text: '见 https://example.com/银行（总行） 和 https://example.com/찾기를 봐요。',
  },
  'links with brackets': {
    text: 'Read [the (first) page](https://example.com/S_(t)) and [a_b](https://example.com/_x/y_z "part (i) of it"), [c](<https://example.com/d)e>) or [f\\]g](https://example.com/h\\)i).',
  },
  'images in links': {
    text: '[![build](https://example.com/b_(1).png)](https://example.com/build) is ![a *chart*](https://example.com/c.png "c (d)") here.',
  },
  'links in cells and items': {
    text: '- [one](https://example.com/1_(a)) and *two*\n- [three](https://example.com/3)\n\n| a | b |\n|---|---|\n| [x](https://example.com/x_(y)) | **z** |\n',
  },
  'references and their definitions': {
    text: '[g]: https://example.com/g_(x)_y "The (guide)"\n\n[h]: <https://example.com/h>\n\nSee [the guide][g], [g] and [h].\n\nEnd [*here*][g].',
  },
  'asterisks that are not emphasis': {
    text: 'Volume is l*h and 2*3 and 2**3 for lib/*.js or src/**/*.ts.',
    isExact: false,
  },
  declarations: {
    text: 'Write f(*items, **options) or int *p; then go on.\n\nNote: *all of them\n\nThe file _draft is new.',
    isExact: false,
  },
  'emphasis in emphasis': {
    text: 'It is ***both*** and **bold *and it* on** and *it **and bold** on* and ~~gone **now**~~.',
  },
  code: { text: 'Call `a*b` or ``c`d`` or `[e](f)` and **`g_h`** now.' },
  'formulas and citations': {
    text: 'Let $a*b$ and $u_{i}*v$ be.【4:0†my_file*name.md】 Then *go* on.',
    isExact: false,
  },
  footnotes: {
    text: 'Water freezes.[^w] Salt lowers that.[^s]\n\n[^w]: https://example.com/freezing\n\n[^s]: By some degrees.',
    isExact: false,
  },
  'character references': { text: 'a &lt; b &amp;&amp; c &rarr; d &#8594; e &unknown; f AT&T g & h.' },
  'tags as text': {
    text: 'Use List<String> or <b>bold</b> or <https://example.com/a*b> or <me@example.com> or a < b.',
  },
  escapes: {
    text: 'Not \\*emphasis\\* nor \\[link\\](x) nor \\`code\\` here, but \\![a link](https://example.com/a_(b)) is one.',
  },
};
