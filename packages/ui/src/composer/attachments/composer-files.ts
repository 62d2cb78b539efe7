import type { SendInput } from '@threadkit/core';

/** What the files of a composer say about the message. */
export interface ComposerFiles {
  /** Why it cannot go yet. */
  readonly blockedReason: string | undefined;
  /** It can go without a word. */
  readonly hasImage: boolean;
  /** The message with its files, which leave the composer. */
  take(text: string): SendInput;
  /** For a message that comes back to be changed. */
  restore(input: SendInput): void;
}

export const NO_FILES: ComposerFiles = {
  blockedReason: undefined,
  hasImage: false,
  take: (text) => text,
  restore: () => {},
};
