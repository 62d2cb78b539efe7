export { NoticeAction as Action, NoticeRoot as Root, NoticeText as Text } from './notice.tsx';
export { NoticeDetails as Details } from './notice-details.tsx';
