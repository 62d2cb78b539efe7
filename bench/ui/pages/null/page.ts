/** Receives the deltas and renders nothing: the cost of the harness. */
import { installBench } from '../install-bench.ts';

installBench({
  renders: false,
  load: () => ({
    mount(root) {
      root.append(document.createElement('textarea'));
      let chars = 0;
      return {
        sendMessage: (deltas) =>
          Promise.resolve({
            push(index) {
              chars += deltas[index]?.length ?? 0;
            },
            append(text) {
              root.dataset['chars'] = String(chars + text.length);
            },
          }),
      };
    },
  }),
});
