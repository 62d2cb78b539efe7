import { expect, it } from 'vitest';
import type { MessageContentPart, MessageObject } from '../../api/index.ts';
import { aMessage } from '../../testing/builders.ts';
import { isSameMessage, toOptimisticMessage } from './optimistic-message.ts';

const text = (value: string): MessageContentPart => ({ type: 'text', text: { value, annotations: [] } });
const stored = (...content: readonly MessageContentPart[]): MessageObject =>
  aMessage('', { role: 'user', run_id: null, content });
const sent = (content: string): MessageObject => toOptimisticMessage(content, 'thread_1', 0);

const image = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } } as const;

it.each<[string, MessageObject, MessageObject]>([
  [
    'members in another order, and more of them',
    sent('Where is it?'),
    stored(JSON.parse('{"id":"p1","text":{"annotations":[],"value":"Where is it?"},"type":"text"}')),
  ],
  ['white space at the ends', sent(' Where is it? \n'), stored(text('Where is it?'))],
  ['other line ends', sent('one\r\ntwo'), stored(text('one\ntwo'))],
  ['another form of Unicode', sent('cafe\u0301'), stored(text('caf\u00E9'))],
  [
    'a default filled in',
    stored(image, text('See')),
    stored({ type: 'image_url', image_url: { ...image.image_url, detail: 'auto' } }, text('See')),
  ],
])('a stored message with %s equals the sent message', (_name, mine, theirs) => {
  expect(isSameMessage(theirs, mine)).toBe(true);
});

it.each<[string, MessageObject, MessageObject]>([
  ['other words', sent('Where is it?'), stored(text('Where was it?'))],
  ['other white space inside', sent('a  b'), stored(text('a b'))],
  [
    'another image',
    stored(image),
    stored({ type: 'image_url', image_url: { url: 'https://example.com/b.png' } }),
  ],
  ['another kind of part', stored(image), stored({ type: 'image_file', image_file: { file_id: 'file_1' } })],
  ['a part more', sent('See'), stored(text('See'), image)],
  ['another role', sent('See'), { ...stored(text('See')), role: 'assistant' }],
])('a stored message with %s differs from the sent message', (_name, mine, theirs) => {
  expect(isSameMessage(theirs, mine)).toBe(false);
});
