import { describe, expect, it } from 'vitest';
import { describeAttachedVectorStores } from './attached-vector-store-contract.ts';
import { describeFiles } from './files-contract.ts';
import { describePrivates } from './private-contract.ts';
import { describeQuotas } from './quota-contract.ts';
import { describeRepositories } from './repository-contract.ts';
import { ALICE, storageFixture, type TestStorage } from './storage-fixture.ts';
import { describeThreads } from './thread-contract.ts';
import { describeVectorStores } from './vector-store-contract.ts';
import { describeWork } from './work-contract.ts';

/** The contract of every storage. `open` returns an empty one. */
export function describeStorage(name: string, open: () => Promise<TestStorage>): void {
  describe(name, () => {
    const fixture = storageFixture(open);

    it('the storage can be opened more than once', async () => {
      await fixture.storage.open();
      expect(await fixture.storage.threads.get(ALICE, 'thread_1')).toBeUndefined();
    });

    describeRepositories(fixture);
    describeThreads(fixture);
    describeWork(fixture);
    describeFiles(fixture);
    describePrivates(fixture);
    describeQuotas(fixture);
    describeVectorStores(fixture);
    describeAttachedVectorStores(fixture);
  });
}
