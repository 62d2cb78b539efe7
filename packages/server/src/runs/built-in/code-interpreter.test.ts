import { expect, it } from 'vitest';
import { filesInStorage } from '../../files/stored-files.ts';
import { memoryStorage } from '../../storage/memory/memory-storage.ts';
import { StorageUnavailableError } from '../../storage/storage-unavailable-error.ts';
import { scriptedExecutor, writtenFile } from '../../testing/scripted-executor.ts';
import { codeInterpreter } from './code-interpreter.ts';
import { createCodeSessions } from './code-sessions.ts';

it('code whose files cannot be stored now is left to the next worker, and not called a failed sandbox', async () => {
  const executor = scriptedExecutor(async () => ({ files: [writtenFile('a.txt', 'a')] }));
  const faults: unknown[] = [];
  const onError = (error: unknown) => void faults.push(error);
  const files = {
    ...filesInStorage(memoryStorage()),
    create: () => Promise.reject(new StorageUnavailableError('No connection.')),
  };
  const tool = codeInterpreter(
    { files, newId: (prefix) => `${prefix}_1`, now: () => 0, onError },
    {
      sessions: createCodeSessions(executor, { setTimer: () => () => {}, onError }),
      owner: 'o',
      threadId: 'thread_1',
      quotas: undefined,
      files: new Map(),
    },
  );
  const execution = tool.execute(
    { id: 'call_1', type: 'code_interpreter', code_interpreter: { input: 'x', outputs: [] } },
    new AbortController().signal,
  );
  await expect(execution).rejects.toThrow('No connection.');
  expect(faults).toEqual([]);
});
