'use client';

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Returns a function that announces a text to screen readers politely. It does nothing outside of `<Announcer>`. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

interface Announcement {
  readonly id: number;
  readonly text: string;
}

/** Maximum announcements in the region: more than one task adds, and few for a reader who navigates into it. */
const MAX_ANNOUNCEMENTS = 6;

/** Props of `Announcer`. */
export interface AnnouncerProps {
  /** The parts whose announcements are read. */
  children?: ReactNode;
}

/**
 * The polite live region of a conversation. Parts announce complete responses, questions to the user and run outcomes, never
 * single tokens.
 *
 * Each announcement adds an element, so that screen readers queue announcements of the same task. A repeated text is
 * announced again, but only once per task, because React's strict mode runs effects twice.
 */
export function Announcer({ children }: AnnouncerProps): ReactNode {
  const [announcements, setAnnouncements] = useState<readonly Announcement[]>([]);
  const announcedInTask = useRef(new Set<string>());
  const announce = useCallback((text: string) => {
    const texts = announcedInTask.current;
    if (texts.has(text)) return;
    texts.add(text);
    queueMicrotask(() => texts.delete(text));
    setAnnouncements((last) => [...last, { id: (last.at(-1)?.id ?? 0) + 1, text }].slice(-MAX_ANNOUNCEMENTS));
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      {/* `aria-atomic`: announce only additions; a status is announced as a whole by default. */}
      <div data-slot="announcer" data-visually-hidden="" role="status" aria-live="polite" aria-atomic="false">
        {announcements.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </AnnounceContext.Provider>
  );
}
