import { describe, expect, it } from 'vitest';
import type { EngineMessage } from '../../engines/engine.ts';
import { createTokenCounter } from './token-counter.ts';

const text = (value: string) => ({ type: 'text' as const, text: { value, annotations: [] } });
/** Each character is a token. */
const counter = () => createTokenCounter((value) => value.length);

describe('createTokenCounter', () => {
  it.each<[string, EngineMessage, number]>([
    ['the texts of a message, and 4 tokens around it', { role: 'user', content: [text('ab'), text('c')] }, 7],
    ['a refusal', { role: 'assistant', content: [{ type: 'refusal', refusal: 'no' }] }, 6],
    ['the output of a tool', { role: 'tool', toolCallId: 'c', output: 'rain' }, 8],
    [
      'names and arguments of calls',
      { role: 'assistant', content: [text('a')], toolCalls: [{ id: 'c', name: 'fn', arguments: '{}' }] },
      9,
    ],
    [
      'an image as 1,000 tokens',
      { role: 'user', content: [{ type: 'image_file', image_file: { file_id: 'file_1' } }] },
      1004,
    ],
    [
      'an image of low resolution as 85 tokens',
      { role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://a.test', detail: 'low' } }] },
      89,
    ],
  ])('a message counts %s', (_what, message, tokens) => {
    expect(counter().ofMessages([message])).toBe(tokens);
    expect(counter().ofMessages([message, message])).toBe(2 * tokens);
  });

  it('tools count as their JSON', () => {
    const tool = { type: 'function' as const, function: { name: 'f', parameters: { type: 'object' } } };
    expect(counter().ofTools([tool])).toBe('{"name":"f","parameters":{"type":"object"}}'.length);
  });

  it('the same content is counted once', () => {
    let calls = 0;
    const count = createTokenCounter((value) => {
      calls += 1;
      return value.length;
    });
    const message: EngineMessage = { role: 'user', content: [text('ab')] };
    expect([count.ofMessages([message]), count.ofMessages([{ ...message }])]).toEqual([6, 6]);
    expect(calls).toBe(1);
  });
});
