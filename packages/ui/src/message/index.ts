export { MessageContent as Content, MessageRoot as Root } from './message.tsx';
export { MessageFailure as Failure } from './message-failure.tsx';
