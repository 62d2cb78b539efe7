import type { MessageContentPart } from '@threadkit/core';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

const textOf = (...content: readonly object[]): string =>
  plainText({ content: content as MessageContentPart[] });
const text = (value: string): MessageContentPart => ({ type: 'text', text: { value, annotations: [] } });

test('plainText contains texts and refusals as paragraphs, without images', () => {
  const image = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } };
  expect(textOf(text('One.'), image, { type: 'refusal', refusal: 'No.' })).toBe('One.\n\nNo.');
});

test.each([
  [{ type: 'output_text', text: 'Hello.' }, 'Hello.'],
  [{ type: 'input_audio', input_audio: { data: 'AAAA' } }, '[input_audio]'],
  [{ type: 'thinking', text: null }, '[thinking]'],
])('plainText of a part of an unknown type is its text or its type: %j', (part, expected) => {
  expect(textOf(part)).toBe(expected);
});
