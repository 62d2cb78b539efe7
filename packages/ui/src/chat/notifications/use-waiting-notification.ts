'use client';

import { useEffect } from 'react';
import { usePageHidden } from '../../internals/use-page-hidden.ts';
import { useStrings } from '../../locales/locale-provider.tsx';

/** A newer notification replaces the previous one. */
const TAG = 'threadkit-waiting';

/**
 * Shows a system notification while the tab is in the background and a tool call waits for the user. Only with the permission already
 * granted: it is never requested. The notification closes when the tab is visible again or the approval is decided;
 * clicking it brings the tab to the front.
 *
 * @param question The question of the waiting call; undefined while there is none.
 */
export function useWaitingNotification(question: string | undefined): void {
  const { notification } = useStrings();
  const isHidden = usePageHidden();
  // Show and close the system notification.
  useEffect(() => {
    if (!isHidden || question === undefined) return;
    if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
    const shown = notify(notification.title, question);
    if (!shown) return;
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
    });
    return () => shown.close();
  }, [isHidden, question, notification]);
}

function notify(title: string, body: string): Notification | undefined {
  try {
    return new Notification(title, { body, tag: TAG });
  } catch {
    // Some systems allow notifications by a service worker only. The title has the badge there.
    return undefined;
  }
}
