import type { ServerLimits } from '../server/server-limits.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { type ProcessedFile, processStoreFiles, withWaitingFiles } from './process-store-files.ts';
import { type TestServer, testServer } from './test-server.ts';

/** A server with vector stores, whose clock advances and whose files are processed on command. */
export interface VectorStoreServer extends TestServer {
  readonly storage: Storage;
  readonly clock: ManualClock;
  /** Uploads a file and returns its id. */
  readonly upload: (name?: string, text?: string) => Promise<string>;
  readonly process: (how?: (fileId: string) => ProcessedFile) => Promise<readonly string[]>;
}

export function vectorStoreServer(limits: ServerLimits = {}): VectorStoreServer {
  const clock = createManualClock();
  const storage = memoryStorage({ now: clock.now });
  const served = testServer({ storage: withWaitingFiles(storage), setTimer: clock.setTimer, limits });
  return {
    ...served,
    storage,
    clock,
    async upload(name = 'a.txt', text = 'some text') {
      const form = new FormData();
      form.append('purpose', 'assistants');
      form.append('file', new File([text], name));
      return (await served.caller.ask('file', 'POST', '/files', form)).id;
    },
    process: (how) => processStoreFiles(storage, how),
  };
}
