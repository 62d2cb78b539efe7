import type { ThreadkitError } from '@threadkit/core';

/** Why a file is not uploaded. */
export type RejectionReason = 'too-many' | 'too-large' | 'wrong-type' | 'empty';

/** Upload state of a file. A rejected file stays in the list until the message is sent. */
export type AttachmentState =
  | { readonly status: 'waiting' }
  | { readonly status: 'uploading'; readonly uploadedBytes: number }
  | { readonly status: 'done'; readonly fileId: string }
  | { readonly status: 'failed'; readonly error: ThreadkitError }
  | { readonly status: 'rejected'; readonly reason: RejectionReason };

/** A file in the composer. */
export type Attachment = AttachmentState & {
  /** Identifies the file in the list: the React key, and the argument of `remove` and `retry`. */
  readonly key: string;
  /** Name of the file, unsanitized. The file id for a file restored from a message of another page. */
  readonly name: string;
  /** Size in bytes. `undefined` for a file restored from a message of another page. */
  readonly size: number | undefined;
  /** MIME type reported by the browser; may be empty. */
  readonly type: string;
  /** `undefined` for a file restored from a message of another page, which needs no upload. */
  readonly file: File | undefined;
};
