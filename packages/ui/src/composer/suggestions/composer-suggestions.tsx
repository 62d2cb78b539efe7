'use client';

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useAnnounce } from '../../internals/announcer.tsx';
import { formatCount } from '../../internals/format.ts';
import type { PrimitiveProps } from '../../internals/render-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useComposer } from '../composer-context.ts';
import type { SuggestionTrigger } from './suggestion.ts';

/** Props of `Composer.Suggestions`. */
export interface ComposerSuggestionsProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The characters that open the list, each with its source of suggestions. */
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
  const { field, setKeyHandler, setOpenList } = useComposer('Composer.Suggestions');
  const strings = useStrings();
  const announce = useAnnounce();
  const [isLoaded, setLoaded] = useState(false);

  // The field is uncontrolled: typing renders nothing until the text contains a trigger.
  useEffect(
    () => field.subscribe((text) => setLoaded(triggers.some(({ char }) => text.includes(char)))),
    [field, triggers],
  );

  return (
    isLoaded && (
      <Suspense>
        <SuggestionPopup
          {...{ ...props, triggers, field, strings, formatCount, announce, setKeyHandler, setOpenList }}
        />
      </Suspense>
    )
  );
}
