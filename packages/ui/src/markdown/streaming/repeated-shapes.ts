import * as fc from 'fast-check';

/** What markdown reads, and what may only look like it: marks, their halves, ends of lines, addresses, scripts. */
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

/** A text that repeats a few pieces to about a length, between a beginning and an end of its own. */
export const repeatedShapes: fc.Arbitrary<(length: number) => string> = fc
  .tuple(fc.option(pieces(3), { nil: '' }), pieces(5), fc.option(pieces(3), { nil: '' }))
  .map(([head, unit, tail]) =>
    Object.assign((length: number) => head + unit.repeat(Math.ceil(length / unit.length)) + tail, {
      toString: () => JSON.stringify([head, unit, tail]),
    }),
  );
