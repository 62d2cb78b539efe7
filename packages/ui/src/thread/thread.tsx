'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { composeHandlers } from '../internals/compose-handlers.ts';
import { createPartContext } from '../internals/create-part-context.ts';
import { formatCount } from '../internals/format.ts';
import { DownIcon } from '../internals/icons/icons.tsx';
import { loadLazyParts } from '../internals/lazy-part.tsx';
import { useMergedRefs } from '../internals/merge-refs.ts';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { wrapChildren } from '../internals/wrap-children.tsx';
import { useLocaleTag, useStrings } from '../locales/locale-provider.tsx';
import { type ScrollPositionParts, useScrollPosition } from './scroll/use-scroll-position.ts';

const [ThreadProvider, readThreadParts] = createPartContext<ScrollPositionParts>('Thread.Root');

/** What the parts of a thread share. @throws Outside of `Thread.Root`, naming `part`. */
export const useThreadParts: (part: string) => ScrollPositionParts = readThreadParts;

/** Goes to the end of the conversation and stays there. For use below `Thread.Root`. */
export function useScrollToEnd(): () => void {
  return useThreadParts('useScrollToEnd').scrollToEnd;
}

/**
 * A conversation: what scrolls, and what stands below it. Its `lang` is the language that a `LocaleProvider` has
 * chosen: it is the best guess for what is written in it, too. Renders a `<div>`.
 */
export function ThreadRoot(props: PartProps<'div'>): ReactNode {
  const lang = useLocaleTag();
  return (
    <ThreadProvider value={useScrollPosition()}>
      {renderPart('div', 'thread', { lang, ...props })}
    </ThreadProvider>
  );
}

const inColumn = (inside: ReactNode): ReactNode => <div data-slot="thread-column">{inside}</div>;

/**
 * What scrolls: a labelled log that keeps to its end until the reader leaves it. It is silent to screen readers
 * while text streams; `Announcer` says what is finished. Alt with the arrows up and down moves the focus from message
 * to message. Renders a `<div>` with the column in it.
 */
export function ThreadViewport({ ref, children, onKeyDown, ...props }: PartProps<'div'>): ReactNode {
  const strings = useStrings();
  const { viewportRef } = useThreadParts('Thread.Viewport');
  const merged = useMergedRefs<HTMLDivElement>(viewportRef, ref);
  return renderPart('div', 'thread-viewport', {
    role: 'log',
    'aria-label': strings.thread.log,
    'aria-live': 'off',
    tabIndex: 0,
    ...props,
    onKeyDown: composeHandlers(onKeyDown, moveOnArrow),
    ref: merged,
    children: wrapChildren(props.asChild, children, inColumn),
  });
}

/** Alt with an arrow means something else where text is written. Loaded with the first press: few ever do it. */
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

export interface ThreadScrollToEndProps extends PartProps<'button'> {
  /** Answers that came while the reader was away, said beside the arrow. @defaultValue 0 */
  newCount?: number | undefined;
}

/** Floats above the composer while the end is out of sight. Renders a `<button>`. */
export function ThreadScrollToEnd({ newCount = 0, onClick, ...props }: ThreadScrollToEndProps): ReactNode {
  const strings = useStrings();
  const { atEnd, scrollToEnd } = useThreadParts('Thread.ScrollToEnd');
  const news = newCount > 0 ? strings.thread.newAnswers(newCount, formatCount(newCount, strings.locale)) : '';
  return renderPart(
    'button',
    'thread-scroll-to-end',
    {
      type: 'button',
      'aria-label': strings.tool.detail([news, strings.thread.jumpToEnd].filter((part) => part !== '')),
      title: strings.thread.jumpToEnd,
      hidden: atEnd,
      ...props,
      onClick: composeHandlers(onClick, scrollToEnd),
      children: props.children ?? (
        <>
          <DownIcon />
          {news}
        </>
      ),
    },
    { hidden: atEnd, new: news !== '' },
  );
}

/** What stands below what scrolls: notices, the queue, the composer. Renders a `<div>`. */
export function ThreadDock({ children, ...props }: PartProps<'div'>): ReactNode {
  return renderPart('div', 'thread-dock', {
    ...props,
    children: wrapChildren(props.asChild, children, inColumn),
  });
}

/** Still lines where messages will stand, shown when loading takes longer than a moment. Renders a `<div>`. */
export function ThreadLoading(props: Omit<PartProps<'div'>, 'children' | 'asChild'>): ReactNode {
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
