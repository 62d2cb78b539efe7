import type { ThreadkitError } from '@threadkit/core';

/** Why a file is not even tried. */
export type Refusal = 'too-many' | 'too-large' | 'wrong-type' | 'empty';

/** How far a file has come. A refused one stays to be read, and goes with the message it did not get into. */
export type AttachmentState =
  | { readonly status: 'waiting' }
  | { readonly status: 'sending'; readonly sentBytes: number }
  | { readonly status: 'done'; readonly fileId: string }
  | { readonly status: 'failed'; readonly error: ThreadkitError }
  | { readonly status: 'refused'; readonly refusal: Refusal };

/** One file beside the text that is being written. */
export type Attachment = AttachmentState & {
  readonly key: string;
  readonly name: string;
  /** In bytes. Undefined for one that came back with a message, until it is known. */
  readonly size: number | undefined;
  /** MIME type as the browser says it; may be empty. */
  readonly type: string;
  /** Undefined for one that came back with a message: it has been sent already. */
  readonly file: File | undefined;
};
