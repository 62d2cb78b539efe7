import * as fc from 'fast-check';

/** Markdown syntax and parts of it: delimiters, line ends with block markers, URLs, characters of several scripts. */
const PIECES = [
  '* ** _ ~~ ~ ` ``` [ ] ( ) ]( ![ [^ < > <a </ <br> <!-- --> <? <! " \\ \\[ \\( & &# | # - = + ! $ $$ : ; 1. 9)'.split(
    ' ',
  ),
  'a word http:// https://a.b/ www. @ a@ b.c . , 。 あ （ 【 \u0301'.split(' '),
  [
    ' ',
    '   ',
    '\t',
    'a ',
    '| ',
    '| - ',
    ']: ',
    '\n',
    '\n\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n1. ',
    '\n> ',
    '\n# ',
  ],
  ['\n```', '\n---', '\n===', '\n[a]: ', '\n|-|-|', '\r\n'],
].flat();

const pieces = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength }).map((some) => some.join(''));

/** Generates functions that repeat a few pieces up to a length, with an optional beginning and end. */
export const repeatedShapes: fc.Arbitrary<(length: number) => string> = fc
  .tuple(fc.option(pieces(3), { nil: '' }), pieces(5), fc.option(pieces(3), { nil: '' }))
  .map(([head, unit, tail]) =>
    Object.assign((length: number) => head + unit.repeat(Math.ceil(length / unit.length)) + tail, {
      toString: () => JSON.stringify([head, unit, tail]),
    }),
  );
