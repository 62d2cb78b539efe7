'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { formatCount } from '../../internals/format.ts';
import { useStrings } from '../../locales/locale-provider.tsx';

/** What is too long to be read as markdown: a button that says so, and the text as it was written once it is pressed. */
export function Rest({ text }: { text: string }): ReactNode {
  const strings = useStrings();
  const [isShown, setIsShown] = useState(false);
  if (isShown) {
    return (
      // The button is gone: the focus goes to what it brought.
      <div data-slot="markdown-rest" tabIndex={-1} ref={takeFocus}>
        {text}
      </div>
    );
  }
  return (
    <Button onClick={() => setIsShown(true)}>
      {strings.markdown.showRest(formatCount(text.length, strings.locale))}
    </Button>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
