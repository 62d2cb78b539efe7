import type {
  CreateMessageRequest,
  MessageContentPart,
  MessageIncompleteReason,
  MessageObject,
  MessagePartParam,
  RunObject,
} from '@threadkit/core/api';

/** A message created by a caller: completed, without a run. */
export function newMessage(
  body: CreateMessageRequest,
  place: { readonly id: string; readonly threadId: string; readonly at: number },
): MessageObject {
  const content = typeof body.content === 'string' ? [textPart(body.content)] : body.content.map(contentPart);
  return {
    id: place.id,
    object: 'thread.message',
    created_at: place.at,
    assistant_id: null,
    thread_id: place.threadId,
    run_id: null,
    status: 'completed',
    incomplete_details: null,
    completed_at: place.at,
    incomplete_at: null,
    role: body.role,
    content,
    attachments: body.attachments ?? [],
    metadata: body.metadata ?? {},
  };
}

function textPart(value: string): MessageContentPart {
  return { type: 'text', text: { value, annotations: [] } };
}

function contentPart(part: MessagePartParam): MessageContentPart {
  switch (part.type) {
    case 'text':
      return textPart(part.text);
    case 'image_file':
      return { type: 'image_file', image_file: { detail: 'auto', ...part.image_file } };
    case 'image_url':
      return { type: 'image_url', image_url: { detail: 'auto', ...part.image_url } };
  }
}

/** A message created by a run: in progress, without content. */
export function newAssistantMessage(run: RunObject, id: string, at: number): MessageObject {
  return {
    id,
    object: 'thread.message',
    created_at: at,
    assistant_id: run.assistant_id,
    thread_id: run.thread_id,
    run_id: run.id,
    status: 'in_progress',
    incomplete_details: null,
    completed_at: null,
    incomplete_at: null,
    role: 'assistant',
    content: [],
    attachments: [],
    metadata: {},
  };
}

export function completeMessage(message: MessageObject, at: number): MessageObject {
  return { ...message, status: 'completed', completed_at: at };
}

export function cutMessage(
  message: MessageObject,
  reason: MessageIncompleteReason,
  at: number,
): MessageObject {
  return { ...message, status: 'incomplete', incomplete_details: { reason }, incomplete_at: at };
}
