// @threadkit/ui/attachments: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ReactNode } from "react";
import { FilesApi, SendInput, ThreadkitError } from "@threadkit/core";
/** The elements that parts render. */
type PrimitiveTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: all native props, and `asChild` to render the only child instead. */
type PrimitiveProps<T extends PrimitiveTag> = ComponentProps<T> & {
  /** Passes the part's attributes, handlers and ref to its only child instead of rendering an element. */
  asChild?: boolean | undefined;
};
/** Button that opens the system's file picker. Renders a `<button>`, followed by a hidden file input. */
declare function AttachButton({ onClick, ...props }: PrimitiveProps<'button'>): ReactNode;
/** Why a file is not uploaded. */
type RejectionReason = 'too-many' | 'too-large' | 'wrong-type' | 'empty';
/** Upload state of a file. A rejected file stays in the list until the message is sent. */
type AttachmentState = {
  readonly status: 'waiting';
} | {
  readonly status: 'uploading';
  readonly uploadedBytes: number;
} | {
  readonly status: 'done';
  readonly fileId: string;
} | {
  readonly status: 'failed';
  readonly error: ThreadkitError;
} | {
  readonly status: 'rejected';
  readonly reason: RejectionReason;
};
/** A file in the composer. */
type Attachment = AttachmentState & {
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
/** Limits for the files of a message. */
interface AttachmentLimits {
  /** Maximum number of files. @defaultValue 10, the limit of the API */
  readonly fileCount: number;
  /** Maximum size of a file in bytes. @defaultValue 20 MiB, the default of Threadkit's server */
  readonly fileBytes: number;
  /** Accepted types in the format of the `accept` attribute: `image/*, text/csv, .pdf`. @defaultValue all types */
  readonly accept: string;
}
/** The limits that apply where `limits` names none. */
declare const DEFAULT_LIMITS: AttachmentLimits;
/** The attached files, one row each. Renders a `<ul>`, or nothing without files. */
declare function AttachmentList(props: Omit<PrimitiveProps<'ul'>, 'children' | 'asChild'>): ReactNode;
/** What changes the attachments of a composer. */
interface AttachmentActions {
  /** Uploads files. A file that is rejected or fails stays in the list with the reason. */
  add(files: readonly File[]): void;
  /** Removes a file and aborts its upload. Does not delete it from the server. */
  remove(key: string): void;
  /** Uploads a failed file again. */
  retry(key: string): void;
  /** Returns a message with `text` and the uploaded files, and empties the list. */
  take(text: string): SendInput;
  /** Adds the files of a message that returns to the composer. */
  restore(input: SendInput): void;
}
/** Result of `useAttachments`. */
interface UseAttachmentsResult extends AttachmentActions {
  /** The files in the order in which they were added. */
  readonly attachments: readonly Attachment[];
  /** The limits in effect: the given ones, with defaults for the rest. */
  readonly limits: AttachmentLimits;
}
/**
 * The attachments of a composer. Files are uploaded when they are added; `take` returns the message that contains them.
 *
 * @param limits Read once, on mount.
 */
declare function useAttachments(files: FilesApi, limits?: Partial<AttachmentLimits>): UseAttachmentsResult;
/** Props of `Attachments.Root`. */
interface AttachmentsRootProps {
  /** The result of `useAttachments`. */
  value: UseAttachmentsResult;
  /** The other `Attachments` parts. */
  children?: ReactNode;
}
/** Provides attachments to the other `Attachments` parts. Renders no element. */
declare function AttachmentsRoot({ value, children }: AttachmentsRootProps): ReactNode;
/**
 * Attaches files that are dropped on or pasted into the thread, or the composer if it is not in a thread. Renders a
 * `<div>`, hidden unless files are dragged over it.
 */
declare function DropZone(props: Omit<PrimitiveProps<'div'>, 'children' | 'ref' | 'asChild'>): ReactNode;
/** Props of `Attachments.Button`. */
type ButtonProps = PrimitiveProps<'button'>;
/** Props of `Attachments.List`. */
type ListProps = Omit<PrimitiveProps<'ul'>, 'children' | 'asChild'>;
/** Props of `Attachments.DropZone`. */
type DropZoneProps = Omit<PrimitiveProps<'div'>, 'children' | 'ref' | 'asChild'>;
export { type Attachment, type AttachmentActions, type AttachmentLimits, type AttachmentState, AttachButton as Button, ButtonProps, DEFAULT_LIMITS, DropZone, DropZoneProps, AttachmentList as List, ListProps, type RejectionReason, AttachmentsRoot as Root, type AttachmentsRootProps as RootProps, type UseAttachmentsResult, useAttachments };