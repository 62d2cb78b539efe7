import type { Draft } from '@threadkit/react';
import { focusFieldEnd, growToContent, setFieldText } from '../internals/text-field.ts';

/** What the composer's button does. `idle`: there is neither text to send nor a run to stop. */
export type ComposerMode = 'idle' | 'send' | 'queue' | 'stop';

/** Text takes precedence: while a run is active the button queues it, and stops the run only when there is none. */
export function composerMode({ isBusy, hasText }: { isBusy: boolean; hasText: boolean }): ComposerMode {
  if (hasText) return isBusy ? 'queue' : 'send';
  return isBusy ? 'stop' : 'idle';
}

/**
 * The text of one composer. The text is in the DOM and not in React state, so that typing renders nothing; this
 * object is the only code that writes it. Methods that write do nothing while no `Composer.Input` is mounted.
 */
export interface ComposerField {
  /** `''` while no input is mounted. */
  getText(): string;
  /** The `<textarea>`, for its selection and focus; null while no input is mounted. */
  getElement(): HTMLTextAreaElement | null;
  /** Replaces the text and saves it as draft. Does not focus the field. */
  setText(text: string): void;
  /** Replaces the characters from `from` up to `to`, focuses the field, and puts the caret after the new text. */
  replaceRange(text: string, from: number, to: number): void;
  /** Inserts `text` on lines before the current text, focuses the field, and puts the caret at its end. */
  prepend(text: string): void;
  /** Focuses the field without scrolling. */
  focus(): void;
  /** Calls `listener` with each new text, typed or set. Returns a function that unsubscribes. */
  subscribe(listener: (text: string) => void): () => void;
}

/** The field with the methods that only `Composer.Root` and `Composer.Input` call. `createComposerField` returns no other. */
export interface ConnectedComposerField extends ComposerField {
  /** Ref callback of the `<textarea>`; `Composer.Input` sets it. */
  attach(element: HTMLTextAreaElement | null): void;
  /** Called by `Composer.Input` after each `input` event of the `<textarea>`. */
  onInput(): void;
  /**
   * Called by `Composer.Root`. Restores the text from `draft` and saves each change to it. Returns a function that
   * disconnects and clears it.
   */
  connectDraft(draft: Draft): () => void;
}

/** Creates the field of one composer. */
export function createComposerField(): ConnectedComposerField {
  let element: HTMLTextAreaElement | null = null;
  let draft: Draft | undefined;
  const listeners = new Set<(text: string) => void>();

  const getText = (): string => element?.value ?? '';
  const notify = (): void => {
    const text = getText();
    for (const listener of listeners) listener(text);
  };
  const saveAndNotify = (): void => {
    draft?.save(getText());
    notify();
  };
  /** For text that comes from the draft itself. */
  const show = (text: string): void => {
    if (element) setFieldText(element, text);
    notify();
  };
  const setText = (text: string): void => {
    if (!element) return;
    setFieldText(element, text);
    saveAndNotify();
  };

  return {
    getText,
    getElement: () => element,
    setText,
    replaceRange(text, from, to) {
      if (!element) return;
      element.setRangeText(text, from, to, 'end');
      growToContent(element);
      element.focus();
      saveAndNotify();
    },
    prepend(text) {
      if (!element) return;
      const joined = [text, getText()].filter((part) => part.trim() !== '').join('\n');
      setFieldText(element, joined);
      focusFieldEnd(element);
      saveAndNotify();
    },
    focus: () => element?.focus({ preventScroll: true }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    attach(next) {
      element = next;
    },
    onInput() {
      if (element) growToContent(element);
      saveAndNotify();
    },
    connectDraft(next) {
      draft = next;
      // Text that was typed into server-rendered HTML before hydration is newer than the saved draft.
      if (getText() !== '') next.save(getText());
      const stop = next.restore(show);
      return () => {
        stop();
        draft = undefined;
        show('');
      };
    },
  };
}
