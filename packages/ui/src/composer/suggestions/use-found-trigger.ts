'use client';

import { useCallback, useEffect, useState } from 'react';
import { type FoundTrigger, findTrigger } from './find-trigger.ts';
import type { SuggestionTrigger } from './suggestion.ts';

/**
 * The trigger word at the caret of a text field, and a function that closes its suggestions. They stay closed until
 * another word triggers them.
 */
export function useFoundTrigger(
  input: HTMLTextAreaElement,
  triggers: readonly SuggestionTrigger[],
): [FoundTrigger | undefined, () => void] {
  const [found, setFound] = useState<FoundTrigger>();
  const [closed, setClosed] = useState<string>();

  // Text, caret and focus of an uncontrolled field are known to the DOM only.
  useEffect(() => {
    const look = (): void => {
      const { value, selectionStart, selectionEnd } = input;
      const isHere = input.matches(':focus') && selectionStart === selectionEnd;
      const next = isHere ? findTrigger(value, selectionStart, triggers) : undefined;
      setFound((last) => (isEqual(last, next) ? last : next));
    };
    look();
    const events = ['input', 'focus', 'blur'] as const;
    for (const event of events) input.addEventListener(event, look);
    document.addEventListener('selectionchange', look);
    return () => {
      for (const event of events) input.removeEventListener(event, look);
      document.removeEventListener('selectionchange', look);
    };
  }, [input, triggers]);

  const word = found && `${found.char}${found.from}`;
  if (closed !== undefined && word !== closed) setClosed(undefined);
  const close = useCallback(() => setClosed(word), [word]);
  return [word === closed ? undefined : found, close];
}

function isEqual(one: FoundTrigger | undefined, other: FoundTrigger | undefined): boolean {
  return (
    one?.char === other?.char &&
    one?.from === other?.from &&
    one?.to === other?.to &&
    one?.query === other?.query
  );
}
