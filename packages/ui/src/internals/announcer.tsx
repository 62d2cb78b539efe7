'use client';

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Returns a function that tells screen readers a text, politely. It does nothing outside an `<Announcer>`. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

interface Announcement {
  readonly id: number;
  readonly text: string;
}

/** How many announcements stay in the region: more than come in one moment, few for someone who reads on into it. */
const KEPT = 6;

/**
 * The one polite live region of a conversation. The parts decide what is announced: finished answers, questions to
 * the person, and how a run ended. Never tokens.
 *
 * Each announcement is an element of its own that is added, so the screen reader queues announcements of one moment.
 * The same sentence is read again when it is announced later, and once in one moment: React's strict mode runs effects
 * twice.
 */
export function Announcer({ children }: { children?: ReactNode }): ReactNode {
  const [announcements, setAnnouncements] = useState<readonly Announcement[]>([]);
  const ofThisMoment = useRef(new Set<string>());
  const announce = useCallback((text: string) => {
    const texts = ofThisMoment.current;
    if (texts.has(text)) return;
    texts.add(text);
    queueMicrotask(() => texts.delete(text));
    setAnnouncements((last) => [...last, { id: (last.at(-1)?.id ?? 0) + 1, text }].slice(-KEPT));
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      {/* A status is read as a whole unless it says otherwise: only what was added is read. */}
      <div data-slot="announcer" data-visually-hidden="" role="status" aria-live="polite" aria-atomic="false">
        {announcements.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </AnnounceContext.Provider>
  );
}
