import type { MessageAttachment, MessagePartParam, SendInput } from '@threadkit/core';
import type { Attachment } from './attachment.ts';

/** Image types that models accept; other images are sent as files. */
const MODEL_IMAGE_TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

type ToolType = 'file_search' | 'code_interpreter';

/** Extensions of texts, which are searched. */
const TEXTS = new Set(
  'c cpp cs css doc docx go htm html java js md pdf php pptx rb sh tex ts txt'.split(' '),
);
/** Extensions of data and of Python, which are searched and computed with. */
const DATA = new Set('csv json jsonl py tsv xml yaml yml'.split(' '));

/** Whether a file is sent to the model as an image, not to a tool as a file. */
export function isModelImage({ type }: Pick<Attachment, 'type'>): boolean {
  return MODEL_IMAGE_TYPES.has(type);
}

/** A message with its files: images before the text, other files as attachments with the tools that read them. */
export function toInput(text: string, attachments: readonly Attachment[]): SendInput {
  const done = attachments.filter((attachment) => attachment.status === 'done');
  if (done.length === 0) return text;
  const images = done
    .filter(isModelImage)
    .map(({ fileId }): MessagePartParam => ({ type: 'image_file', image_file: { file_id: fileId } }));
  const files = done
    .filter((attachment) => !isModelImage(attachment))
    .map(
      ({ fileId, name }): MessageAttachment => ({
        file_id: fileId,
        tools: toolsFor(name).map((type) => ({ type })),
      }),
    );
  return {
    content: [...images, ...(text === '' ? [] : [{ type: 'text' as const, text }])],
    ...(files.length > 0 && { attachments: files }),
  };
}

/** Files that are neither text nor data are computed with: code can read any file. */
function toolsFor(name: string): readonly ToolType[] {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (TEXTS.has(extension)) return ['file_search'];
  return DATA.has(extension) ? ['code_interpreter', 'file_search'] : ['code_interpreter'];
}

/** The ids of a message's files, and which of them are images. */
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
