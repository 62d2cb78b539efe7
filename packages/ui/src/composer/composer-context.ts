'use client';

import type { KeyboardEvent, Provider, RefObject } from 'react';
import { createPartContext } from '../internals/create-part-context.ts';
import type { ComposerMode, ConnectedComposerField } from './composer-field.ts';

/** An open list of suggestions, for the ARIA attributes of the field. */
export interface OpenList {
  readonly id: string;
  /** Id of the option that Enter inserts; `undefined` for an empty list. */
  readonly activeId: string | undefined;
}

/** Handles a key press in the field. A handler that consumes the key calls `preventDefault()`. */
export type KeyHandler = (event: KeyboardEvent) => void;

/** State that the parts of one composer share. */
export interface ComposerContextValue {
  readonly mode: ComposerMode;
  readonly hintId: string;
  readonly formRef: RefObject<HTMLFormElement | null>;
  readonly field: ConnectedComposerField;
  /** A message without text can be sent, because it has an attachment. */
  readonly canSendEmpty: boolean;
  /** Why the message cannot be sent yet. */
  readonly blockedReason: string | undefined;
  /** A tool call waits for the user's decision. */
  readonly isWaiting: boolean;
  /** Sends the text, or stops the run if there is nothing to send. */
  submit(): void;
  readonly onEditLast: (() => void) | undefined;
  readonly openList: OpenList | undefined;
  setOpenList(list: OpenList | undefined): void;
  /** Called before the field handles a key itself, while a list is open. */
  readonly keyHandler: RefObject<KeyHandler | undefined>;
  setKeyHandler(handler: KeyHandler | undefined): void;
}

const [provider, read] = createPartContext<ComposerContextValue>('Composer.Root');

export const ComposerProvider: Provider<ComposerContextValue | null> = provider;

/** The state of the composer around this part. @throws Outside of `Composer.Root`, naming `part`. */
export const useComposer: (part: string) => ComposerContextValue = read;
