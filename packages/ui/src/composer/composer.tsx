'use client';

import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { QueueIcon, SendIcon, StopIcon } from '../icons/icons.tsx';
import { composeHandlers } from '../internals/compose-handlers.ts';
import { createPartContext } from '../internals/create-part-context.ts';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { useWords } from '../words/words-provider.tsx';
import { type ComposerMode, composerMode } from './composer-mode.ts';
import { growToContent } from './grow-to-content.ts';

interface ComposerContext {
  readonly mode: ComposerMode;
  readonly hintId: string;
  readonly hasMore: boolean;
  readonly hold: string | undefined;
  setHasText(hasText: boolean): void;
}

const [ComposerProvider, useComposer] = createPartContext<ComposerContext>('Composer.Root');

export interface ComposerRootProps extends Omit<PartProps<'form'>, 'onSubmit'> {
  /** A run lives: an empty composer stops it, text is queued behind it. @defaultValue false */
  isBusy?: boolean | undefined;
  /** There is something to send without a word, such as an image. @defaultValue false */
  hasMore?: boolean | undefined;
  /** Why the message cannot go yet, in words: the hint says so, and what is written stays. */
  hold?: string | undefined;
  /** Gets the trimmed text; the field is empty afterwards. */
  onSend: (text: string) => void;
  onStop?: (() => void) | undefined;
}

/** Where a person writes. Holds the draft, so that typing renders nothing else. Renders a `<form>`. */
export function ComposerRoot({
  isBusy = false,
  hasMore = false,
  hold,
  onSend,
  onStop,
  children,
  ...props
}: ComposerRootProps): ReactNode {
  const [hasText, setHasText] = useState(false);
  const hintId = useId();
  const mode = composerMode({ isBusy, hasText: hasText || hasMore });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const input = event.currentTarget.querySelector('textarea');
    const text = input?.value.trim() ?? '';
    if (input === null || (text === '' && !hasMore)) {
      if (isBusy) onStop?.();
      return;
    }
    if (hold !== undefined) return;
    input.value = '';
    growToContent(input);
    setHasText(false);
    onSend(text);
  };
  return (
    <ComposerProvider value={{ mode, hintId, hasMore, hold, setHasText }}>
      {renderPart('form', 'composer', { ...props, onSubmit: submit, children }, { mode })}
    </ComposerProvider>
  );
}

/** The bordered box around the field and its buttons. Renders a `<div>`. */
export function ComposerBox(props: PartProps<'div'>): ReactNode {
  return renderPart('div', 'composer-box', props);
}

/**
 * The text field: grows with its text, Enter sends, Shift+Enter breaks the line, and Enter that ends an input
 * method's composition does neither. Renders a `<textarea>`.
 */
export function ComposerInput({ onInput, onKeyDown, ...props }: PartProps<'textarea'>): ReactNode {
  const words = useWords();
  const composer = useComposer('Composer.Input');
  const onEnter = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // 229 is what Safari reports for the Enter that ends a composition, after it has said it ended.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    // Enter never stops a run: that would punish a second press. Escape and the button do.
    if (event.currentTarget.value.trim() !== '' || composer.hasMore)
      event.currentTarget.form?.requestSubmit();
  };
  return renderPart('textarea', 'composer-input', {
    rows: 1,
    placeholder: words.composer.placeholder,
    'aria-label': words.composer.label,
    'aria-describedby': composer.hintId,
    enterKeyHint: 'send',
    ...props,
    onInput: composeHandlers(onInput, (event: FormEvent<HTMLTextAreaElement>) => {
      growToContent(event.currentTarget);
      composer.setHasText(event.currentTarget.value.trim() !== '');
    }),
    onKeyDown: composeHandlers(onKeyDown, onEnter),
  });
}

/** One button, three meanings: send, queue behind the run, stop the run. Renders a `<button>`. */
export function ComposerSend(props: PartProps<'button'>): ReactNode {
  const words = useWords();
  const { mode, hold } = useComposer('Composer.Send');
  const label = words.composer[mode === 'idle' ? 'send' : mode];
  return renderPart(
    'button',
    'composer-send',
    {
      type: 'submit',
      'aria-label': label,
      title: label,
      // Kept in the tab order while there is nothing to send: a disabled button would drop the focus.
      'aria-disabled': mode === 'idle' || (hold !== undefined && mode !== 'stop') ? true : undefined,
      ...props,
      children:
        props.children ?? (mode === 'stop' ? <StopIcon /> : mode === 'queue' ? <QueueIcon /> : <SendIcon />),
    },
    { mode },
  );
}

export interface ComposerHintProps extends Omit<PartProps<'p'>, 'children'> {
  /** A person's answer is outstanding. @defaultValue false */
  isWaiting?: boolean | undefined;
}

/** The line below: what will happen to the text, and the keys. Renders a `<p>`. */
export function ComposerHint({ isWaiting = false, ...props }: ComposerHintProps): ReactNode {
  const words = useWords();
  const { mode, hintId, hold } = useComposer('Composer.Hint');
  const busy = mode === 'queue' ? (isWaiting ? words.composer.waiting : words.composer.busy) : '';
  const state = hold ?? busy;
  const keys =
    mode === 'queue'
      ? words.composer.keysQueue
      : mode === 'stop'
        ? words.composer.keysStop
        : words.composer.keysSend;
  return renderPart(
    'p',
    'composer-hint',
    {
      id: hintId,
      ...props,
      children: (
        <>
          <span>{state}</span>
          <span data-slot="composer-keys">{keys}</span>
        </>
      ),
    },
    { mode },
  );
}
