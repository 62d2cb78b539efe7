const repeat = (piece: string, count: number) => (n: number) => piece.repeat(count * n);

/** Generators of texts whose length grows with `n`: shapes of usual responses, and hostile shapes. */
export const shapes: Readonly<Record<string, (n: number) => string>> = {
  prose: repeat('Some words with **bold**, `code` and [a link](https://a.example) here. ', 60),
  paragraphs: repeat('Some words with **bold** and `code`.\n\n', 100),
  table: (n) => `| a | b |\n|---|---|\n${'| 1 | **2** |\n'.repeat(250 * n)}`,
  'one word': repeat('a', 8_000),
  'one line of spaces': (n) => `a\n${' '.repeat(3_200 * n)}b`,
  'stars and words': repeat('*a **a ', 600),
  'tildes and words': repeat('~~a ', 800),
  'stars and letters': repeat('*a', 2_500),
  'Japanese emphasis': repeat('は**「語」**で', 500),
  'opening brackets': repeat('[', 2_500),
  'half links': repeat('[a](', 2_000),
  'half titles': (n) => `${'[a](x ('.repeat(1_000 * n)})`,
  'half images': repeat('![a', 1_500),
  'runs of backticks': (n) =>
    Array.from({ length: 40 * n }, (_, index) => `${'`'.repeat((index % 80) + 1)} a`).join(' '),
  'half tags': repeat('<a b="', 1_000),
  addresses: repeat('http://a.example/(（ ', 500),
  mailboxes: repeat('a@b.', 1_500),
  'half character references': repeat('&a', 2_500),
  'nested quotes': (n) => `${'> '.repeat(1_500 * n)}a`,
  'nested lists': (n) => `${'- '.repeat(1_500 * n)}a`,
  // The length grows quadratically, because each line is longer than the previous one.
  'lists step by step': (n) =>
    Array.from({ length: 50 * n }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n'),
  definitions: repeat('[a]: b\n', 800),
  bars: (n) => `${'|'.repeat(2_500 * n)}\n|-|\n`,
};
