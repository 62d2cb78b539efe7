import { expect, test } from 'vitest';
import { editableText, editedInput } from './edited-input.ts';

const text = (value: string) => ({ type: 'text', text: { value, annotations: [] } }) as const;
const image = { type: 'image_file', image_file: { file_id: 'file_1' } } as const;

test('editableText joins the text parts in order', () => {
  expect(editableText({ content: [text('One'), image, text('Two')] })).toBe('One\n\nTwo');
});

test('editedInput returns a string for a message with text only', () => {
  expect(editedInput({ content: [text('One')], attachments: [] }, 'Two')).toBe('Two');
});

test('editedInput keeps images and files', () => {
  const attachments = [{ file_id: 'file_2', tools: [{ type: 'file_search' as const }] }];
  expect(editedInput({ content: [text('One'), image], attachments }, 'Two')).toEqual({
    content: [image, { type: 'text', text: 'Two' }],
    attachments,
  });
});

test('editedInput keeps images when the text is removed', () => {
  expect(editedInput({ content: [text('One'), image], attachments: null }, '')).toEqual({
    content: [image],
    attachments: [],
  });
});
