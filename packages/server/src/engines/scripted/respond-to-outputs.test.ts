import { describe, expect, it } from 'vitest';
import { respondToOutputs } from './respond-to-outputs.ts';

const respond = (...outputs: readonly string[]) =>
  respondToOutputs(outputs.map((output, index) => ({ name: `tool_${index}`, arguments: '{}', output })));

describe('respondToOutputs', () => {
  it.each([
    ['a text', 'sunny, 21 °C', /`sunny, 21 °C`/],
    ['a JSON text', '"sunny"', /`sunny`/],
    ['an object', '{"sky":"clear","temp":21}', /\| `sky` \| `clear` \|\n\| `temp` \| `21` \|/],
    [
      'a list of objects',
      '[{"a":1,"b":"x"},{"a":2,"b":"y"}]',
      /\| a \| b \|\n\| --- \| --- \|\n\| `1` \| `x` \|/,
    ],
    ['a list of values', '["x",2]', /- `x`\n- `2`/],
    ['an empty output', '', /An empty output/],
    ['an empty list', '[]', /An empty list/],
    ['an error', '{"error":"no such city"}', /\*\*error\*\*: `no such city`/],
    ['several lines', 'one\ntwo', /```\none\ntwo\n```/],
  ])('respondToOutputs shows %s', (_what, output, expected) => {
    expect(respond(output)).toMatch(expected);
  });

  it('a response from several outputs names every tool', () => {
    const text = respond('one', 'two');
    expect(text).toMatch(/### `tool_0`\n\n`one`/);
    expect(text).toMatch(/### `tool_1`\n\n`two`/);
  });

  it('a response ends with what was asked for, whoever executed it', () => {
    expect(respond('one')).toMatch(
      /\*I asked for `tool_0` with `\{\}`\. A step .* the call with its output\.\*$/,
    );
    expect(respond('one', 'two')).toMatch(/`tool_0` .*, `tool_1` .* the calls with their outputs\.\*$/);
  });

  it('backticks, pipes and fences in outputs are escaped', () => {
    expect(respond('a `b` c')).toContain('``a `b` c``');
    expect(respond('{"k":"a|b"}')).toContain('`a\\|b`');
    expect(respond('x\n```\ny')).toContain('````\nx\n```\ny\n````');
  });

  it('a long list is shortened and states how many items are left out', () => {
    expect(respond(JSON.stringify(Array.from({ length: 20 }, (_, index) => index)))).toContain(
      '… and 8 more.',
    );
  });
});
