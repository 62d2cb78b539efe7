import { expect, test } from 'vitest';
import { decodeEntities } from './decode-entities.ts';

test.each([
  ['a &amp; b &lt;c&gt;', 'a & b <c>'],
  ['&#8594; &#x2192; &rarr;', '→ → →'],
  ['&amp;lt;', '&lt;'],
  ['&unknown; &constructor; & alone', '&unknown; &constructor; & alone'],
  ['&#0; &#xd800; &#x110000;', '\ufffd \ufffd \ufffd'],
])('decodeEntities decodes %j to %j', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});
