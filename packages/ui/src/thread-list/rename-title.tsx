'use client';

import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { isComposing } from '../internals/is-composing.ts';
import { useAllStrings } from '../locales/use-all-strings.ts';
import { MAX_TITLE } from './thread-title.ts';

export interface RenameTitleProps {
  /** What stands in the field to begin with. */
  title: string;
  errorId: string | undefined;
  /** The person has asked for it, or was here. */
  takesFocus: boolean;
  /** @param byKey - false when the field was left for something else, which then keeps the focus. */
  onKeep: (title: string, byKey: boolean) => void;
  onDiscard: () => void;
}

/** A thread's title as a field: Enter and leaving it keep what stands in it, Escape does not. */
export function RenameTitle({ title, errorId, takesFocus, onKeep, onDiscard }: RenameTitleProps): ReactNode {
  const strings = useAllStrings();
  // A field that disappears is left, too, and must not answer twice.
  const isDone = useRef(false);
  const keep = (input: HTMLInputElement | null, byKey: boolean): void => {
    if (isDone.current || input === null) return;
    isDone.current = true;
    onKeep(input.value.trim(), byKey);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    keep(event.currentTarget.querySelector('input'), true);
  };
  const discard = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    // It means this field, not what the list may float in.
    event.preventDefault();
    event.stopPropagation();
    isDone.current = true;
    onDiscard();
  };
  return (
    <form data-slot="thread-row-rename" onSubmit={submit}>
      <input
        type="text"
        aria-label={strings.threadList.title}
        aria-invalid={errorId === undefined ? undefined : true}
        aria-describedby={errorId}
        defaultValue={title}
        maxLength={MAX_TITLE}
        autoComplete="off"
        autoFocus={takesFocus}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={(event) => keep(event.currentTarget, false)}
        onKeyDown={discard}
      />
    </form>
  );
}
