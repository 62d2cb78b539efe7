import fc from 'fast-check';

export interface WildCall {
  readonly name: string;
  /** A JSON object. */
  readonly arguments: string;
}

/** The content of one model call, independent of its encoding. */
export interface WildResponse {
  readonly pieces: readonly string[];
  readonly calls: readonly WildCall[];
}

/** Texts with characters of several bytes, to be cut inside a character. */
const WORDS = [
  'Noon. ',
  'größer ',
  '正午',
  '👩‍👩‍👧',
  '\n\n',
  '{"a":1}',
  'data: [DONE]\n\n',
  '\u2028',
  '"',
  '\\',
  '<html>',
];
const NAMES = ['get_weather', 'find', 'x1', 'list-all-things'];
const ARGUMENTS = ['{}', '{"city":"Oslo"}', '{"a":[1,{"b":"正"}],"c":"\\"}{"}', '{ "n": 1.0 }'];

const call: fc.Arbitrary<WildCall> = fc.record({
  name: fc.constantFrom(...NAMES),
  arguments: fc.constantFrom(...ARGUMENTS),
});

export const wildResponses: fc.Arbitrary<WildResponse> = fc.record({
  pieces: fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }),
  calls: fc.array(call, { maxLength: 3 }),
});
