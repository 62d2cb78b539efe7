'use client';

import { type ReactNode, useState } from 'react';
import { ErrorBoundary } from '../internals/error-boundary.tsx';
import * as Notice from '../internals/notice/index.ts';
import { useStrings } from '../locales/locale-provider.tsx';
import { useChat } from './chat-context.ts';

interface ContainedProps {
  children: ReactNode;
  /** The content as text, for when it cannot be rendered. May throw. */
  readText: () => string;
  /** Another value renders the content again. */
  resetKey?: unknown;
}

/** One message, step or answer box: what throws in it becomes a line, and the rest of the thread stays. */
export function Contained({ children, readText, resetKey }: ContainedProps): ReactNode {
  const { onError } = useChat('Contained');
  return (
    <ErrorBoundary
      onError={onError}
      resetKey={resetKey}
      renderFallback={(error) => <NotShown error={error} readText={readText} />}
    >
      {children}
    </ErrorBoundary>
  );
}

function NotShown({ error, readText }: { error: Error; readText: () => string }): ReactNode {
  const strings = useStrings();
  const [showsText, setShowsText] = useState(false);
  return (
    <>
      <Notice.Root icon="failed" tone="failed" data-kind="render">
        <Notice.Text title={strings.message.notShown.title}>{strings.message.notShown.text}</Notice.Text>
        <Notice.Action aria-expanded={showsText} onClick={() => setShowsText(!showsText)}>
          {strings.message.showText}
        </Notice.Action>
        <Notice.Details text={`${error.name}: ${error.message}`} />
      </Notice.Root>
      {showsText && <pre data-slot="message-source">{safeText(readText)}</pre>}
    </>
  );
}

/** What cannot be rendered may not be readable either. */
function safeText(readText: () => string): string {
  try {
    return readText();
  } catch (error) {
    return String(error);
  }
}
