'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { composeHandlers } from '../internals/compose-handlers.ts';
import { isComposing } from '../internals/is-composing.ts';
import { useMergedRefs } from '../internals/merge-refs.ts';
import { type PrimitiveProps, renderPart } from '../internals/render-part.tsx';
import { sendsOnEnter } from '../internals/text-field.ts';
import { useStrings } from '../locales/locale-provider.tsx';
import { useComposer } from './composer-context.ts';

/**
 * The text field. It grows with its text. Enter sends and Shift+Enter breaks the line; on a touch screen without a
 * keyboard Enter breaks the line. Enter that ends an input method's composition does neither. Renders a `<textarea>`.
 */
export function ComposerInput({ onInput, onKeyDown, ref, ...props }: PrimitiveProps<'textarea'>): ReactNode {
  const strings = useStrings();
  const { hintId, canSendEmpty, field, submit, onEditLast, openList, keyHandler } =
    useComposer('Composer.Input');
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event)) return;
    keyHandler.current?.(event);
    if (event.defaultPrevented || event.shiftKey || event.altKey) return;
    const text = field.getText();
    const hasModifier = event.ctrlKey || event.metaKey;
    if (event.key === 'ArrowUp' && onEditLast && text === '' && !hasModifier) {
      event.preventDefault();
      onEditLast();
    }
    if (!sendsOnEnter(event)) return;
    event.preventDefault();
    // Enter never stops a run: a second press after sending would cancel the response. Escape and the button stop it.
    if (text.trim() !== '' || canSendEmpty) submit();
  };
  return renderPart('textarea', 'composer-input', {
    rows: 1,
    placeholder: strings.composer.placeholder,
    'aria-label': strings.composer.label,
    'aria-describedby': hintId,
    // The role stays `textbox`: ARIA's combobox has one line. The number of options is announced instead.
    ...(openList && {
      'aria-haspopup': 'listbox',
      'aria-autocomplete': 'list',
      'aria-controls': openList.id,
      'aria-activedescendant': openList.activeId,
    }),
    ...props,
    ref: useMergedRefs<HTMLTextAreaElement>(field.attach, ref),
    onInput: composeHandlers(onInput, field.onInput),
    onKeyDown: composeHandlers(onKeyDown, onKey),
  });
}
