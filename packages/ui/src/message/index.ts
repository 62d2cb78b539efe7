export {
  MessageContent as Content,
  MessagePart as Part,
  type MessagePartProps as PartProps,
  MessageRoot as Root,
} from './message.tsx';
export { MessageFailure as Failure } from './message-failure.tsx';
