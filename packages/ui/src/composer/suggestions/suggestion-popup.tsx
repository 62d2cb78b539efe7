'use client';

import { Popper, useComposedRefs } from 'radix-ui/internal';
import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react';
import { showPopperInTopLayer } from '../../internals/show-in-top-layer.ts';
import type { LocaleStrings } from '../../locales/locale-strings.ts';
import type { ComposerContextValue } from '../composer-context.ts';
import type { Suggestion, SuggestionTrigger } from './suggestion.ts';
import { useFoundTrigger } from './use-found-trigger.ts';
import { useSuggestions } from './use-suggestions.ts';

const GAP_PX = 6;
// Inline the list is as wide as the composer, which may reach the window's edges.
const BLOCK_EDGES = { top: 8, bottom: 8 };

// Strings, formatCount and callbacks are props: importing their modules would split them from the main chunk.
interface SuggestionPopupProps
  extends Omit<ComponentProps<'div'>, 'children'>,
    Pick<ComposerContextValue, 'field' | 'setKeyHandler' | 'setOpenList'> {
  triggers: readonly SuggestionTrigger[];
  strings: LocaleStrings;
  formatCount: (count: number, languageTag: string) => string;
  announce: (text: string) => void;
}

/**
 * The listbox above the composer. The focus stays in the text field, whose `aria-activedescendant` names the active
 * option: Radix has roving focus for lists that take the focus, and no combobox.
 */
export default function SuggestionPopup({
  triggers,
  field,
  strings,
  formatCount,
  announce,
  setKeyHandler,
  setOpenList,
  ref,
  ...props
}: SuggestionPopupProps): ReactNode {
  const listId = useId();
  const merged = useComposedRefs(showPopperInTopLayer, ref);
  const anchor = useMemo(() => {
    const input = field.getElement();
    return { current: input?.closest<HTMLElement>('[data-slot="composer-box"]') ?? input };
  }, [field]);
  const [found, close] = useFoundTrigger(field, triggers);
  const { status, items } = useSuggestions(found, triggers);
  const [active, setActive] = useState({ items, index: 0 });
  // New items: the first one is active.
  const index = active.items === items ? active.index : 0;
  const trigger = triggers.find(({ char }) => char === found?.char);
  const isOpen = found !== undefined && trigger !== undefined;
  const optionId = (item: Suggestion): string => `${listId}-${item.id}`;
  const activeItem = items[index];
  const activeId = activeItem && optionId(activeItem);

  const pick = (item: Suggestion): void => {
    if (!found || !trigger) return;
    const text = trigger.onPick ? (trigger.onPick(item) ?? '') : `${found.char}${item.label}`;
    const isFollowed = /^\s/.test(field.getText().slice(found.to));
    field.replaceRange(text === '' || isFollowed ? text : `${text} `, found.from, found.to);
  };
  const takeKey = (event: KeyboardEvent): void => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (!isOpen || hasModifier) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
      return;
    }
    if (!activeItem) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== 'Enter' && event.key !== 'Tab') return;
    event.preventDefault();
    if (step === undefined) pick(activeItem);
    else setActive({ items, index: (index + step + items.length) % items.length });
  };

  // The text field calls the handler of the last render.
  useEffect(() => {
    setKeyHandler(takeKey);
    return () => setKeyHandler(undefined);
  });

  useEffect(() => {
    setOpenList(isOpen ? { id: listId, activeId } : undefined);
  }, [isOpen, listId, activeId, setOpenList]);
  useEffect(() => () => setOpenList(undefined), [setOpenList]);

  const note = items.length > 0 ? undefined : statusText(status, strings.composer);
  const count = items.length;
  const countText = strings.composer.suggestionCount(count, formatCount(count, strings.languageTag));
  const announcement = !isOpen || status === 'loading' ? '' : (note ?? countText);
  useEffect(() => {
    if (announcement !== '') announce(announcement);
  }, [announcement, announce]);

  if (!isOpen) return null;
  return (
    <Popper.Root>
      <Popper.Anchor virtualRef={anchor} />
      <Popper.Content
        data-slot="composer-suggestions"
        data-status={status}
        side="top"
        sideOffset={GAP_PX}
        collisionPadding={BLOCK_EDGES}
        {...props}
        ref={merged}
        onMouseDown={(event) => {
          props.onMouseDown?.(event);
          // The text field keeps the focus.
          event.preventDefault();
        }}
      >
        {note !== undefined && <p data-slot="composer-suggestions-note">{note}</p>}
        <ul id={listId} role="listbox" aria-label={trigger.label} aria-busy={status === 'loading'}>
          {items.map((item, place) => (
            <li
              key={item.id}
              id={optionId(item)}
              ref={place === index ? scrollOptionIntoView : undefined}
              data-slot="composer-suggestion"
              role="option"
              aria-selected={place === index}
              onPointerMove={() => place !== index && setActive({ items, index: place })}
              onClick={() => pick(item)}
            >
              <span data-slot="composer-suggestion-label">
                {trigger.at === 'start' && found.char}
                {item.label}
              </span>
              {item.detail !== undefined && <span data-slot="composer-suggestion-detail">{item.detail}</span>}
            </li>
          ))}
        </ul>
      </Popper.Content>
    </Popper.Root>
  );
}

function statusText(status: 'loading' | 'ready' | 'failed', strings: LocaleStrings['composer']): string {
  if (status === 'loading') return strings.loadingSuggestions;
  return status === 'failed' ? strings.suggestionsFailed : strings.noSuggestions;
}

function scrollOptionIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView?.({ block: 'nearest' });
}
