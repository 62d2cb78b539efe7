'use client';

import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { composeHandlers } from '../internals/compose-handlers.ts';
import { growToContent } from '../internals/grow-to-content.ts';
import { isComposing } from '../internals/is-composing.ts';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { sendsOnEnter } from '../internals/sends-on-enter.ts';
import { useStrings } from '../locales/locale-provider.tsx';
import { useComposer } from './composer-context.ts';

export interface ComposerInputProps extends PartProps<'textarea'> {
  /** Called on ↑ in an empty field: takes the person to what was written last, to change it. */
  onEditLast?: (() => void) | undefined;
}

/**
 * The text field: grows with its text, Enter sends, Shift+Enter breaks the line, and Enter that ends an input
 * method's composition does neither. On a touch screen without a
 * keyboard Enter breaks the line, and the button sends. Renders a
 * `<textarea>`.
 */
export function ComposerInput({ onInput, onKeyDown, onEditLast, ...props }: ComposerInputProps): ReactNode {
  const strings = useStrings();
  const { hintId, canSendEmpty, onText, openList, keyTaker } = useComposer('Composer.Input');
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event)) return;
    keyTaker.current?.(event);
    if (event.defaultPrevented || event.shiftKey || event.altKey) return;
    const { value, form } = event.currentTarget;
    const hasModifier = event.ctrlKey || event.metaKey;
    if (event.key === 'ArrowUp' && onEditLast && value === '' && !hasModifier) {
      event.preventDefault();
      onEditLast();
    }
    if (!sendsOnEnter(event)) return;
    event.preventDefault();
    // Enter never stops a run: that would punish a second press. Escape and the button do.
    if (value.trim() !== '' || canSendEmpty) form?.requestSubmit();
  };
  return renderPart('textarea', 'composer-input', {
    rows: 1,
    placeholder: strings.composer.placeholder,
    'aria-label': strings.composer.label,
    'aria-describedby': hintId,
    // A text of several lines stays a text box: ARIA knows no combobox of that kind. That the list is open is said.
    ...(openList && {
      'aria-haspopup': 'listbox',
      'aria-autocomplete': 'list',
      'aria-controls': openList.id,
      'aria-activedescendant': openList.activeId,
    }),
    ...props,
    onInput: composeHandlers(onInput, ({ currentTarget }: FormEvent<HTMLTextAreaElement>) => {
      growToContent(currentTarget);
      onText(currentTarget.value);
    }),
    onKeyDown: composeHandlers(onKeyDown, onKey),
  });
}
