import { describeStorage } from '../../testing/storage-contract.ts';
import { openWithClock } from '../../testing/storage-fixture.ts';
import { memoryStorage } from './memory-storage.ts';

describeStorage('memoryStorage', () => openWithClock((now) => memoryStorage({ now })));
