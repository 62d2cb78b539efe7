/** Reads the bytes of a run with Threadkit's client and renders nothing: the cost of the wire format. */
import { createClient } from '@threadkit/core';
import { installBench } from '../install-bench.ts';
import { createInPageBackend } from '../threadkit/in-page-backend.ts';

const backend = createInPageBackend();
const client = createClient({ baseURL: 'http://in-page/v1', fetch: backend.fetch });

async function read(threadId: string, root: HTMLElement): Promise<void> {
  let chars = 0;
  for await (const { event, data } of client.streamRun(threadId, { assistant_id: 'asst_bench' })) {
    if (event !== 'thread.message.delta') continue;
    for (const part of data.delta.content ?? [])
      chars += part.type === 'text' ? (part.text?.value?.length ?? 0) : 0;
  }
  root.dataset['chars'] = String(chars);
}

installBench({
  renders: false,
  load(_history, threadId) {
    backend.store(threadId, []);
    return {
      mount(root) {
        root.append(document.createElement('textarea'));
        return {
          sendMessage(deltas) {
            const response = backend.plan(threadId, deltas);
            void read(threadId, root);
            return response;
          },
        };
      },
    };
  },
});
