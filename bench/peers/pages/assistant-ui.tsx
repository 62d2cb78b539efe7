/** Its runtime, primitives and markdown; messages out of sight are skipped by the browser, as in its own kit. */
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
