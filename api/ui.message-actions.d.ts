// @threadkit/ui/message-actions: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ReactNode } from "react";
import { MessageObject, SendInput, ThreadkitError } from "@threadkit/core";
/** The elements that parts render. */
type PartTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: all native props, and `asChild` to render the only child instead. */
type PartProps<T extends PartTag> = ComponentProps<T> & {
  /** Passes the part's attributes, handlers and ref to its only child instead of rendering an element. */
  asChild?: boolean | undefined;
};
interface DeleteQuestionProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  onDelete: () => void;
  /** Also called on Escape. */
  onKeep: () => void;
}
/** Asks for confirmation before a message is deleted. Renders a `<div>`. */
declare function DeleteQuestion({ onDelete, onKeep, ...props }: DeleteQuestionProps): ReactNode;
/** Where an edited message goes: in its own place, or at the end of a copy of the thread up to it. */
type EditTarget = 'truncate' | 'branch';
interface EditMessageProps extends Omit<PartProps<'form'>, 'children' | 'asChild' | 'onSubmit'> {
  message: Pick<MessageObject, 'content' | 'attachments'>;
  /**
   * Gets the message with its new words; its images and files are still in it. Resolves with what went wrong: nothing
   * is lost then, and the form stays.
   */
  onSend: (input: SendInput, target: EditTarget) => Promise<ThreadkitError | undefined>;
  /** Also called on Escape. */
  onCancel: () => void;
}
/**
 * A message's words in a field, in the message's place, with the keys of where it was first written. Renders a
 * `<form>`.
 */
declare function EditMessage({ message, onSend, onCancel, ...props }: EditMessageProps): ReactNode;
/** The text that a person can edit in a message: its text parts as paragraphs. */
declare function editableText({ content }: Pick<MessageObject, 'content'>): string;
/** A message with other words: its images and files stay. Text that stood in several parts becomes one, behind them. */
declare function editedInput({ content, attachments }: Pick<MessageObject, 'content' | 'attachments'>, text: string): SendInput;
/** What a person thinks of an answer; undefined: nothing, or not any more. */
type Rating = 'up' | 'down' | undefined;
interface FeedbackProps {
  /** What was said of it before. */
  defaultRating?: Rating;
  /** The pressed button pressed again takes the rating back. */
  onRate: (rating: Rating) => void;
}
/** Two quiet buttons: a good answer, a bad one. Selector of what was said: `[aria-pressed="true"]`. */
declare function Feedback({ defaultRating, onRate }: FeedbackProps): ReactNode;
interface MessageActionsProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  /** What the copy button copies; read when it is pressed. */
  text: () => string;
  /** Left out: cannot be edited now. */
  onEdit?: (() => void) | undefined;
  /** Left out: cannot be deleted now. */
  onDelete?: (() => void) | undefined;
  /** The button that takes the keyboard's focus back when what it opened is closed. */
  focused?: 'edit' | 'delete' | undefined;
}
/** What can be done with a message: seen on hover and focus, always there for touch. Renders a `<div>`. */
declare function MessageActions({ text, onEdit, onDelete, focused, ...props }: MessageActionsProps): ReactNode;
export { DeleteQuestion, type DeleteQuestionProps, EditMessage, type EditMessageProps, type EditTarget, Feedback, type FeedbackProps, MessageActions, type MessageActionsProps, type Rating, editableText, editedInput };