// @threadkit/ui/message-actions: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ReactNode } from "react";
import { MessageObject, RewriteOptions, SendInput, ThreadkitError } from "@threadkit/core";
/** The elements that parts render. */
type PrimitiveTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: all native props, and `asChild` to render the only child instead. */
type PrimitiveProps<T extends PrimitiveTag> = ComponentProps<T> & {
  /** Passes the part's attributes, handlers and ref to its only child instead of rendering an element. */
  asChild?: boolean | undefined;
};
/** Props of `DeleteQuestion`. */
interface DeleteQuestionProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** Deletes the message. Called after confirmation. */
  onDelete: () => void;
  /** Also called on Escape. */
  onCancel: () => void;
}
/** Asks for confirmation before a message is deleted. Renders a `<div>`. */
declare function DeleteQuestion({ onDelete, onCancel, ...props }: DeleteQuestionProps): ReactNode;
/** Props of `EditMessage`. */
interface EditMessageProps extends Omit<PrimitiveProps<'form'>, 'children' | 'asChild' | 'onSubmit'> {
  /** The message whose text is edited. A message with images or files may have an empty text. */
  message: Pick<MessageObject, 'content' | 'attachments'>;
  /**
   * Receives the message with its new text; images and files are kept. Resolves with the error, if any: the form then
   * stays open with the text.
   *
   * @param history `truncate` replaces the message and deletes the messages after it; `branch` copies the
   * earlier messages into a new thread and sends the message there.
   */
  onSend: (input: SendInput, history: RewriteOptions['history']) => Promise<ThreadkitError | undefined>;
  /** Also called on Escape. */
  onCancel: () => void;
}
/**
 * A form that edits a message's text in place, with the keys of the composer. Renders a `<form>`.
 */
declare function EditMessage({ message, onSend, onCancel, ...props }: EditMessageProps): ReactNode;
/** The editable text of a message: its text parts as paragraphs. */
declare function editableText({ content }: Pick<MessageObject, 'content'>): string;
/** A message with new text. Images and files are kept; the text becomes one part after them. */
declare function editedInput({ content, attachments }: Pick<MessageObject, 'content' | 'attachments'>, text: string): SendInput;
/** Rating of a response; undefined for none. */
type Rating = 'up' | 'down' | undefined;
/** Props of `Feedback`. */
interface FeedbackProps {
  /** Initial rating. */
  defaultRating?: Rating;
  /** Called with undefined when the selected button is pressed again. */
  onRate: (rating: Rating) => void;
}
/** Buttons to rate a response as good or bad. Renders two `<button>`s; the current rating has `aria-pressed="true"`. */
declare function Feedback({ defaultRating, onRate }: FeedbackProps): ReactNode;
/** Props of `MessageActions`. */
interface MessageActionsProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** Returns the text to copy; called when the copy button is pressed. */
  getText: () => string;
  /** Omit to hide the edit button. */
  onEdit?: (() => void) | undefined;
  /** Omit to hide the delete button. */
  onDelete?: (() => void) | undefined;
  /** The button that takes the focus on mount, after the form or question that it opened was closed. */
  focused?: 'edit' | 'delete' | undefined;
}
/** Copy, edit and delete buttons of a message: visible on hover and focus, always visible on touch screens. Renders a `<div>`. */
declare function MessageActions({ getText, onEdit, onDelete, focused, ...props }: MessageActionsProps): ReactNode;
export { DeleteQuestion, type DeleteQuestionProps, EditMessage, type EditMessageProps, Feedback, type FeedbackProps, MessageActions, type MessageActionsProps, type Rating, editableText, editedInput };