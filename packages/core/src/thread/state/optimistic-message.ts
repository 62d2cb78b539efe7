import type { CreateMessageRequest, MessageContentPart, MessageObject } from '../../api/index.ts';
import type { SendInput } from '../types.ts';

/** The request body of a sent input. */
export function toMessageRequest(input: SendInput): CreateMessageRequest {
  return typeof input === 'string' ? { role: 'user', content: input } : { role: 'user', ...input };
}

/** The message to show until the server's object arrives. Its `id` is empty. */
export function toOptimisticMessage(
  input: SendInput,
  threadId: string | undefined,
  now: number,
): MessageObject {
  const { content, metadata, attachments } = toMessageRequest(input);
  const parts: MessageContentPart[] =
    typeof content === 'string'
      ? [{ type: 'text', text: { value: content, annotations: [] } }]
      : content.map((part) =>
          part.type === 'text' ? { type: 'text', text: { value: part.text, annotations: [] } } : part,
        );
  return {
    id: '',
    object: 'thread.message',
    created_at: Math.floor(now / 1_000),
    thread_id: threadId ?? '',
    role: 'user',
    content: parts,
    assistant_id: null,
    run_id: null,
    attachments: attachments ?? [],
    metadata: metadata ?? {},
  };
}

/**
 * Whether a stored message has the content of a sent one, to find a send whose response was lost. Compares role, types of
 * parts, texts, and ids or URLs. Ignores what backends change: order and defaults of members, additional members, line
 * endings, Unicode normalization, and white space around a text.
 */
export function isSameMessage(stored: MessageObject, sent: MessageObject): boolean {
  const contents = (message: MessageObject): string => JSON.stringify(message.content.map(toComparable));
  return stored.role === sent.role && contents(stored) === contents(sent);
}

function toComparable(part: MessageContentPart): readonly string[] {
  switch (part.type) {
    case 'text':
      return [part.type, part.text.value.normalize().replaceAll('\r\n', '\n').trim()];
    case 'image_file':
      return [part.type, part.image_file.file_id];
    case 'image_url':
      return [part.type, part.image_url.url];
    default:
      return [part.type];
  }
}
