/**
 * Plain DOM, and only the last screens of the thread in the document: the nearest thing to a limit. It is no finished
 * page: what an answer has outgrown is kept, but never comes back.
 */
import '../plain.css';
import type { HistoryMessage } from '../../text.ts';
import { drawFrame, drawMessage, scrollToEnd } from '../floor/frame.ts';
import { growAnswer } from '../floor/grow-answer.ts';
import { installBench } from '../install-bench.ts';

/** A few screens. */
const MESSAGES_DRAWN = 12;
const BLOCKS_DRAWN = 60;
const NEAR_TOP_PX = 400;

/** Keeps the last messages in the document, and draws older ones when the reader comes near the top. */
function drawLast(thread: HTMLElement, messages: readonly HistoryMessage[]): void {
  let first = Math.max(0, messages.length - MESSAGES_DRAWN);
  thread.append(...messages.slice(first).map(drawMessage));
  thread.addEventListener('scroll', () => {
    if (thread.scrollTop > NEAR_TOP_PX || first === 0) return;
    const older = messages.slice(Math.max(0, first - MESSAGES_DRAWN), first);
    first -= older.length;
    const fromEnd = thread.scrollHeight - thread.scrollTop;
    thread.prepend(...older.map(drawMessage));
    thread.scrollTop = thread.scrollHeight - fromEnd;
  });
}

installBench({
  load: (history) => ({
    mount(root) {
      const { thread } = drawFrame(root);
      drawLast(thread, history);
      scrollToEnd(thread);
      return {
        ask(deltas) {
          const answer = drawMessage({ role: 'assistant', text: '' });
          thread.append(drawMessage({ role: 'user', text: 'Please write on.' }), answer);
          const far: Node[] = [];
          const grow = growAnswer(answer, () => {
            for (let spare = answer.childNodes.length - BLOCKS_DRAWN; spare > 0; spare -= 1) {
              if (answer.firstChild) far.push(answer.removeChild(answer.firstChild));
            }
            scrollToEnd(thread);
          });
          return Promise.resolve({ push: (index) => grow(deltas[index] ?? ''), add: grow });
        },
      };
    },
  }),
});
