'use client';

import { useEffect } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useHidden } from './use-waiting-title.ts';

/** The newest question replaces the one before. */
const TAG = 'threadkit-waiting';

/**
 * While the tab is in the background, tells a question through the system. Only where the person has allowed that
 * already: this never asks. The notification goes when the tab is back or the question is answered; pressing it
 * brings the tab to the front.
 *
 * @param question What is asked; undefined while nothing is.
 */
export function useWaitingNotification(question: string | undefined): void {
  const { waiting } = useStrings();
  const isHidden = useHidden();
  // Joins the system's notifications.
  useEffect(() => {
    if (!isHidden || question === undefined) return;
    if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
    const shown = notify(waiting.notification, question);
    if (!shown) return;
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
    });
    return () => shown.close();
  }, [isHidden, question, waiting]);
}

function notify(title: string, body: string): Notification | undefined {
  try {
    return new Notification(title, { body, tag: TAG });
  } catch {
    // Some systems only let a service worker notify. The title says it there.
    return undefined;
  }
}
