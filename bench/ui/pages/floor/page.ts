/** Plain DOM with all messages in the document. `content-visibility` skips the rendering of those out of view. */
import '../plain.css';
import { installBench } from '../install-bench.ts';
import { keepScrollingToEnd, renderMessage, renderPage, scrollToEnd } from './plain-page.ts';
import { streamMarkdown } from './stream-markdown.ts';

installBench({
  load: (history) => ({
    mount(root) {
      const { thread, frame } = renderPage(root);
      frame.dataset['skips'] = '';
      thread.append(...history.map(renderMessage));
      keepScrollingToEnd(thread);
      return {
        sendMessage(deltas) {
          const response = renderMessage({ role: 'assistant', text: '' });
          thread.append(renderMessage({ role: 'user', text: 'Please write on.' }), response);
          const grow = streamMarkdown(response, () => scrollToEnd(thread));
          return Promise.resolve({ push: (index) => grow(deltas[index] ?? ''), append: grow });
        },
      };
    },
  }),
});
