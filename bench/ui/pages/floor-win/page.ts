/**
 * Plain DOM with only the last screens of the thread in the document, as an approximation of the lower limit. It is
 * incomplete: earlier blocks of a long response are removed and never restored.
 */
import '../plain.css';
import type { HistoryMessage } from '../../text.ts';
import { renderMessage, renderPage, scrollToEnd } from '../floor/plain-page.ts';
import { streamMarkdown } from '../floor/stream-markdown.ts';
import { installBench } from '../install-bench.ts';

/** Some screens of content. */
const RENDERED_MESSAGES = 12;
const RENDERED_BLOCKS = 60;
const NEAR_TOP_PX = 400;

/** Renders the last messages, and older ones when the user scrolls near the top. */
function renderLast(thread: HTMLElement, messages: readonly HistoryMessage[]): void {
  let first = Math.max(0, messages.length - RENDERED_MESSAGES);
  thread.append(...messages.slice(first).map(renderMessage));
  thread.addEventListener('scroll', () => {
    if (thread.scrollTop > NEAR_TOP_PX || first === 0) return;
    const older = messages.slice(Math.max(0, first - RENDERED_MESSAGES), first);
    first -= older.length;
    const fromEnd = thread.scrollHeight - thread.scrollTop;
    thread.prepend(...older.map(renderMessage));
    thread.scrollTop = thread.scrollHeight - fromEnd;
  });
}

installBench({
  load: (history) => ({
    mount(root) {
      const { thread } = renderPage(root);
      renderLast(thread, history);
      scrollToEnd(thread);
      return {
        sendMessage(deltas) {
          const response = renderMessage({ role: 'assistant', text: '' });
          thread.append(renderMessage({ role: 'user', text: 'Please write on.' }), response);
          const removed: Node[] = [];
          const grow = streamMarkdown(response, () => {
            for (let spare = response.childNodes.length - RENDERED_BLOCKS; spare > 0; spare -= 1) {
              if (response.firstChild) removed.push(response.removeChild(response.firstChild));
            }
            scrollToEnd(thread);
          });
          return Promise.resolve({ push: (index) => grow(deltas[index] ?? ''), append: grow });
        },
      };
    },
  }),
});
