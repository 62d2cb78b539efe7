import type { MessageAttachment, MessagePartParam, SendInput } from '@threadkit/core';
import type { Attachment } from './attachment.ts';

/** What models see; any other image is a file like others. */
const SEEN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** What the service searches, by the end of the name. All else is for code to read. */
const SEARCHED = new Set(
  'c cpp cs css doc docx go html java js json md pdf php pptx py rb sh tex ts txt'.split(' '),
);

/** Whether a file is shown to the model, and not handed to a tool. */
export function isSeen({ type }: Pick<Attachment, 'type'>): boolean {
  return SEEN.has(type);
}

/** A message with its files: images before its text, others beside it, each for the tool that can read it. */
export function toInput(text: string, attachments: readonly Attachment[]): SendInput {
  const done = attachments.filter((attachment) => attachment.status === 'done');
  if (done.length === 0) return text;
  const images = done
    .filter(isSeen)
    .map(({ fileId }): MessagePartParam => ({ type: 'image_file', image_file: { file_id: fileId } }));
  const files = done
    .filter((attachment) => !isSeen(attachment))
    .map(({ fileId, name }): MessageAttachment => ({ file_id: fileId, tools: [{ type: toolFor(name) }] }));
  return {
    content: [...images, ...(text === '' ? [] : [{ type: 'text' as const, text }])],
    ...(files.length > 0 && { attachments: files }),
  };
}

function toolFor(name: string): 'file_search' | 'code_interpreter' {
  return SEARCHED.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
    ? 'file_search'
    : 'code_interpreter';
}

/** The files of a message that comes back to be changed: ids, and which of them are images. */
export function filesOfInput(input: SendInput): readonly { fileId: string; isImage: boolean }[] {
  if (typeof input === 'string') return [];
  const { content, attachments } = input;
  const images = typeof content === 'string' ? [] : content.filter((part) => part.type === 'image_file');
  return [
    ...images.map((part) => ({ fileId: part.image_file.file_id, isImage: true })),
    ...(attachments ?? []).flatMap(({ file_id: fileId }) =>
      fileId === undefined ? [] : [{ fileId, isImage: false }],
    ),
  ];
}
