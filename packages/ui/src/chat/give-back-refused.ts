import type { SendInput, SendOutcome, ThreadController } from '@threadkit/core';
import { putBack } from '../internals/grow-to-content.ts';
import { inputText } from '../message/plain-text.ts';

/** What was refused while a run lives stands nowhere: it goes back to the field. What failed later stands above. */
export function giveBackRefused(
  controller: ThreadController,
  input: SendInput,
  outcome: SendOutcome,
  field: HTMLTextAreaElement | null,
): void {
  if (outcome.status !== 'failed' || !field) return;
  const isShown = controller.getSnapshot().localMessages.some(({ key }) => key === outcome.key);
  if (!isShown) putBack(field, inputText(input));
}
