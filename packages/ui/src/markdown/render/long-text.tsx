'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { formatCount } from '../../internals/format.ts';
import { useStrings } from '../../locales/locale-provider.tsx';

/** Text over the length limit: a button, and the unformatted text after it is pressed. */
export function LongText({ text }: { text: string }): ReactNode {
  const strings = useStrings();
  const [isShown, setIsShown] = useState(false);
  if (isShown) {
    return (
      // The button unmounts: move focus to the text.
      <div data-slot="markdown-unformatted" tabIndex={-1} ref={takeFocus}>
        {text}
      </div>
    );
  }
  return (
    <Button onClick={() => setIsShown(true)}>
      {strings.markdown.showUnformatted(formatCount(text.length, strings.languageTag))}
    </Button>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
