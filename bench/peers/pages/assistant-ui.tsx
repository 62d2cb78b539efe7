/** assistant-ui with its runtime, primitives and Markdown; `content-visibility` on messages, as in its own components. */
import { ThreadPrimitive } from '@assistant-ui/react';
import { Composer, installAssistantUi, MESSAGE_COMPONENTS } from './assistant-ui-runtime.tsx';

installAssistantUi(
  <ThreadPrimitive.Root className="plain">
    <ThreadPrimitive.Viewport className="plain-thread">
      <ThreadPrimitive.Messages components={MESSAGE_COMPONENTS} />
    </ThreadPrimitive.Viewport>
    <Composer />
  </ThreadPrimitive.Root>,
);
