/** Plain DOM, everything in the document: `content-visibility` lets the browser skip what is out of sight. */
import '../plain.css';
import { installBench } from '../install-bench.ts';
import { drawFrame, drawMessage, scrollToEnd, settleAtEnd } from './frame.ts';
import { growAnswer } from './grow-answer.ts';

installBench({
  load: (history) => ({
    mount(root) {
      const { thread, frame } = drawFrame(root);
      frame.dataset['skips'] = '';
      thread.append(...history.map(drawMessage));
      settleAtEnd(thread);
      return {
        ask(deltas) {
          const answer = drawMessage({ role: 'assistant', text: '' });
          thread.append(drawMessage({ role: 'user', text: 'Please write on.' }), answer);
          const grow = growAnswer(answer, () => scrollToEnd(thread));
          return Promise.resolve({ push: (index) => grow(deltas[index] ?? ''), add: grow });
        },
      };
    },
  }),
});
