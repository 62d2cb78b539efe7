import { memoryStorage } from '../src/storage/memory/memory-storage.ts';
import { sqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { describeIsolation } from './isolation-matrix.ts';

describeIsolation('isolation of owners in memory', () => memoryStorage());
describeIsolation('isolation of owners in SQLite', () => sqliteStorage(':memory:'));
