/** Takes the deltas and draws nothing: what the harness itself costs. */
import { installBench } from '../install-bench.ts';

installBench({
  draws: false,
  load: () => ({
    mount(root) {
      root.append(document.createElement('textarea'));
      let chars = 0;
      return {
        ask: (deltas) =>
          Promise.resolve({
            push(index) {
              chars += deltas[index]?.length ?? 0;
            },
            add(text) {
              root.dataset['chars'] = String(chars + text.length);
            },
          }),
      };
    },
  }),
});
