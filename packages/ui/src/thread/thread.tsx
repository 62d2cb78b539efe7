'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { composeHandlers } from '../internals/compose-handlers.ts';
import { createPartContext } from '../internals/create-part-context.ts';
import { formatCount } from '../internals/format.ts';
import { DownIcon } from '../internals/icons/icons.tsx';
import { useMergedRefs } from '../internals/merge-refs.ts';
import { type PrimitiveProps, renderPart } from '../internals/render-part.tsx';
import { wrapChildren } from '../internals/wrap-children.tsx';
import { loadLazyParts } from '../load-lazy-parts.ts';
import { useLanguageTag, useStrings } from '../locales/locale-provider.tsx';
import { type ScrollPositionParts, useScrollPosition } from './scroll/use-scroll-position.ts';

const [ScrollPositionProvider, readThreadParts] = createPartContext<ScrollPositionParts>('Thread.Root');

/** The scroll position of the thread around this part. @throws Outside of `Thread.Root`, naming `part`. */
export const useThreadParts: (part: string) => ScrollPositionParts = readThreadParts;

/** Returns a function that scrolls to the end of the thread and follows it. For use inside of `Thread.Root`. */
export function useScrollToBottom(): () => void {
  return useThreadParts('useScrollToBottom').scrollToBottom;
}

/**
 * A thread: its viewport, and what is below it. Its `lang` is that of the `LocaleProvider` around it, which is probably
 * the language of the messages as well. Renders a `<div>`.
 */
export function ThreadRoot(props: PrimitiveProps<'div'>): ReactNode {
  const lang = useLanguageTag();
  return (
    <ScrollPositionProvider value={useScrollPosition()}>
      {renderPart('div', 'thread', { lang, ...props })}
    </ScrollPositionProvider>
  );
}

const inColumn = (inside: ReactNode): ReactNode => <div data-slot="thread-column">{inside}</div>;

/**
 * The scrolling part of a thread, a labeled log. It follows the end until the user scrolls up. Screen readers do not
 * read streamed text (`aria-live="off"`); `Announcer` announces what is complete. Alt with an arrow key moves the focus
 * from message to message. Renders a `<div>` with a column in it.
 */
export function ThreadViewport({ ref, children, onKeyDown, ...props }: PrimitiveProps<'div'>): ReactNode {
  const strings = useStrings();
  const { viewportRef } = useThreadParts('Thread.Viewport');
  const merged = useMergedRefs<HTMLDivElement>(viewportRef, ref);
  return renderPart('div', 'thread-viewport', {
    role: 'log',
    'aria-label': strings.thread.label,
    'aria-live': 'off',
    tabIndex: 0,
    ...props,
    onKeyDown: composeHandlers(onKeyDown, moveOnArrow),
    ref: merged,
    children: wrapChildren(props.asChild, children, inColumn),
  });
}

/** Moves the focus by message. Not in text fields, where Alt with an arrow moves the caret. Loaded on first use. */
function moveOnArrow(event: KeyboardEvent<HTMLElement>): void {
  const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : undefined;
  if (!event.altKey || !direction || /^(?:INPUT|SELECT|TEXTAREA)$/.test((event.target as Element).tagName))
    return;
  event.preventDefault();
  const log = event.currentTarget;
  void loadLazyParts().then(
    ({ moveByMessage }) => moveByMessage(log, direction),
    () => undefined,
  );
}

/** Props of `Thread.ScrollToBottom`. */
export interface ThreadScrollToBottomProps extends PrimitiveProps<'button'> {
  /** The number of unread responses, shown beside the arrow. @defaultValue 0 */
  unreadCount?: number | undefined;
}

/** Button that scrolls to the end, visible while the end is not followed. Renders a `<button>`. */
export function ThreadScrollToBottom({
  unreadCount = 0,
  onClick,
  ...props
}: ThreadScrollToBottomProps): ReactNode {
  const strings = useStrings();
  const { atEnd, scrollToBottom } = useThreadParts('Thread.ScrollToBottom');
  const unread =
    unreadCount > 0
      ? strings.thread.unreadCount(unreadCount, formatCount(unreadCount, strings.languageTag))
      : '';
  return renderPart(
    'button',
    'thread-scroll-to-bottom',
    {
      type: 'button',
      'aria-label': strings.tool.joinValues(
        [unread, strings.thread.scrollToBottom].filter((part) => part !== ''),
      ),
      title: strings.thread.scrollToBottom,
      hidden: atEnd,
      ...props,
      onClick: composeHandlers(onClick, scrollToBottom),
      children: props.children ?? (
        <>
          <DownIcon />
          {unread}
        </>
      ),
    },
    { hidden: atEnd, unread: unread !== '' },
  );
}

/** The area below the viewport, for `Thread.ScrollToBottom` and `Thread.Dock`. Renders a `<div>`. */
export function ThreadFooter(props: PrimitiveProps<'div'>): ReactNode {
  return renderPart('div', 'thread-footer', props);
}

/** Notices, the queue and the composer, in the column of the messages. Renders a `<div>`. */
export function ThreadDock({ children, ...props }: PrimitiveProps<'div'>): ReactNode {
  return renderPart('div', 'thread-dock', {
    ...props,
    children: wrapChildren(props.asChild, children, inColumn),
  });
}

/** Placeholder lines for messages that load, visible after a short delay. Renders a `<div>`. */
export function ThreadLoading(props: Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>): ReactNode {
  const strings = useStrings();
  return renderPart('div', 'thread-loading', {
    role: 'status',
    'aria-label': strings.thread.loading,
    ...props,
    children: (
      <>
        <span />
        <span />
        <span />
      </>
    ),
  });
}
