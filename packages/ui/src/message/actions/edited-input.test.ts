import { expect, test } from 'vitest';
import { editableText, editedInput } from './edited-input.ts';

const text = (value: string) => ({ type: 'text', text: { value, annotations: [] } }) as const;
const image = { type: 'image_file', image_file: { file_id: 'file_1' } } as const;

test('what can be edited is the text of all parts, in their order', () => {
  expect(editableText({ content: [text('One'), image, text('Two')] })).toBe('One\n\nTwo');
});

test('a message of words alone is sent as words', () => {
  expect(editedInput({ content: [text('One')], attachments: [] }, 'Two')).toBe('Two');
});

test('images and files stay with the edited words', () => {
  const attachments = [{ file_id: 'file_2', tools: [{ type: 'file_search' as const }] }];
  expect(editedInput({ content: [text('One'), image], attachments }, 'Two')).toEqual({
    content: [image, { type: 'text', text: 'Two' }],
    attachments,
  });
});

test('a message may lose its words and keep its images', () => {
  expect(editedInput({ content: [text('One'), image], attachments: null }, '')).toEqual({
    content: [image],
    attachments: [],
  });
});
