export type { ButtonProps as ActionProps } from '../button.tsx';
export {
  NoticeAction as Action,
  NoticeRoot as Root,
  type NoticeRootProps as RootProps,
  NoticeText as Text,
  type NoticeTextProps as TextProps,
} from './notice.tsx';
export { NoticeDetails as Details, type NoticeDetailsProps as DetailsProps } from './notice-details.tsx';
