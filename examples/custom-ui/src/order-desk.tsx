import '@threadkit/ui/styles.css';
import './order-desk.css';
import { Chat, Composer, Thread } from '@threadkit/ui';
import { refund } from './refund.ts';

const Bubble = (props: Chat.MessageProps) => <Chat.Message {...props} className="bubble" />;

const Ticket = ({ isFirstUnread, ...props }: Chat.RunProps) => (
  <Chat.Run {...props} className="ticket">
    {isFirstUnread && <Chat.UnreadDivider />}
    <header>Order desk</header>
    <Chat.RunItems />
    <Chat.RunFooter />
  </Chat.Run>
);

const tools = [refund];
const components = { Message: Bubble, Run: Ticket };

export const OrderDesk = () => (
  <Chat.Root assistantId="asst_demo" tools={tools} components={components} className="desk">
    <Thread.Viewport>
      <Chat.Timeline />
    </Thread.Viewport>
    <Chat.ScrollToBottom />
    <Chat.Error />
    <Chat.Queue />
    <Chat.Composer className="bar">
      <Composer.Send className="bar-button" />
      <Composer.Input className="bar-field" placeholder="Ask about an order" />
    </Chat.Composer>
  </Chat.Root>
);
