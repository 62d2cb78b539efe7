import type { HistoryMessage } from '../../text.ts';
import { parseBlocks, renderBlocks } from './render-markdown.ts';

/** Creates the page: a scroll container for the thread, and a text field below it. */
export function renderPage(root: HTMLElement): { thread: HTMLElement; frame: HTMLElement } {
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

/** Renders a complete message. User messages are shown as plain text. */
export function renderMessage({ role, text }: HistoryMessage): HTMLElement {
  const message = document.createElement('article');
  message.className = role === 'user' ? 'plain-message plain-user' : 'plain-message';
  if (role === 'user') message.textContent = text;
  else message.append(...renderBlocks(parseBlocks(text)));
  return message;
}

export function scrollToEnd(thread: HTMLElement): void {
  thread.scrollTop = thread.scrollHeight;
}

/** Repeats the scroll, because messages with `content-visibility` get their real height only when they are rendered. */
export function keepScrollingToEnd(thread: HTMLElement, frames = 3): void {
  scrollToEnd(thread);
  if (frames > 0) requestAnimationFrame(() => keepScrollingToEnd(thread, frames - 1));
}
