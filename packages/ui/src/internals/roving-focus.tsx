'use client';

import { RovingFocus } from 'radix-ui/internal';
import type { ReactElement, ReactNode } from 'react';

export interface RovingFocusListProps {
  /** `tabStopId` of the item that Tab focuses. */
  tabStopId: string | undefined;
  /** Called with the `tabStopId` of an item that receives the focus, unless it is the current one. */
  onTabStopChange: (tabStopId: string) => void;
  /** The list's element. */
  children: ReactElement;
}

// Radix sets `outline: none` as a style, which server markup would carry as an attribute that strict policies refuse.
const NO_STYLE = { outline: undefined };

/**
 * A vertical list with a single tab stop. Arrow keys, Home and End move the focus between its items and stop at the
 * ends. Renders its only child.
 */
export function RovingFocusList({ tabStopId, onTabStopChange, children }: RovingFocusListProps): ReactNode {
  return (
    <RovingFocus.Root
      asChild
      orientation="vertical"
      style={NO_STYLE}
      currentTabStopId={tabStopId ?? null}
      onCurrentTabStopIdChange={(id) => id !== null && onTabStopChange(id)}
    >
      {children}
    </RovingFocus.Root>
  );
}

/** A focusable item of a `RovingFocusList`. Renders its only child, which must accept `tabIndex` and handlers. */
export function RovingFocusItem({
  tabStopId,
  children,
}: {
  tabStopId: string;
  children: ReactElement;
}): ReactNode {
  return (
    <RovingFocus.Item asChild tabStopId={tabStopId}>
      {children}
    </RovingFocus.Item>
  );
}
