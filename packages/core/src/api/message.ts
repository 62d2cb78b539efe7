import type { Metadata } from './metadata.ts';

/** Half-open range `[start_index, end_index)` of the part's text; `text` is the text of the range. */
interface AnnotationRange {
  text: string;
  start_index: number;
  end_index: number;
}

/** Cites a file that a tool searched. The range covers the marker in the text, such as `【4:0†handbook.md】`. */
export interface FileCitationAnnotation extends AnnotationRange {
  type: 'file_citation';
  file_citation: {
    file_id: string;
    /** The cited text. Removed from the reference; older backends and messages have it. */
    quote?: string;
  };
}

/** Links a file that `code_interpreter` wrote. The range covers its path in the text. */
export interface FilePathAnnotation extends AnnotationRange {
  type: 'file_path';
  file_path: { file_id: string };
}

/** What a range of a text refers to. */
export type Annotation = FileCitationAnnotation | FilePathAnnotation;

/** Text of a stored message, with its citations and file links. */
export interface TextContentPart {
  type: 'text';
  text: { value: string; annotations: readonly Annotation[] };
}

/** An image uploaded with `purpose: 'vision'`, or written by `code_interpreter`. */
export interface ImageFileContentPart {
  type: 'image_file';
  image_file: { file_id: string; detail?: 'auto' | 'low' | 'high' };
}

/** An image at a URL. The provider of the model reads it. */
export interface ImageUrlContentPart {
  type: 'image_url';
  image_url: { url: string; detail?: 'auto' | 'low' | 'high' };
}

/** The reason why the model refuses to respond. */
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

/** Only messages of a run are ever `in_progress` or `incomplete`. */
export type MessageStatus = 'in_progress' | 'incomplete' | 'completed';

/** Why a message ends early. Its run ended in the same way. */
export type MessageIncompleteReason =
  | 'content_filter'
  | 'max_tokens'
  | 'run_cancelled'
  | 'run_expired'
  | 'run_failed';

/** A file of a message, and the tools that may read it. */
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

/** Body of `createMessage`, and a message in other bodies. */
export interface CreateMessageRequest {
  /** `assistant` only to seed a history. */
  role: 'user' | 'assistant';
  /** A string becomes one text part. At most 256,000 characters a text. */
  content: string | readonly MessagePartParam[];
  /** At most 10. */
  attachments?: readonly MessageAttachment[] | null | undefined;
  metadata?: Metadata | null | undefined;
}

/** Body of `modifyMessage`. Content cannot be changed. The metadata map is replaced whole. */
export interface ModifyMessageRequest {
  metadata?: Metadata | null | undefined;
}
