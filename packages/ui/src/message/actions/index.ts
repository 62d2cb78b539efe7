export { DeleteQuestion, type DeleteQuestionProps } from './delete-question.tsx';
export { EditMessage, type EditMessageProps, type EditTarget } from './edit-message.tsx';
export { editableText, editedInput } from './edited-input.ts';
export { Feedback, type FeedbackProps, type Rating } from './feedback.tsx';
export { MessageActions, type MessageActionsProps } from './message-actions.tsx';
