'use client';

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useAnnounce } from '../../internals/announcer.tsx';
import { useMergedRefs } from '../../internals/merge-refs.ts';
import type { PartProps } from '../../internals/render-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useComposer } from '../composer-context.ts';
import type { SuggestionTrigger } from './suggestion.ts';

export interface ComposerSuggestionsProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  triggers: readonly SuggestionTrigger[];
}

// Loaded with the first character that may open it. Where that fails, the character is text like any other.
const SuggestionPopup = lazy(() =>
  import('./suggestion-popup.tsx').catch((): { default: () => ReactNode } => ({ default: () => null })),
);

/** Puts the list into the top layer, at the composer's box. */
function showAtBox(popover: HTMLDivElement | null): void {
  const source = popover?.closest('form')?.querySelector<HTMLElement>('[data-slot="composer-box"]');
  popover?.showPopover?.(source ? { source } : {});
}

/**
 * A list over the composer, opened by a character: commands, people, anything an app has names for. ↑ and ↓ choose,
 * Enter and Tab take, Escape closes. Renders a `<div>` in the page's top layer, and nothing while nothing asks for it.
 */
export function ComposerSuggestions({ triggers, ref, ...props }: ComposerSuggestionsProps): ReactNode {
  const { formRef, setKeyTaker, setOpenList } = useComposer('Composer.Suggestions');
  const strings = useStrings().composer;
  const announce = useAnnounce();
  const [input, setInput] = useState<HTMLTextAreaElement>();
  const merged = useMergedRefs(showAtBox, ref);

  // Joins the field's text, which is no state: typing renders nothing.
  useEffect(() => {
    const form = formRef.current;
    const onInput = ({ target }: Event): void => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      setInput(triggers.some(({ char }) => target.value.includes(char)) ? target : undefined);
    };
    form?.addEventListener('input', onInput);
    return () => form?.removeEventListener('input', onInput);
  }, [formRef, triggers]);

  return (
    input && (
      <Suspense>
        <SuggestionPopup
          ref={merged}
          {...{ ...props, triggers, input, strings, announce, setKeyTaker, setOpenList }}
        />
      </Suspense>
    )
  );
}
