import { wait } from '../../shared/timers.ts';
import type { VectorStoreStorage } from '../../storage/vector-store-storage.ts';
import type { RunContext } from '../run-context.ts';
import type { OwnedStore } from './searched-stores.ts';

/** As the contract has it for the vector store of a thread. */
const MAX_WAIT_MS = 60_000;
const POLL_MS = 500;

/** Waits until no file of these vector stores is being processed, at most a minute. Rejects with the reason of the signal. */
export async function waitForFiles(
  { now, setTimer }: Pick<RunContext, 'now' | 'setTimer'>,
  vectorStores: Pick<VectorStoreStorage, 'get'>,
  stores: readonly OwnedStore[],
  signal: AbortSignal,
): Promise<void> {
  const until = now() + MAX_WAIT_MS;
  for (const { owner, id } of stores) {
    for (;;) {
      const store = await vectorStores.get({ owner }, id);
      if (!store?.file_counts.in_progress || now() >= until) break;
      await wait(POLL_MS, signal, setTimer);
    }
  }
}
