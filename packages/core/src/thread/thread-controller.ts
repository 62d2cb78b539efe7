// Connects the parts of a controller: `state/` has the transitions, `send/` delivers messages, `follow/` receives events,
// `tools/` executes function calls.
import { isTerminal } from '../api/run-status.ts';
import { createFollower } from './follow/follower.ts';
import { createThreadLifecycle } from './follow/thread-lifecycle.ts';
import { createRewriter } from './send/rewriter.ts';
import { createSendQueue } from './send/send-queue.ts';
import { createSender } from './send/sender.ts';
import { createThreadContext } from './state/thread-context.ts';
import { createSnapshotter } from './state/to-snapshot.ts';
import { dropPersisted, setAssistantId, setError } from './state/transitions.ts';
import { createActivityReporter } from './thread-activity.ts';
import { createThreadChanges } from './thread-changes.ts';
import { createToolRunner } from './tools/tool-runner.ts';
import type { ThreadController, ThreadControllerOptions } from './types.ts';

/**
 * Controls one thread: sends messages, follows the run, executes the page's tools, and describes all of it in one
 * snapshot. Inert until it is subscribed to; then it finds the thread's active run and follows it. After the last
 * subscriber has left it follows the run to its end, and stops.
 */
export function createThreadController(options: ThreadControllerOptions): ThreadController {
  const disposal = new AbortController();
  const getAssistant =
    options.getAssistant ?? ((assistantId: string) => options.client.getAssistant(assistantId));

  // Each part gets only parts that exist already.
  const context = createThreadContext(options, disposal.signal, createActivityReporter(options.onActivity));
  const follower = createFollower(context);
  const tools = createToolRunner(context, follower);
  const sender = createSender(context, getAssistant, follower, tools);
  const { flush, ...queue } = createSendQueue(context, sender);
  const lifecycle = createThreadLifecycle(context, follower, flush);
  const rewriter = createRewriter({
    ...context,
    send: queue.send,
    startRun: sender.startRun,
    getAssistant,
    registeredTools: tools.registry.all,
  });

  const { store, memory, read } = context;
  const { approve, reject, addToolOutput } = tools;
  const toSnapshot = createSnapshotter(tools);

  follower.onEnd(() => {
    const { run, messages, steps } = read().current;
    if (!run || !isTerminal(run)) return;
    tools.end(run);
    options.onPersisted?.({ threadId: run.thread_id, run, messages, steps });
    store.flush();
    flush();
    lifecycle.disposeWhenIdle();
  });

  return {
    ...queue,
    ...rewriter,
    ...createThreadChanges(context),
    approve,
    reject,
    addToolOutput,
    getSnapshot: () => toSnapshot(read()),
    subscribe: lifecycle.subscribe,
    cancel: sender.cancel,
    attach: lifecycle.attach,
    detach: follower.stop,
    clearError: () => store.update((state) => setError(state, null)),
    follow(run) {
      // The run may have ended by now, so it is tracked without reading the list of runs.
      if (context.isBusy() || disposal.signal.aborted) return;
      tools.claim(run);
      void follower.track(run);
    },
    setTools: tools.registry.set,
    setAssistant: (assistantId) => store.update((state) => setAssistantId(state, assistantId)),
    getMessageKey: sender.getMessageKey,
    dropPersisted: (stored) => store.update((state) => dropPersisted(state, stored)),
    forget() {
      memory.forget();
      tools.forget();
    },
    dispose() {
      lifecycle.stop();
      disposal.abort();
      tools.dispose();
    },
  };
}
