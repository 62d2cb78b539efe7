/**
 * Actions of a message, for apps that compose their own rows. `Chat` has them built in.
 *
 * @example
 * ```tsx
 * import type { MessageObject } from '@threadkit/core';
 * import { toMarkdown } from '@threadkit/ui';
 * import { MessageActions } from '@threadkit/ui/message-actions';
 *
 * export const CopyButton = ({ message }: { message: MessageObject }) => (
 *   <MessageActions getText={() => toMarkdown([message])} />
 * );
 * ```
 *
 * @packageDocumentation
 */

export { DeleteQuestion, type DeleteQuestionProps } from './delete-question.tsx';
export { EditMessage, type EditMessageProps } from './edit-message.tsx';
export { editableText, editedInput } from './edited-input.ts';
export { Feedback, type FeedbackProps, type Rating } from './feedback.tsx';
export { MessageActions, type MessageActionsProps } from './message-actions.tsx';
