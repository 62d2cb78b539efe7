'use client';

import type { ReactNode } from 'react';
import { SendIcon } from '../internals/icons/icons.tsx';
import { type PrimitiveProps, renderPart } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';

/** Props of `Thread.StarterPrompts`. */
export interface ThreadStarterPromptsProps
  extends Omit<PrimitiveProps<'ul'>, 'children' | 'asChild' | 'onSelect'> {
  /** First messages to choose from. At most four are shown, and only with `onSelect`. */
  starterPrompts: readonly string[];
  /** Called with the prompt that was chosen. */
  onSelect: (prompt: string) => void;
}

/** First messages to choose from, a row each. Renders a `<ul>`. */
export function ThreadStarterPrompts({
  starterPrompts,
  onSelect,
  ...props
}: ThreadStarterPromptsProps): ReactNode {
  const strings = useStrings();
  return renderPart('ul', 'thread-starter-prompts', {
    'aria-label': strings.thread.starterPrompts,
    ...props,
    children: starterPrompts.slice(0, 4).map((prompt) => (
      <li key={prompt}>
        <button type="button" data-slot="thread-starter-prompt" onClick={() => onSelect(prompt)}>
          {prompt}
          <SendIcon />
        </button>
      </li>
    )),
  });
}

/** Props of `Thread.Empty`. */
export interface ThreadEmptyProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild' | 'onSelect'> {
  /** The first line, in larger type. */
  greeting?: string | undefined;
  /** What this assistant is for, in one sentence. */
  description?: string | undefined;
  /** First messages to choose from. At most four are shown, and only with `onSelect`. */
  starterPrompts?: readonly string[] | undefined;
  /** Called with the prompt that was chosen. */
  onSelect?: ((prompt: string) => void) | undefined;
}

/** The content of a thread without messages. Renders a `<div>`. */
export function ThreadEmpty({
  greeting,
  description,
  starterPrompts = [],
  onSelect,
  ...props
}: ThreadEmptyProps): ReactNode {
  return renderPart('div', 'thread-empty', {
    ...props,
    children: (
      <>
        {greeting !== undefined && <p data-slot="thread-greeting">{greeting}</p>}
        {description !== undefined && <p data-slot="thread-description">{description}</p>}
        {starterPrompts.length > 0 && onSelect && (
          <ThreadStarterPrompts starterPrompts={starterPrompts} onSelect={onSelect} />
        )}
      </>
    ),
  });
}
