import type { SendInput } from '@threadkit/core';

/** What the composer needs to know about its attachments. */
export interface ComposerFiles {
  /** Why the message cannot be sent yet. */
  readonly blockedReason: string | undefined;
  /** The message has an image, so it can be sent without text. */
  readonly hasImage: boolean;
  /** Returns the message with its files and removes them from the composer. */
  take(text: string): SendInput;
  /** Adds the files of a message that returns to the composer. */
  restore(input: SendInput): void;
}

export const NO_FILES: ComposerFiles = {
  blockedReason: undefined,
  hasImage: false,
  take: (text) => text,
  restore: () => {},
};
