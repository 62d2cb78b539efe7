/** assistant-ui with TanStack Virtual and rows by id, as its virtualization guide describes. */
import { ThreadPrimitive, unstable_useThreadMessageIds } from '@assistant-ui/react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Composer, installAssistantUi, MESSAGE_COMPONENTS } from './assistant-ui-runtime.tsx';

const ESTIMATED_PX = 220;
const AT_END_PX = 80;

function WindowedThread() {
  const ids = unstable_useThreadMessageIds();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const virtualizer = useVirtualizer({
    count: ids.length,
    estimateSize: () => ESTIMATED_PX,
    getItemKey: (index) => ids[index] ?? index,
    getScrollElement: () => scroller.current,
    overscan: 4,
  });
  // Stick to the bottom while the content grows, until the user scrolls up.
  useEffect(() => {
    const view = scroller.current;
    const inner = content.current;
    if (!view || !inner) return undefined;
    const onWheel = ({ deltaY }: WheelEvent): void => {
      if (deltaY < 0) sticks.current = false;
    };
    const onScroll = (): void => {
      if (view.scrollHeight - view.scrollTop - view.clientHeight < AT_END_PX) sticks.current = true;
    };
    const observer = new ResizeObserver(() => {
      if (sticks.current) view.scrollTop = view.scrollHeight;
    });
    observer.observe(inner);
    view.addEventListener('wheel', onWheel, { passive: true });
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('wheel', onWheel);
      view.removeEventListener('scroll', onScroll);
    };
  }, []);
  useLayoutEffect(() => {
    if (ids.length > 0 && sticks.current) virtualizer.scrollToIndex(ids.length - 1, { align: 'end' });
  }, [ids.length, virtualizer]);
  const items = virtualizer.getVirtualItems();
  const paddingTop = items[0]?.start ?? 0;
  const paddingBottom = Math.max(0, virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0));
  return (
    <ThreadPrimitive.Root className="plain">
      <div ref={scroller} className="plain-thread">
        <div ref={content} style={{ paddingTop, paddingBottom }}>
          {items.map(({ key, index }) => (
            <div key={key} data-index={index} ref={virtualizer.measureElement}>
              <ThreadPrimitive.Unstable_MessageById
                messageId={ids[index] ?? ''}
                components={MESSAGE_COMPONENTS}
              />
            </div>
          ))}
        </div>
      </div>
      <Composer />
    </ThreadPrimitive.Root>
  );
}

installAssistantUi(<WindowedThread />);
