import { describe, expect, it } from 'vitest';
import type { Quotas } from '../storage/quota.ts';
import type { Scope } from '../storage/storage.ts';
import { ANN, BEN, expectRefusal, OTHERS, TENANT } from './quota-contract.ts';
import { LEASE_MS } from './storage-fixture.ts';
import { DAY_S, FOR_A_DAY, STORE, storeFile, type VectorStoreFixture } from './vector-store-fixture.ts';

/** Quotas of vector stores and of what is stored in them. */
export function describeVectorStoreQuotas(own: VectorStoreFixture): void {
  const create = (scope: Scope, id: string, quotas: Quotas, fileIds: readonly string[] = []) =>
    own.stores.create(
      scope,
      { ...STORE, id, expires_after: FOR_A_DAY },
      fileIds.map((fileId) => storeFile(fileId)),
      { quotas },
    );

  const add = (scope: Scope, id: string, quotas: Quotas, fileId: string) =>
    own.stores.addFiles(scope, id, { at: 11, files: [storeFile(fileId)], existing: 'keep' }, quotas);

  /** Processes the files that wait, each to so many bytes. */
  async function processAll(usageBytes: number): Promise<void> {
    for (const lease of await own.stores.claimIngest('w', LEASE_MS, 100)) {
      await own.stores.finishIngest(lease, { status: 'completed', usageBytes });
    }
  }

  describe('quotas of vector stores', () => {
    it('a quota of vector stores counts those of the owner, and of the tenant', async () => {
      const quotas: Quotas = { ...TENANT, vectorStores: { perOwner: 2, perTenant: 3 } };
      for (const [index, scope] of OTHERS.entries()) await create(scope, `vs_o${index}`, quotas);
      await create(ANN, 'vs_1', quotas);
      await create(ANN, 'vs_2', quotas);
      await expectRefusal(create(ANN, 'vs_3', quotas), ['vectorStores', 'owner', 2]);
      expect(await own.stores.get(ANN, 'vs_3')).toBeUndefined();
      await create(BEN, 'vs_4', quotas);
      await expectRefusal(create(BEN, 'vs_5', quotas), ['vectorStores', 'tenant', 3]);
      await own.stores.delete(ANN, 'vs_1');
      await create(BEN, 'vs_5', quotas);
    });

    it('a quota of bytes in vector stores refuses files once it is used up', async () => {
      const quotas: Quotas = { ...TENANT, vectorStoreBytes: { perOwner: 200, perTenant: 300 } };
      for (const [index, scope] of OTHERS.entries()) await create(scope, `vs_o${index}`, quotas, ['x']);
      await create(ANN, 'vs_1', quotas, ['a']);
      await processAll(100);
      expect(await add(ANN, 'vs_1', quotas, 'b')).toBe('added');
      await processAll(150);
      await expectRefusal(add(ANN, 'vs_1', quotas, 'c'), ['vectorStoreBytes', 'owner', 200]);
      await expectRefusal(create(ANN, 'vs_2', quotas, ['c']), ['vectorStoreBytes', 'owner', 200]);
      expect(await own.stores.get(ANN, 'vs_2')).toBeUndefined();
      await create(ANN, 'vs_2', quotas);
      await create(BEN, 'vs_3', quotas, ['a']);
      await processAll(50);
      await expectRefusal(add(BEN, 'vs_3', quotas, 'b'), ['vectorStoreBytes', 'tenant', 300]);
      expect(await add(ANN, 'vs_9', quotas, 'b')).toBe('missing');
      await own.stores.deleteFile(ANN, 'vs_1', 'a');
      expect(await add(BEN, 'vs_3', quotas, 'b')).toBe('added');
    });

    it('what has expired or is deleted does not count in a quota of bytes', async () => {
      const quotas: Quotas = { ...TENANT, vectorStoreBytes: { perOwner: 100 } };
      await create(ANN, 'vs_1', quotas, ['a']);
      await processAll(100);
      await create(ANN, 'vs_2', quotas);
      await expectRefusal(add(ANN, 'vs_2', quotas, 'a'), ['vectorStoreBytes', 'owner', 100]);
      await own.stores.update(ANN, 'vs_2', { last_active_at: 1e9 });
      await own.stores.dropExpired(10 + DAY_S);
      expect(await add(ANN, 'vs_2', quotas, 'a')).toBe('added');
      await processAll(100);
      await create(ANN, 'vs_3', quotas);
      await expectRefusal(add(ANN, 'vs_3', quotas, 'a'), ['vectorStoreBytes', 'owner', 100]);
      await own.stores.delete(ANN, 'vs_2');
      expect(await add(ANN, 'vs_3', quotas, 'a')).toBe('added');
    });
  });
}
