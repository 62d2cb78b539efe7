'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ComposerField } from '../composer-field.ts';
import { type FoundTrigger, findTrigger } from './find-trigger.ts';
import type { SuggestionTrigger } from './suggestion.ts';

/**
 * The trigger word at the caret of a text field, and a function that closes its suggestions. They stay closed until
 * another word triggers them.
 */
export function useFoundTrigger(
  field: ComposerField,
  triggers: readonly SuggestionTrigger[],
): [FoundTrigger | undefined, () => void] {
  const [found, setFound] = useState<FoundTrigger>();
  const [closed, setClosed] = useState<string>();

  // Text, caret and focus of an uncontrolled field are known to the DOM only.
  useEffect(() => {
    const input = field.getElement();
    if (!input) return;
    const update = (): void => {
      const { value, selectionStart, selectionEnd } = input;
      const hasCaret = input.matches(':focus') && selectionStart === selectionEnd;
      const next = hasCaret ? findTrigger(value, selectionStart, triggers) : undefined;
      setFound((last) => (isEqual(last, next) ? last : next));
    };
    update();
    const unsubscribe = field.subscribe(update);
    input.addEventListener('focus', update);
    input.addEventListener('blur', update);
    document.addEventListener('selectionchange', update);
    return () => {
      unsubscribe();
      input.removeEventListener('focus', update);
      input.removeEventListener('blur', update);
      document.removeEventListener('selectionchange', update);
    };
  }, [field, triggers]);

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
