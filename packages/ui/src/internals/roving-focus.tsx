'use client';

import { RovingFocus } from 'radix-ui/internal';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';

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
      data-roving-focus=""
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
    <RovingFocus.Item asChild data-roving-focus-item="" tabStopId={tabStopId} onKeyDown={moveFocus}>
      {children}
    </RovingFocus.Item>
  );
}

/**
 * Moves the focus at once. Radix does it one task later, from the item that received the key: of two keys pressed before
 * that, as on a page that is busy with a response, one would be lost. Radix skips keys whose default is prevented.
 */
function moveFocus(event: KeyboardEvent): void {
  const { key, currentTarget, target } = event;
  if (target !== currentTarget || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
  const list = currentTarget.closest('[data-roving-focus]');
  const items = [...(list?.querySelectorAll<HTMLElement>('[data-roving-focus-item]') ?? [])];
  const index = items.findIndex((item) => item === currentTarget);
  const last = items.length - 1;
  const next = { ArrowUp: Math.max(index - 1, 0), ArrowDown: Math.min(index + 1, last), Home: 0, End: last }[
    key
  ];
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
}
