'use client';

import type { ReactNode } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';

/**
 * Stands in the space above the first answer that came while the reader was away; what it stands above does not move
 * when it goes. Renders a `<div>`.
 */
export function UnreadDivider(): ReactNode {
  return <div data-slot="unread-divider">{useStrings().thread.newMark}</div>;
}
