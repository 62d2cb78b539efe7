'use client';

import type { Draft } from '@threadkit/react';
import { type FormEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { growToContent, writeInput } from '../internals/grow-to-content.ts';
import { QueueIcon, SendIcon, StopIcon } from '../internals/icons/icons.tsx';
import { useMergedRefs } from '../internals/merge-refs.ts';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { ComposerProvider, type KeyTaker, type OpenList, useComposer } from './composer-context.ts';
import { composerMode } from './composer-mode.ts';

export interface ComposerRootProps extends Omit<PartProps<'form'>, 'onSubmit'> {
  /** A run lives: an empty composer stops it, text is queued behind it. @defaultValue false */
  isBusy?: boolean | undefined;
  /** There is something to send without a word, such as an image. @defaultValue false */
  canSendEmpty?: boolean | undefined;
  /** Why the message cannot go yet, in words: the hint says so, and what is written stays. */
  blockedReason?: string | undefined;
  /** Gets the trimmed text; the field is empty afterwards. */
  onSend: (text: string) => void;
  onStop?: (() => void) | undefined;
  /** From `useDraft`: what is typed is kept for its thread, and another thread's draft takes its place. */
  draft?: Draft | undefined;
}

/** Where a person writes. Holds the text, so that typing renders nothing else. Renders a `<form>`. */
export function ComposerRoot({
  isBusy = false,
  canSendEmpty = false,
  blockedReason,
  onSend,
  onStop,
  draft,
  ref,
  children,
  ...props
}: ComposerRootProps): ReactNode {
  const [hasText, setHasText] = useState(false);
  const [openList, setOpenList] = useState<OpenList>();
  const hintId = useId();
  const formRef = useRef<HTMLFormElement>(null);
  const keyTaker = useRef<KeyTaker>(undefined);
  const setKeyTaker = useCallback((taker: KeyTaker | undefined) => {
    keyTaker.current = taker;
  }, []);
  const mode = composerMode({ isBusy, hasText: hasText || canSendEmpty });
  const onText = (text: string): void => {
    setHasText(text.trim() !== '');
    draft?.save(text);
  };

  // Joins the field to the storage that drafts are kept in.
  useEffect(() => {
    const input = formRef.current?.querySelector('textarea');
    if (!draft || !input) return;
    const put = (text: string): void => {
      input.value = text;
      growToContent(input);
      setHasText(text.trim() !== '');
    };
    // Typed before the page's code was there.
    if (input.value !== '') draft.save(input.value);
    const stop = draft.restore(put);
    return () => {
      stop();
      put('');
    };
  }, [draft]);

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const input = event.currentTarget.querySelector('textarea');
    const text = input?.value.trim() ?? '';
    if (input === null || (text === '' && !canSendEmpty)) {
      if (isBusy) onStop?.();
      return;
    }
    if (blockedReason !== undefined) return;
    writeInput(input, '');
    onSend(text);
  };
  const scope = {
    mode,
    hintId,
    formRef,
    canSendEmpty,
    blockedReason,
    onText,
    openList,
    setOpenList,
    keyTaker,
    setKeyTaker,
  };
  return (
    <ComposerProvider value={scope}>
      {renderPart(
        'form',
        'composer',
        { ...props, ref: useMergedRefs(formRef, ref), onSubmit: submit, children },
        { mode },
      )}
    </ComposerProvider>
  );
}

/** The bordered box around the field and its buttons. Renders a `<div>`. */
export function ComposerBox(props: PartProps<'div'>): ReactNode {
  return renderPart('div', 'composer-box', props);
}

/** One button, three meanings: send, queue behind the run, stop the run. Renders a `<button>`. */
export function ComposerSend(props: PartProps<'button'>): ReactNode {
  const strings = useStrings();
  const { mode, blockedReason } = useComposer('Composer.Send');
  const label = strings.composer[mode === 'idle' ? 'send' : mode];
  return renderPart(
    'button',
    'composer-send',
    {
      type: 'submit',
      'aria-label': label,
      title: label,
      // Kept in the tab order while there is nothing to send: a disabled button would drop the focus.
      'aria-disabled': mode === 'idle' || (blockedReason !== undefined && mode !== 'stop') ? true : undefined,
      ...props,
      children:
        props.children ?? (mode === 'stop' ? <StopIcon /> : mode === 'queue' ? <QueueIcon /> : <SendIcon />),
    },
    { mode },
  );
}

export interface ComposerHintProps extends Omit<PartProps<'p'>, 'children' | 'asChild'> {
  /** A person's answer is outstanding. @defaultValue false */
  isWaiting?: boolean | undefined;
}

/** The line below: what will happen to the text, and the keys. Renders a `<p>`. */
export function ComposerHint({ isWaiting = false, ...props }: ComposerHintProps): ReactNode {
  const strings = useStrings();
  const { mode, hintId, blockedReason } = useComposer('Composer.Hint');
  const busy = mode === 'queue' ? (isWaiting ? strings.composer.waiting : strings.composer.busy) : '';
  const state = blockedReason ?? busy;
  const keys =
    mode === 'queue'
      ? strings.composer.keysQueue
      : mode === 'stop'
        ? strings.composer.keysStop
        : strings.composer.keysSend;
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
