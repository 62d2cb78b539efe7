export {
  MessageContent as Content,
  type MessageContentProps as ContentProps,
  MessagePart as Part,
  type MessagePartProps as PartProps,
  MessageRoot as Root,
  type MessageRootProps as RootProps,
} from './message.tsx';
export { MessageFailure as Failure, type MessageFailureProps as FailureProps } from './message-failure.tsx';
