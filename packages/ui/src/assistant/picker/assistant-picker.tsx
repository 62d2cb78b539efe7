'use client';

import { useAssistant, useAssistants } from '@threadkit/react';
import { type ComponentProps, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { composeHandlers } from '../../internals/compose-handlers.ts';
import { ChevronIcon } from '../../internals/icons/icons.tsx';
import { ErrorNotice } from '../../internals/notice/error-notice.tsx';
import { useLocaleTag } from '../../locales/locale-provider.tsx';
import { useAllStrings } from '../../locales/use-all-strings.ts';
import { AssistantListbox } from './assistant-listbox.tsx';
import { assistantName } from './assistant-option.tsx';

export interface AssistantPickerProps extends Omit<ComponentProps<'button'>, 'onSelect' | 'children'> {
  /** The chosen assistant; undefined while none is. */
  assistantId: string | undefined;
  onSelect: (assistantId: string) => void;
}

/**
 * Chooses one of the assistants: a button that says which, and a list that opens below it with names, models and
 * what each is for. Lists the newest hundred. The list is a native popover, in the page's top layer: nothing clips
 * it, a click beside it and Escape close it, and the focus returns. Renders a `<div>` around a `<button>`, which
 * takes the props; needs a `<ThreadkitProvider>`.
 */
export function AssistantPicker({
  assistantId,
  onSelect,
  onKeyDown,
  ...props
}: AssistantPickerProps): ReactNode {
  const strings = useAllStrings();
  const lang = useLocaleTag();
  const popoverId = useId();
  const labelId = useId();
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { data: assistants, error, isPending, refetch } = useAssistants();
  const listed = assistants?.find(({ id }) => id === assistantId);
  // An older one than the list goes back to.
  const { data: unlisted } = useAssistant({ assistantId: assistants && !listed ? assistantId : undefined });
  const chosen = listed ?? unlisted;

  const isNamed = chosen !== undefined || assistantId === undefined;
  const name = chosen
    ? assistantName(chosen, strings)
    : // One is chosen, and what it is called is not known yet.
      strings.assistantPicker[isNamed ? 'choose' : 'label'];

  const choose = (id: string): void => {
    popover.current?.hidePopover?.();
    if (id !== assistantId) onSelect(id);
  };
  const openOnArrow = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const { currentTarget: source } = event;
    const { popoverTargetElement: list } = source;
    if (list instanceof HTMLElement) list.showPopover?.({ source });
  };
  return (
    <div data-slot="assistant-picker" lang={lang}>
      <button
        type="button"
        data-slot="assistant-picker-button"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-labelledby={isNamed ? `${labelId}-label ${labelId}-name` : `${labelId}-label`}
        popoverTarget={popoverId}
        {...props}
        onKeyDown={composeHandlers(onKeyDown, openOnArrow)}
      >
        <span id={`${labelId}-label`} data-visually-hidden="">
          {strings.assistantPicker.label}
        </span>
        <span id={`${labelId}-name`} data-slot="assistant-picker-name">
          {name}
        </span>
        <ChevronIcon />
      </button>
      <div
        ref={popover}
        id={popoverId}
        data-slot="assistant-picker-popover"
        popover="auto"
        onToggle={(event) => setIsOpen(event.newState === 'open')}
        onKeyDown={(event) => event.key === 'Tab' && popover.current?.hidePopover?.()}
      >
        {isOpen && isPending && (
          <p data-slot="assistant-picker-note" role="status">
            {strings.assistantPicker.loading}
          </p>
        )}
        {isOpen && error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {isOpen && assistants?.length === 0 && (
          <p data-slot="assistant-picker-note" role="status">
            {strings.assistantPicker.empty}
          </p>
        )}
        {isOpen && assistants && assistants.length > 0 && (
          <AssistantListbox assistants={assistants} selectedId={assistantId} onChoose={choose} />
        )}
      </div>
    </div>
  );
}
