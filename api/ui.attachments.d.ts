// @threadkit/ui/attachments: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ReactNode } from "react";
import { FilesApi, SendInput, Subscribable, ThreadkitError } from "@threadkit/core";
/** The elements that parts render. */
type PartTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: all native props, and `asChild` to render the only child instead. */
type PartProps<T extends PartTag> = ComponentProps<T> & {
  /** Passes the part's attributes, handlers and ref to its only child instead of rendering an element. */
  asChild?: boolean | undefined;
};
/** Asks for files. Renders a `<button>`, and beside it the hidden field that opens the system's own picker. */
declare function AttachButton({ onClick, ...props }: PartProps<'button'>): ReactNode;
/** Why a file is not even tried. */
type Refusal = 'too-many' | 'too-large' | 'wrong-type' | 'empty';
/** How far a file has come. A refused one stays to be read, and goes with the message it did not get into. */
type AttachmentState = {
  readonly status: 'waiting';
} | {
  readonly status: 'sending';
  readonly sentBytes: number;
} | {
  readonly status: 'done';
  readonly fileId: string;
} | {
  readonly status: 'failed';
  readonly error: ThreadkitError;
} | {
  readonly status: 'refused';
  readonly refusal: Refusal;
};
/** One file beside the text that is being written. */
type Attachment = AttachmentState & {
  readonly key: string;
  readonly name: string;
  /** In bytes. Undefined for one that came back with a message, until it is known. */
  readonly size: number | undefined;
  /** MIME type as the browser says it; may be empty. */
  readonly type: string;
  /** Undefined for one that came back with a message: it has been sent already. */
  readonly file: File | undefined;
};
/** What a message may carry. */
interface AttachmentLimits {
  /** Files a message. @defaultValue 10, which is what the contract allows */
  readonly count: number;
  /** Bytes a file. @defaultValue 20 MiB, which is the server's own default */
  readonly bytes: number;
  /** As the `accept` attribute: `image/*`, `text/csv`, `.pdf`, comma-separated. @defaultValue any */
  readonly accept: string;
}
declare const DEFAULT_LIMITS: AttachmentLimits;
/** The files above the text, a row each. Renders a `<ul>`, and nothing while there are none. */
declare function AttachmentList(props: Omit<PartProps<'ul'>, 'children' | 'asChild'>): ReactNode;
/** The files beside the text that is being written, on their way to the server. Nothing of it knows React. */
interface AttachmentTray extends Subscribable<readonly Attachment[]> {
  /** Sends the files; those that are refused or fail stay and say why. */
  add(files: readonly File[]): void;
  /** Takes a file out, also in the middle of its way. What the server has of it stays there. */
  remove(key: string): void;
  retry(key: string): void;
  /** The message with its files, and an empty tray. */
  take(text: string): SendInput;
  /** Puts the files of a message back that is to be changed. */
  restore(input: SendInput): void;
  /** Stops what is on its way. */
  close(): void;
}
interface UseAttachmentsResult extends Omit<AttachmentTray, 'getSnapshot' | 'subscribe' | 'close'> {
  readonly attachments: readonly Attachment[];
  readonly limits: AttachmentLimits;
}
/**
 * The files beside a text that is being written: sent as soon as they are chosen, and put into the message by
 * `take`. `limits` are read once.
 */
declare function useAttachments(files: FilesApi, limits?: Partial<AttachmentLimits>): UseAttachmentsResult;
interface AttachmentsRootProps {
  /** From `useAttachments`. */
  value: UseAttachmentsResult;
  children?: ReactNode;
}
/** Joins the parts around the files of a composer. Renders no element. */
declare function AttachmentsRoot({ value, children }: AttachmentsRootProps): ReactNode;
/**
 * Takes what is dropped on the thread or pasted into it, or on the composer where it stands alone. Says so while
 * files are held above. Renders a `<div>`, hidden until then.
 */
declare function DropZone(props: Omit<PartProps<'div'>, 'children' | 'ref' | 'asChild'>): ReactNode;
type ButtonProps = PartProps<'button'>;
type ListProps = Omit<PartProps<'ul'>, 'children' | 'asChild'>;
type DropZoneProps = Omit<PartProps<'div'>, 'children' | 'ref' | 'asChild'>;
export { type Attachment, type AttachmentState, AttachButton as Button, ButtonProps, DEFAULT_LIMITS, DropZone, DropZoneProps, type AttachmentLimits as Limits, AttachmentList as List, ListProps, type Refusal, AttachmentsRoot as Root, type AttachmentsRootProps as RootProps, type UseAttachmentsResult, useAttachments };