'use client';

import { type UseTimelineResult, useTimeline } from '@threadkit/react';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useAnnounce } from '../internals/announcer.tsx';
import { Button } from '../internals/button.tsx';
import { describeError } from '../internals/notice/describe-error.ts';
import { useStrings } from '../locales/locale-provider.tsx';
import { useThreadParts } from '../thread/thread.tsx';

/**
 * Button that loads older messages. After a failure the reason is shown beside the button and announced, and the button
 * retries. Renders a `<div>`, and nothing once all messages are loaded.
 */
export function ChatLoadOlder(): ReactNode {
  const timeline = useTimeline();
  return timeline.hasOlder ? <LoadOlder {...timeline} /> : null;
}

function LoadOlder({
  isLoadingOlder,
  olderError,
  loadOlder,
}: Pick<UseTimelineResult, 'isLoadingOlder' | 'olderError' | 'loadOlder'>): ReactNode {
  const strings = useStrings();
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  const { focusViewport } = useThreadParts('Chat.LoadOlder');
  // The button unmounts once everything is loaded: move its focus to the viewport.
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own && document.activeElement === own) focusViewport();
    };
  }, [focusViewport]);
  const failure =
    olderError && !isLoadingOlder
      ? `${strings.thread.loadOlderFailed} ${describeError(olderError, strings).text}`
      : undefined;
  // Every failed attempt is announced, also when the reason is the same: `failure` is undefined in between.
  useEffect(() => {
    if (failure !== undefined) announce(failure);
  }, [announce, failure]);
  return (
    <div data-slot="thread-older-line">
      <Button
        ref={button}
        data-slot="thread-older"
        variant="quiet"
        aria-disabled={isLoadingOlder}
        onClick={() => {
          if (!isLoadingOlder) void loadOlder();
        }}
      >
        {failure === undefined ? strings.thread.loadOlder : strings.error.retry}
      </Button>
      {failure !== undefined && <p data-slot="thread-older-error">{failure}</p>}
    </div>
  );
}
