'use client';

import type { ReactNode } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';

/**
 * Divider above the first unread response. It is placed in the gap between two rows, so that nothing moves when it is
 * removed. Renders a `<div>`.
 */
export function UnreadDivider(): ReactNode {
  return <div data-slot="unread-divider">{useStrings().thread.unread}</div>;
}
