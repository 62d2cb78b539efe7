'use client';

import type { ReactNode } from 'react';
import { SendIcon } from '../internals/icons/icons.tsx';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { useWords } from '../locales/locale-provider.tsx';

export interface ThreadOpenersProps extends Omit<PartProps<'ul'>, 'children' | 'asChild'> {
  /** First messages to choose from. At most four are shown. */
  openers: readonly string[];
  onOpen: (opener: string) => void;
}

/** First messages to choose from, a row each. Renders a `<ul>`. */
export function ThreadOpeners({ openers, onOpen, ...props }: ThreadOpenersProps): ReactNode {
  const words = useWords();
  return renderPart('ul', 'thread-openers', {
    'aria-label': words.thread.openers,
    ...props,
    children: openers.slice(0, 4).map((opener) => (
      <li key={opener}>
        <button type="button" data-slot="thread-opener" onClick={() => onOpen(opener)}>
          {opener}
          <SendIcon />
        </button>
      </li>
    )),
  });
}

export interface ThreadEmptyProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  /** The first words, set larger. */
  greeting?: string | undefined;
  /** What this assistant is for, in one sentence. */
  intro?: string | undefined;
  /** First messages to choose from. At most four are shown. */
  openers?: readonly string[] | undefined;
  /** Called with the opener that was chosen. */
  onOpen?: ((opener: string) => void) | undefined;
}

/** A conversation that has not begun. Renders a `<div>`. */
export function ThreadEmpty({
  greeting,
  intro,
  openers = [],
  onOpen,
  ...props
}: ThreadEmptyProps): ReactNode {
  return renderPart('div', 'thread-empty', {
    ...props,
    children: (
      <>
        {greeting !== undefined && <p data-slot="thread-greeting">{greeting}</p>}
        {intro !== undefined && <p data-slot="thread-intro">{intro}</p>}
        {openers.length > 0 && onOpen && <ThreadOpeners openers={openers} onOpen={onOpen} />}
      </>
    ),
  });
}
