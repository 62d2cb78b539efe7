import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { describeServerCrashes } from '../testing/server-crash-contract.ts';

describeServerCrashes('memoryStorage', async () => {
  const { now, advance } = createManualClock();
  const storage = memoryStorage({ now });
  onTestFinished(() => storage.close());
  // It ends with its process: the servers of the test share it.
  return { connect: () => ({ ...storage, close: async () => {} }), advance };
});

describeServerCrashes('sqliteStorage', async () => {
  const { now, advance } = createManualClock();
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { connect: () => sqliteStorage(join(folder, 'a.sqlite'), { now }), advance };
});
