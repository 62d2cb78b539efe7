import { describe, expect, it } from 'vitest';
import { parsePartialJson } from './partial-json.ts';

describe('parsePartialJson', () => {
  it.each([
    ['', undefined],
    ['{', {}],
    ['{"pa', {}],
    ['{"path"', {}],
    ['{"path":', {}],
    ['{"path":"/no', { path: '/no' }],
    ['{"path":"/no\\', { path: '/no' }],
    ['{"path":"\\u00e', { path: '' }],
    ['{"path":"/notes","depth":1', { path: '/notes' }],
    ['{"path":"/notes","depth":1,', { path: '/notes', depth: 1 }],
    ['{"deep":{"list":[1,2,{"a":"b', { deep: { list: [1, 2, { a: 'b' }] } }],
    ['["a","b', ['a', 'b']],
    ['{"a":tru', {}],
    ['nonsense', undefined],
    ['{"a":1}', { a: 1 }],
  ])('parsePartialJson reads %j as %j', (text, value) => {
    expect(parsePartialJson(text)).toEqual(value);
  });

  it('parsePartialJson returns the complete value at the end, and never throws before', () => {
    const text = JSON.stringify({
      city: 'Zürich "old" \\ town',
      days: [1, 2.5, -3e4],
      deep: { ok: true, no: null },
    });
    for (let end = 0; end < text.length; end += 1) {
      expect(() => parsePartialJson(text.slice(0, end))).not.toThrow();
    }
    expect(parsePartialJson(text)).toEqual(JSON.parse(text));
  });
});
