'use client';

import { useEffect } from 'react';
import { formatCount } from '../../internals/format.ts';
import { usePageHidden } from '../../internals/use-page-hidden.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { createTitleBadge, type TitleBadge } from './title-badge.ts';

// Created on first use: there is no document when this is imported on a server.
let badge: TitleBadge | undefined;

/**
 * Adds the number of waiting tool calls to the page's title while the tab is in the background: "(1) Billing".
 *
 * @param count The number of tool calls that wait for the user.
 */
export function useWaitingTitle(count: number): void {
  const { languageTag, notification } = useStrings();
  const isHidden = usePageHidden();
  // Show the badge in the page's title.
  useEffect(() => {
    if (!isHidden || count === 0) return;
    badge ??= createTitleBadge(document);
    return badge.show(count, (total, title) =>
      notification.pageTitle(total, formatCount(total, languageTag), title),
    );
  }, [count, isHidden, languageTag, notification]);
}
