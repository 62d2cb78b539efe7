'use client';

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useAnnounce } from '../../internals/announcer.tsx';
import type { PartProps } from '../../internals/render-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useComposer } from '../composer-context.ts';
import type { SuggestionTrigger } from './suggestion.ts';

export interface ComposerSuggestionsProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  triggers: readonly SuggestionTrigger[];
}

// Loaded when the text first contains a trigger's character. If that fails, the character is plain text.
const SuggestionPopup = lazy(() =>
  import('./suggestion-popup.tsx').catch((): { default: () => ReactNode } => ({ default: () => null })),
);

/**
 * Suggestions above the composer, opened by a trigger character: commands, people, anything with a name. Arrow keys
 * move, Enter and Tab insert, Escape closes. Renders a `<div>` in the page's top layer while open.
 */
export function ComposerSuggestions({ triggers, ...props }: ComposerSuggestionsProps): ReactNode {
  const { formRef, setKeyTaker, setOpenList } = useComposer('Composer.Suggestions');
  const strings = useStrings().composer;
  const announce = useAnnounce();
  const [input, setInput] = useState<HTMLTextAreaElement>();

  // The field is uncontrolled: typing renders nothing until the text contains a trigger.
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
        <SuggestionPopup {...{ ...props, triggers, input, strings, announce, setKeyTaker, setOpenList }} />
      </Suspense>
    )
  );
}
