import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { testKillInTool } from './kill-in-tool.ts';

testKillInTool('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-tool-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // The process that opens the file ends the leases of all others.
  return {
    connectionString: `sqlite:${join(folder, 'a.sqlite')}`,
    schema: '',
    expireLeases: async () => {},
  };
});
