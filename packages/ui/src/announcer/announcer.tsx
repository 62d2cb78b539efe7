'use client';

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Says a text to screen readers, politely. Does nothing outside an `<Announcer>`. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

/**
 * The one polite live region of a conversation. What is said through it is a policy of the parts: finished
 * answers, questions to the person, and how a run ended. Never tokens.
 */
export function Announcer({ children }: { children?: ReactNode }): ReactNode {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setSaid((last) => ({ text, turn: last.turn + 1 })), []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div data-slot="announcer" data-visually-hidden="" role="status" aria-live="polite">
        {/* A new element each time, so that the same sentence twice is said twice. */}
        <span key={said.turn}>{said.text}</span>
      </div>
    </AnnounceContext.Provider>
  );
}
