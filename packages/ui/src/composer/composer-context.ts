'use client';

import type { KeyboardEvent, Provider, RefObject } from 'react';
import { createPartContext } from '../internals/create-part-context.ts';
import type { ComposerMode } from './composer-mode.ts';

/** A list that has opened over the composer, as the field tells of it. */
export interface OpenList {
  readonly id: string;
  /** The option that Enter would take; undefined while there is none. */
  readonly activeId: string | undefined;
}

/** Takes a key of the field, or leaves it. */
export type KeyTaker = (event: KeyboardEvent) => void;

/** What the parts of one composer share. */
export interface ComposerScope {
  readonly mode: ComposerMode;
  readonly hintId: string;
  readonly formRef: RefObject<HTMLFormElement | null>;
  /** Something besides text is there to be sent. */
  readonly canSendEmpty: boolean;
  /** Why it cannot be sent yet. */
  readonly blockedReason: string | undefined;
  /** The text has changed, by whoever. */
  onText(text: string): void;
  readonly openList: OpenList | undefined;
  setOpenList(list: OpenList | undefined): void;
  /** Gets the field's keys first while a list is open; what it takes it marks with `preventDefault()`. */
  readonly keyTaker: RefObject<KeyTaker | undefined>;
  setKeyTaker(taker: KeyTaker | undefined): void;
}

const [provider, read] = createPartContext<ComposerScope>('Composer.Root');

export const ComposerProvider: Provider<ComposerScope | null> = provider;

/** The composer around this part. @throws When there is none, naming `part`. */
export const useComposer: (part: string) => ComposerScope = read;
