import { type CodeExecutor, CodeExecutorError } from '@threadkit/server/code';
import { expect, test } from 'vitest';
import { chooseExecutor } from './choose-executor.ts';

test('where no sandbox can be had, the playground offers no Python, and says why', async () => {
  const unavailable: CodeExecutor = {
    name: 'unavailable',
    isSandboxed: true,
    open: () => Promise.reject(new CodeExecutorError('unavailable', 'There is no bwrap here.')),
  };
  expect(await chooseExecutor(unavailable)).toEqual({
    executor: undefined,
    description: 'Python is not offered: There is no bwrap here.',
  });
});
