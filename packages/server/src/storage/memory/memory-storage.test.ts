import { describeStorage } from '../../testing/storage-contract.ts';
import { memoryStorage } from './memory-storage.ts';

describeStorage('memoryStorage', async () => {
  const storage = memoryStorage();
  await storage.open();
  return storage;
});
