'use client';

import type { Draft } from '@threadkit/react';
import { type FormEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { QueueIcon, SendIcon, StopIcon } from '../internals/icons/icons.tsx';
import { useMergedRefs } from '../internals/merge-refs.ts';
import { type PrimitiveProps, renderPart } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { ComposerProvider, type KeyHandler, type OpenList, useComposer } from './composer-context.ts';
import { type ComposerField, type ConnectedComposerField, composerMode } from './composer-field.ts';
import { useComposerField } from './use-composer-field.ts';

/** Props of `Composer.Root`. */
export interface ComposerRootProps extends Omit<PrimitiveProps<'form'>, 'onSubmit'> {
  /** A run is active: the button queues text, and stops the run while the field is empty. @defaultValue false */
  isBusy?: boolean | undefined;
  /** A message without text can be sent, for example with an image. @defaultValue false */
  canSendEmpty?: boolean | undefined;
  /** Why the message cannot be sent yet. Shown in the hint; the text stays in the field. */
  blockedReason?: string | undefined;
  /** Called with the trimmed text; the field is empty by then. */
  onSend: (text: string) => void;
  /** Called on a submit without text while `isBusy`, as by the stop button. */
  onStop?: (() => void) | undefined;
  /** Called on ↑ in an empty field, to edit the message that was sent last. */
  onEditLast?: (() => void) | undefined;
  /** A tool call waits for the user's decision: the hint says so. @defaultValue false */
  isWaiting?: boolean | undefined;
  /** From `useDraft`: saves the text for its thread, and restores it when the thread is shown again. */
  draft?: Draft | undefined;
  /** From `useComposerField`, for code outside of this component that sets the text. @defaultValue its own */
  field?: ComposerField | undefined;
}

/**
 * The form in which a message is written. The text is not React state, so that typing renders nothing else. Renders a
 * `<form>`.
 */
export function ComposerRoot({
  isBusy = false,
  canSendEmpty = false,
  blockedReason,
  onSend,
  onStop,
  onEditLast,
  isWaiting = false,
  draft,
  field: givenField,
  ref,
  children,
  ...props
}: ComposerRootProps): ReactNode {
  const [hasText, setHasText] = useState(false);
  const [openList, setOpenList] = useState<OpenList>();
  const hintId = useId();
  const formRef = useRef<HTMLFormElement>(null);
  const keyHandler = useRef<KeyHandler>(undefined);
  const setKeyHandler = useCallback((handler: KeyHandler | undefined) => {
    keyHandler.current = handler;
  }, []);
  const ownField = useComposerField();
  // `useComposerField` is the only source of fields, and returns them connectable.
  const field = (givenField ?? ownField) as ConnectedComposerField;
  const mode = composerMode({ isBusy, hasText: hasText || canSendEmpty });

  useEffect(() => field.subscribe((text) => setHasText(text.trim() !== '')), [field]);
  // After the subscription, which reports the text that the draft restores.
  useEffect(() => draft && field.connectDraft(draft), [draft, field]);

  const submit = (): void => {
    const text = field.getText().trim();
    if (text === '' && !canSendEmpty) {
      if (isBusy) onStop?.();
      return;
    }
    if (blockedReason !== undefined) return;
    field.setText('');
    onSend(text);
  };
  const contextValue = {
    mode,
    hintId,
    formRef,
    field,
    canSendEmpty,
    blockedReason,
    isWaiting,
    submit,
    onEditLast,
    openList,
    setOpenList,
    keyHandler,
    setKeyHandler,
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    submit();
  };
  return (
    <ComposerProvider value={contextValue}>
      {renderPart(
        'form',
        'composer',
        { ...props, ref: useMergedRefs(formRef, ref), onSubmit, children },
        { mode },
      )}
    </ComposerProvider>
  );
}

/** The bordered box around the field and its buttons. Renders a `<div>`. */
export function ComposerBox(props: PrimitiveProps<'div'>): ReactNode {
  return renderPart('div', 'composer-box', props);
}

/** One button with three actions: send, queue, stop the run. Renders a `<button>`. */
export function ComposerSend(props: PrimitiveProps<'button'>): ReactNode {
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
      // Not `disabled`: a button that becomes disabled loses the focus.
      'aria-disabled': mode === 'idle' || (blockedReason !== undefined && mode !== 'stop') ? true : undefined,
      ...props,
      children:
        props.children ?? (mode === 'stop' ? <StopIcon /> : mode === 'queue' ? <QueueIcon /> : <SendIcon />),
    },
    { mode },
  );
}

/** The line below the box: what will happen to the text, and the keys. Describes the field. Renders a `<p>`. */
export function ComposerHint(props: Omit<PrimitiveProps<'p'>, 'children' | 'asChild'>): ReactNode {
  const strings = useStrings();
  const { mode, hintId, blockedReason, isWaiting } = useComposer('Composer.Hint');
  const busy = mode === 'queue' ? (isWaiting ? strings.composer.runWaiting : strings.composer.runActive) : '';
  const state = blockedReason ?? busy;
  const keys =
    mode === 'queue'
      ? strings.composer.queueShortcut
      : mode === 'stop'
        ? strings.composer.stopShortcut
        : strings.composer.sendShortcut;
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
