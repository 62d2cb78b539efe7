'use client';

import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { isComposing } from '../internals/is-composing.ts';
import { useAllStrings } from '../locales/list-strings.ts';
import { MAX_TITLE } from './thread-title.ts';

export interface RenameTitleProps {
  /** Initial value of the field. */
  title: string;
  errorId: string | undefined;
  /** Whether the field takes the focus on mount. */
  takesFocus: boolean;
  /** @param byKey - false when the field lost the focus, which then stays where it went. */
  onSave: (title: string, byKey: boolean) => void;
  onDiscard: () => void;
}

/** A text field for a thread's title. Enter and blur save its value, Escape discards it. */
export function RenameTitle({ title, errorId, takesFocus, onSave, onDiscard }: RenameTitleProps): ReactNode {
  const strings = useAllStrings();
  // Unmounting the field also fires blur, which must not save again.
  const isDone = useRef(false);
  const save = (input: HTMLInputElement | null, byKey: boolean): void => {
    if (isDone.current || input === null) return;
    isDone.current = true;
    onSave(input.value.trim(), byKey);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save(event.currentTarget.querySelector('input'), true);
  };
  const discard = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    // Escape discards the title only; without this it would also close a popover around the list.
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
        onBlur={(event) => save(event.currentTarget, false)}
        onKeyDown={discard}
      />
    </form>
  );
}
