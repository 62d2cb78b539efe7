import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import { toOptimisticMessage } from '../state/optimistic-message.ts';
import type { ThreadContext } from '../state/thread-context.ts';
import type { ThreadState } from '../state/thread-state.ts';
import {
  addSent,
  discardSent,
  editQueued,
  enqueue,
  moveToFront,
  patchSent,
  removeQueued,
} from '../state/transitions.ts';
import type { SendInput, SendOptions, SendOutcome, ThreadActions } from '../types.ts';
import type { Sender } from './sender.ts';

export interface SendQueue
  extends Pick<ThreadActions, 'send' | 'retry' | 'discard' | 'editQueued' | 'removeQueued' | 'sendNow'> {
  /** Sends the first queued input if the thread is free. */
  flush(): void;
}

/** Decides when an input is sent: at once, after the active run, or again after it failed. */
export function createSendQueue(context: ThreadContext, sender: Sender): SendQueue {
  const { client, environment, store, read, isBusy } = context;

  /** Changes the queue. Subscribers are called at once: the effect of a user action must not wait for a frame. */
  function change(transition: (state: ThreadState) => ThreadState): void {
    store.update(transition);
    store.flush();
  }

  function wait(
    key: string,
    input: SendInput,
    sendOptions: SendOptions,
    position: 'first' | 'last',
  ): SendOutcome {
    change((state) => enqueue(state, { key, input, options: sendOptions }, position));
    return { status: 'queued', key };
  }

  /** Shows the message and delivers it. */
  function deliverNow(key: string, input: SendInput, sendOptions: SendOptions): Promise<SendOutcome> {
    const sentAt = environment.now();
    const message = toOptimisticMessage(input, read().threadId, sentAt + client.clockSkewMs);
    store.update((state) =>
      addSent(state, { kind: 'sent', key, input, options: sendOptions, phase: 'sending', sentAt, message }),
    );
    return sender.deliver(key, false);
  }

  async function send(input: SendInput, sendOptions: SendOptions = {}): Promise<SendOutcome> {
    const key = environment.randomId();
    if (!isBusy()) return deliverNow(key, input, sendOptions);
    const { whenBusy = 'queue' } = sendOptions;
    if (whenBusy === 'reject') {
      const error = new ThreadkitError(
        'locked',
        'A run is active on this thread: wait for it, or cancel it.',
      );
      return { status: 'failed', key, error };
    }
    const outcome = wait(key, input, sendOptions, whenBusy === 'replace' ? 'first' : 'last');
    if (whenBusy === 'replace') void sender.cancel();
    return outcome;
  }

  async function retry(key: string): Promise<SendOutcome> {
    const entry = sender.findSent(key);
    if (!entry || entry.phase !== 'failed') {
      const error = new ThreadkitError('config', 'No failed message has this key.');
      return { status: 'failed', key, error };
    }
    if (isBusy()) {
      discard(key);
      return wait(key, entry.input, entry.options, 'last');
    }
    store.update((state) => patchSent(state, key, { phase: 'sending' }));
    return sender.deliver(key, true);
  }

  function discard(key: string): void {
    const message = sender.findSent(key)?.message;
    // Stored already when only its run failed: it would come back with the next list of messages.
    if (message?.id) {
      client.deleteMessage(message.thread_id, message.id).catch((cause: unknown) => {
        context.onError(toThreadkitError(cause, 'network'));
      });
    }
    change((state) => discardSent(state, key));
  }

  function flush(): void {
    const [next] = read().queue;
    if (!next || isBusy()) return;
    store.update((state) => removeQueued(state, next.key));
    void deliverNow(next.key, next.input, next.options);
  }

  return {
    send,
    retry,
    discard,
    editQueued: (key, input) => change((state) => editQueued(state, key, input)),
    removeQueued: (key) => change((state) => removeQueued(state, key)),
    sendNow(key) {
      const chosen = read().queue.find((entry) => entry.key === key);
      if (!chosen) return;
      change((state) => moveToFront(state, chosen));
      if (isBusy()) void sender.cancel();
      else flush();
    },
    flush,
  };
}
