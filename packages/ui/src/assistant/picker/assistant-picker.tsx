'use client';

import { useAssistant, useAssistants } from '@threadkit/react';
import {
  type ComponentProps,
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useId,
  useRef,
  useState,
} from 'react';
import { composeHandlers } from '../../internals/compose-handlers.ts';
import { CheckIcon, ChevronIcon } from '../../internals/icons/icons.tsx';
import { useMergedRefs } from '../../internals/merge-refs.ts';
import { ErrorNotice } from '../../internals/notice/error-notice.tsx';
import { useAllStrings } from '../../locales/list-strings.ts';
import { useLanguageTag } from '../../locales/locale-provider.tsx';
import { assistantName } from './assistant-name.ts';

/** Props of `AssistantPicker`. */
export interface AssistantPickerProps extends Omit<ComponentProps<'button'>, 'onSelect' | 'children'> {
  /** The selected assistant, or undefined for none. */
  assistantId: string | undefined;
  /** Called with the id of a newly selected assistant, not when the current one is selected again. */
  onSelect: (assistantId: string) => void;
}

const loadPopover = () => import('./assistant-popover.tsx');
const preloadPopover = (): void => void loadPopover().catch(() => undefined);
const AssistantPopover = lazy(() =>
  loadPopover().catch((): { default: () => ReactNode } => ({ default: NotLoaded })),
);

/**
 * Selects an assistant: a button with the current name, and a listbox with names, models and descriptions that opens
 * below it. Lists the newest hundred assistants. The listbox is loaded on first use and opens in the top layer, where
 * no ancestor clips it; Escape, Tab and a click outside close it. Renders a `<div>` around a `<button>`, which receives
 * the props. Requires a `<ThreadkitProvider>`.
 */
export function AssistantPicker({
  assistantId,
  onSelect,
  onClick,
  onKeyDown,
  onPointerEnter,
  onFocus,
  ref,
  ...props
}: AssistantPickerProps): ReactNode {
  const strings = useAllStrings();
  const lang = useLanguageTag();
  const popoverId = useId();
  const labelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const merged = useMergedRefs<HTMLButtonElement>(button, ref);
  const [isOpen, setIsOpen] = useState(false);
  const { data: assistants, error, refetch } = useAssistants();
  const listed = assistants?.find(({ id }) => id === assistantId);
  // An assistant older than the newest hundred is fetched by its id.
  const { data: unlisted } = useAssistant({
    assistantId: assistants && !listed ? assistantId : undefined,
  });
  const selected = listed ?? unlisted;

  // While the selected assistant is loading, the label is shown in place of its name.
  const hasName = selected !== undefined || assistantId === undefined;
  const name = selected
    ? assistantName(selected, strings.assistantPicker)
    : strings.assistantPicker[hasName ? 'choose' : 'label'];

  const openOnArrow = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setIsOpen(true);
  };
  return (
    <div data-slot="assistant-picker" lang={lang}>
      <button
        type="button"
        data-slot="assistant-picker-button"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? popoverId : undefined}
        aria-labelledby={hasName ? `${labelId}-label ${labelId}-name` : `${labelId}-label`}
        {...props}
        ref={merged}
        onClick={composeHandlers(onClick, () => setIsOpen(!isOpen))}
        onKeyDown={composeHandlers(onKeyDown, openOnArrow)}
        onPointerEnter={composeHandlers(onPointerEnter, preloadPopover)}
        onFocus={composeHandlers(onFocus, preloadPopover)}
      >
        <span id={`${labelId}-label`} data-visually-hidden="">
          {strings.assistantPicker.label}
        </span>
        <span id={`${labelId}-name`} data-slot="assistant-picker-name">
          {name}
        </span>
        <ChevronIcon />
      </button>
      {isOpen && (
        <Suspense>
          <AssistantPopover
            id={popoverId}
            anchor={button}
            assistants={assistants ?? []}
            selectedId={assistantId}
            strings={strings.assistantPicker}
            checkIcon={<CheckIcon />}
            notice={
              error ? (
                <ErrorNotice error={error} onRetry={() => void refetch()} />
              ) : (
                <Note>{strings.assistantPicker[assistants ? 'empty' : 'loading']}</Note>
              )
            }
            onSelect={(id) => id !== assistantId && onSelect(id)}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

function NotLoaded(): ReactNode {
  return <Note>{useAllStrings().run.loadFailed}</Note>;
}

function Note({ children }: { children: ReactNode }): ReactNode {
  return (
    <p data-slot="assistant-picker-note" role="status">
      {children}
    </p>
  );
}
