import type { HistoryMessage } from '../../text.ts';
import { drawBlocks, readBlocks } from './draw-markdown.ts';

/** The page around a thread: what scrolls, and the field below it. */
export function drawFrame(root: HTMLElement): { thread: HTMLElement; frame: HTMLElement } {
  const frame = document.createElement('div');
  frame.className = 'plain';
  const thread = document.createElement('div');
  thread.className = 'plain-thread';
  const form = document.createElement('form');
  form.append(document.createElement('textarea'));
  frame.append(thread, form);
  root.append(frame);
  return { thread, frame };
}

/** A whole message; what a person wrote is shown as it was typed. */
export function drawMessage({ role, text }: HistoryMessage): HTMLElement {
  const message = document.createElement('article');
  message.className = role === 'user' ? 'plain-message plain-user' : 'plain-message';
  if (role === 'user') message.textContent = text;
  else message.append(...drawBlocks(readBlocks(text)));
  return message;
}

export function scrollToEnd(thread: HTMLElement): void {
  thread.scrollTop = thread.scrollHeight;
}

/** The first frames show how tall the skipped messages at the end really are. */
export function settleAtEnd(thread: HTMLElement, frames = 3): void {
  scrollToEnd(thread);
  if (frames > 0) requestAnimationFrame(() => settleAtEnd(thread, frames - 1));
}
