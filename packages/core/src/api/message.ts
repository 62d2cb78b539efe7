import type { Metadata } from './metadata.ts';

/** Half-open range `[start_index, end_index)` of the part's text; `text` is the text of the range. */
interface AnnotationRange {
  text: string;
  start_index: number;
  end_index: number;
}

export interface FileCitationAnnotation extends AnnotationRange {
  type: 'file_citation';
  file_citation: {
    file_id: string;
    /** The cited text. Removed from the reference; older backends and messages have it. */
    quote?: string;
  };
}

export interface FilePathAnnotation extends AnnotationRange {
  type: 'file_path';
  file_path: { file_id: string };
}

export type Annotation = FileCitationAnnotation | FilePathAnnotation;

export interface TextContentPart {
  type: 'text';
  text: { value: string; annotations: readonly Annotation[] };
}

export interface ImageFileContentPart {
  type: 'image_file';
  image_file: { file_id: string; detail?: 'auto' | 'low' | 'high' };
}

export interface ImageUrlContentPart {
  type: 'image_url';
  image_url: { url: string; detail?: 'auto' | 'low' | 'high' };
}

export interface RefusalContentPart {
  type: 'refusal';
  refusal: string;
}

/** One part of a stored message. In requests text is a bare string: see {@link MessagePartParam}. */
export type MessageContentPart =
  | TextContentPart
  | ImageFileContentPart
  | ImageUrlContentPart
  | RefusalContentPart;

export type MessageStatus = 'in_progress' | 'incomplete' | 'completed';

export type MessageIncompleteReason =
  | 'content_filter'
  | 'max_tokens'
  | 'run_cancelled'
  | 'run_expired'
  | 'run_failed';

export interface MessageAttachment {
  file_id?: string;
  tools?: readonly ({ type: 'code_interpreter' } | { type: 'file_search' })[];
}

/**
 * @see The API reference, "The message object".
 * The hosted service left `status`, `incomplete_details`, `completed_at` and `incomplete_at` out of plain
 * responses: an absent status never means "in progress".
 */
export interface MessageObject {
  id: string;
  object: 'thread.message';
  /** Unix seconds. */
  created_at: number;
  thread_id: string;
  status?: MessageStatus;
  incomplete_details?: { reason: MessageIncompleteReason } | null;
  completed_at?: number | null;
  incomplete_at?: number | null;
  role: 'user' | 'assistant';
  content: readonly MessageContentPart[];
  /** Null unless a run created the message. */
  assistant_id: string | null;
  /** Null unless a run created the message. */
  run_id: string | null;
  attachments?: readonly MessageAttachment[] | null;
  metadata: Metadata | null;
}

/** A content part of a request: `text` is a string here and an object in {@link TextContentPart}. */
export type MessagePartParam = { type: 'text'; text: string } | ImageFileContentPart | ImageUrlContentPart;

export interface CreateMessageRequest {
  /** `assistant` only to seed a history. */
  role: 'user' | 'assistant';
  /** A string becomes one text part. At most 256,000 characters a text. */
  content: string | readonly MessagePartParam[];
  /** At most 10. */
  attachments?: readonly MessageAttachment[] | null | undefined;
  metadata?: Metadata | null | undefined;
}

export interface ModifyMessageRequest {
  metadata?: Metadata | null | undefined;
}
