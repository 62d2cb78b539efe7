import type { MessageObject, MessagePartParam, SendInput } from '@threadkit/core';

/** The editable text of a message: its text parts as paragraphs. */
export function editableText({ content }: Pick<MessageObject, 'content'>): string {
  return content.flatMap((part) => (part.type === 'text' ? [part.text.value] : [])).join('\n\n');
}

/** A message with new text. Images and files are kept; the text becomes one part after them. */
export function editedInput(
  { content, attachments }: Pick<MessageObject, 'content' | 'attachments'>,
  text: string,
): SendInput {
  const images = content.filter((part) => part.type === 'image_file' || part.type === 'image_url');
  const files = attachments ?? [];
  if (images.length === 0 && files.length === 0) return text;
  const parts: MessagePartParam[] = text === '' ? images : [...images, { type: 'text', text }];
  return { content: parts, attachments: files };
}
