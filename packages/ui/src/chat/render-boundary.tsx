'use client';

import { type ReactNode, useState } from 'react';
import { ErrorBoundary } from '../internals/error-boundary.tsx';
import * as Notice from '../internals/notice/index.ts';
import { useStrings } from '../locales/locale-provider.tsx';
import { useChat } from './chat-context.ts';

interface RenderBoundaryProps {
  children: ReactNode;
  /** Returns the content as text, which the notice offers. May throw. */
  readText: () => string;
  /** A new value renders the content again. */
  resetKey?: unknown;
}

/** Error boundary of one message, step or approval: a notice replaces what threw, and the rest of the thread stays. */
export function RenderBoundary({ children, readText, resetKey }: RenderBoundaryProps): ReactNode {
  const { onRenderError } = useChat('Chat.Timeline');
  return (
    <ErrorBoundary
      onError={onRenderError}
      resetKey={resetKey}
      renderFallback={(error) => <RenderError error={error} readText={readText} />}
    >
      {children}
    </ErrorBoundary>
  );
}

function RenderError({ error, readText }: { error: Error; readText: () => string }): ReactNode {
  const strings = useStrings();
  const [showsText, setShowsText] = useState(false);
  return (
    <>
      <Notice.Root icon="failed" tone="failed" data-kind="render">
        <Notice.Text title={strings.message.renderFailed.title}>
          {strings.message.renderFailed.text}
        </Notice.Text>
        <Notice.Action aria-expanded={showsText} onClick={() => setShowsText(!showsText)}>
          {strings.message.showAsText}
        </Notice.Action>
        <Notice.Details text={`${error.name}: ${error.message}`} />
      </Notice.Root>
      {showsText && <pre data-slot="message-source">{safeText(readText)}</pre>}
    </>
  );
}

/** The text of a message that throws while rendering may throw as well. */
function safeText(readText: () => string): string {
  try {
    return readText();
  } catch (error) {
    return String(error);
  }
}
